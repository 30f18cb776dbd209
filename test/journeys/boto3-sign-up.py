"""A sign-up from boto3: sign-up, code from the outbox, confirmation, sign-in."""
import json
import re
import sys
import urllib.request

import boto3

url, client = sys.argv[1:]
idp = boto3.client("cognito-idp", endpoint_url=url)
user = {"ClientId": client, "Username": "grace"}
email = "grace@example.com"


def sign_in():
    parameters = {"USERNAME": "grace", "PASSWORD": "Right-1234"}
    flow = "USER_PASSWORD_AUTH"
    return idp.initiate_auth(ClientId=client, AuthFlow=flow, AuthParameters=parameters)


def sent_code():
    message = f"{url}/_gatepool/outbox?limit=1&to={email}"
    text = json.load(urllib.request.urlopen(message))["messages"][0]["text"]
    return re.search(r"\d{6}", text).group()


attributes = [{"Name": "email", "Value": email}]
answer = idp.sign_up(**user, Password="Right-1234", UserAttributes=attributes)
print("code sent to", answer["CodeDeliveryDetails"]["Destination"])
try:
    sign_in()
except idp.exceptions.UserNotConfirmedException as error:
    print(error.response["Error"]["Message"])
idp.resend_confirmation_code(**user)
code = sent_code()
try:
    wrong = "000000" if code != "000000" else "000001"
    idp.confirm_sign_up(**user, ConfirmationCode=wrong)
except idp.exceptions.CodeMismatchException as error:
    print(error.response["Error"]["Message"])
idp.confirm_sign_up(**user, ConfirmationCode=code)
token = sign_in()["AuthenticationResult"]["AccessToken"]
found = idp.get_user(AccessToken=token)["UserAttributes"]
print({one["Name"]: one["Value"] for one in found}["email_verified"])
