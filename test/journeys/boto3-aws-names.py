"""A program as it is written for AWS: signs in, and calls the API under AWS's own name."""
import sys
import urllib.request

import boto3

pool, client, api = sys.argv[1:]
answer = boto3.client("cognito-idp").admin_initiate_auth(
    UserPoolId=pool,
    ClientId=client,
    AuthFlow="ADMIN_USER_PASSWORD_AUTH",
    AuthParameters={"USERNAME": "ada", "PASSWORD": "Right-1234"},
)
headers = {"Authorization": "Bearer " + answer["AuthenticationResult"]["IdToken"]}
request = urllib.request.Request(f"{api}/hello", headers=headers)
print(urllib.request.urlopen(request).read().decode())
