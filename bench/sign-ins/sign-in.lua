-- For wrk: signs the users user-0 ... user-($USERS-1) of a pool in, in turn.
local requests, position = {}, 0

function init()
  local headers = {
    ["Host"] = "127.0.0.1",
    ["Authorization"] = os.getenv("AUTHORIZATION"),
    ["Content-Type"] = "application/x-amz-json-1.1",
    ["X-Amz-Target"] = "AWSCognitoIdentityProviderService.AdminInitiateAuth",
  }
  for number = 0, tonumber(os.getenv("USERS")) - 1 do
    local body = os.getenv("BODY"):gsub("USER_NAME", "user-" .. number)
    requests[#requests + 1] = wrk.format("POST", nil, headers, body)
  end
end

function request()
  position = position + 1
  return requests[(position - 1) % #requests + 1]
end
