-- For wrk: sends one and the same AWS JSON call, $TARGET with $BODY.
function init()
  wrk.method = "POST"
  wrk.headers["Host"] = "127.0.0.1"
  wrk.headers["Authorization"] = os.getenv("AUTHORIZATION")
  wrk.headers["Content-Type"] = "application/x-amz-json-1.1"
  wrk.headers["X-Amz-Target"] = "AWSCognitoIdentityProviderService." .. os.getenv("TARGET")
  wrk.body = os.getenv("BODY")
end
