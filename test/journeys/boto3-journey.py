"""Journey 1 from boto3: creates a user, signs in, calls the API with both tokens."""
import sys
import urllib.request

import boto3

url, pool, client, api = sys.argv[1:]
idp = boto3.client("cognito-idp", endpoint_url=url)
user = {"UserPoolId": pool, "Username": "grace"}
idp.admin_create_user(**user)
idp.admin_set_user_password(**user, Password="Right-1234", Permanent=True)
answer = idp.admin_initiate_auth(
    UserPoolId=pool,
    ClientId=client,
    AuthFlow="ADMIN_USER_PASSWORD_AUTH",
    AuthParameters={"USERNAME": "grace", "PASSWORD": "Right-1234"},
)
for kind in ("IdToken", "AccessToken"):
    token = answer["AuthenticationResult"][kind]
    headers = {"Authorization": "Bearer " + token}
    request = urllib.request.Request(f"{url}/_api/{api}/api/hello", headers=headers)
    print(urllib.request.urlopen(request).read().decode())
