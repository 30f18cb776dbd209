"""A forgotten password from boto3: sign-in, code from the outbox, new password, sign-in."""
import json
import re
import sys
import urllib.request

import boto3

url, client, username, old_password = sys.argv[1:]
idp = boto3.client("cognito-idp", endpoint_url=url)
user = {"ClientId": client, "Username": username}


def authenticate(flow, **parameters):
    answer = idp.initiate_auth(ClientId=client, AuthFlow=flow, AuthParameters=parameters)
    return answer["AuthenticationResult"]


def sign_in(password):
    tokens = authenticate("USER_PASSWORD_AUTH", USERNAME=username, PASSWORD=password)
    print("signed in")
    return tokens


def refused(call, *args, **parameters):
    try:
        call(*args, **parameters)
        print("not refused")
    except idp.exceptions.NotAuthorizedException as error:
        print(error.response["Error"]["Message"])


old = sign_in(old_password)
details = idp.forgot_password(**user)["CodeDeliveryDetails"]
print("code sent to", details["Destination"])
outbox = f"{url}/_gatepool/outbox?limit=1&to={username}@example.com"
message = json.load(urllib.request.urlopen(outbox))["messages"][0]
code = re.search(r"\d{6}", message["text"]).group()
idp.confirm_forgot_password(**user, ConfirmationCode=code, Password="Fresh-1234")
sign_in("Fresh-1234")
refused(sign_in, old_password)
refused(authenticate, "REFRESH_TOKEN_AUTH", REFRESH_TOKEN=old["RefreshToken"])
