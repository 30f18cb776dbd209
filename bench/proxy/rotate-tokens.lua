-- For wrk: sends the tokens of $TOKENS (one a line) in turn, from number $FIRST on; each over a
-- connection of its own when $CONNECTION is close.
local requests, position = {}, tonumber(os.getenv("FIRST") or "0")

function init()
  local headers = { Host = "127.0.0.1", Connection = os.getenv("CONNECTION") }
  for token in io.lines(os.getenv("TOKENS")) do
    headers.Authorization = "Bearer " .. token
    requests[#requests + 1] = wrk.format("GET", nil, headers)
  end
end

function request()
  position = position + 1
  return requests[(position - 1) % #requests + 1]
end
