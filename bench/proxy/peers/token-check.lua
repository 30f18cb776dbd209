-- Checks RS256 tokens in nginx, by LuaJIT's FFI on OpenSSL (Debian has no JWT library for Lua),
-- and remembers the last 10,000 good ones. For this comparison only.
local ffi = require "ffi"
local cjson = require "cjson"
local lru = require "resty.lrucache"

ffi.cdef[[
typedef struct evp_pkey_st EVP_PKEY;
typedef struct evp_md_st EVP_MD;
typedef struct evp_md_ctx_st EVP_MD_CTX;
typedef struct bio_st BIO;
typedef struct evp_pkey_ctx_st EVP_PKEY_CTX;
typedef struct engine_st ENGINE;
BIO *BIO_new_mem_buf(const void *buf, int len);
EVP_PKEY *PEM_read_bio_PUBKEY(BIO *bp, EVP_PKEY **x, void *cb, void *u);
EVP_MD_CTX *EVP_MD_CTX_new(void);
int EVP_MD_CTX_reset(EVP_MD_CTX *c);
EVP_MD *EVP_MD_fetch(void *ctx, const char *alg, const char *prop);
int EVP_DigestVerifyInit(
  EVP_MD_CTX *ctx, EVP_PKEY_CTX **pctx, const EVP_MD *type, ENGINE *e, EVP_PKEY *pkey);
int EVP_DigestVerify(
  EVP_MD_CTX *ctx, const unsigned char *sig, size_t siglen,
  const unsigned char *tbs, size_t tbslen);
]]

local crypto = ffi.load("libcrypto.so.3")
local TokenCheck = {}

local function decode(text)
  text = text:gsub("-", "+"):gsub("_", "/")
  local rest = #text % 4
  if rest > 0 then text = text .. string.rep("=", 4 - rest) end
  return ngx.decode_base64(text)
end

local function read_key(file)
  local handle = assert(io.open(file))
  local pem = handle:read("*a")
  handle:close()
  return crypto.PEM_read_bio_PUBKEY(crypto.BIO_new_mem_buf(pem, #pem), nil, nil, nil)
end

-- Returns a function from the Authorization header to 200, 401 or 403.
function TokenCheck.new(key_file, issuer, audience, scope)
  local key = read_key(key_file)
  local sha256 = crypto.EVP_MD_fetch(nil, "SHA256", nil)
  local context = crypto.EVP_MD_CTX_new()
  local known = lru.new(10000)

  local function signature_holds(signed, signature)
    crypto.EVP_MD_CTX_reset(context)
    if crypto.EVP_DigestVerifyInit(context, nil, sha256, nil, key) ~= 1 then return false end
    return crypto.EVP_DigestVerify(context, signature, #signature, signed, #signed) == 1
  end

  local function verify(token)
    local head, body, tail = token:match("^([^.]+)%.([^.]+)%.([^.]+)$")
    local head_text = head and decode(head)
    if not head_text then return 401 end
    local readable, header = pcall(cjson.decode, head_text)
    if not readable or header.alg ~= "RS256" then return 401 end
    local signature = decode(tail)
    if not signature or not signature_holds(head .. "." .. body, signature) then return 401 end
    local claims = cjson.decode(decode(body))
    if claims.iss ~= issuer or claims.aud ~= audience then return 401 end
    if claims.exp <= ngx.time() then return 401 end
    local found = (" " .. claims.scope .. " "):find(" " .. scope .. " ", 1, true)
    local status = found and 200 or 403
    known:set(token, { expires = claims.exp, status = status })
    return status
  end

  return function(header)
    if not header or header:sub(1, 7) ~= "Bearer " then return 401 end
    local token = header:sub(8)
    local entry = known:get(token)
    if not entry then return verify(token) end
    return entry.expires > ngx.time() and entry.status or 401
  end
end

return TokenCheck
