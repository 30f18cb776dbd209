"""The life of a session from boto3: refresh with rotation, reuse, sign out everywhere."""
import sys

import boto3
from botocore.exceptions import ClientError

url, pool, client, username, password = sys.argv[1:]
idp = boto3.client("cognito-idp", endpoint_url=url)


def sign_in():
    answer = idp.initiate_auth(
        ClientId=client,
        AuthFlow="USER_PASSWORD_AUTH",
        AuthParameters={"USERNAME": username, "PASSWORD": password},
    )
    return answer["AuthenticationResult"]


def refresh(tokens):
    token = tokens["RefreshToken"]
    return idp.get_tokens_from_refresh_token(ClientId=client, RefreshToken=token)[
        "AuthenticationResult"
    ]


def attempt(name, call):
    try:
        call()
        print(name, "passed")
    except ClientError as error:
        print(name, error.response["Error"]["Code"])


first = sign_in()
second = refresh(first)
attempt("rotated", lambda: idp.get_user(AccessToken=second["AccessToken"]))
attempt("reused", lambda: refresh(first))
attempt("after reuse", lambda: refresh(second))
attempt("its access token", lambda: idp.get_user(AccessToken=second["AccessToken"]))

third = sign_in()
attempt("revoke", lambda: idp.revoke_token(ClientId=client, Token=third["RefreshToken"]))
attempt("revoked", lambda: refresh(third))

here, there = sign_in(), sign_in()
attempt("sign out", lambda: idp.global_sign_out(AccessToken=here["AccessToken"]))
attempt("here", lambda: idp.get_user(AccessToken=here["AccessToken"]))
attempt("there", lambda: refresh(there))
attempt("again", lambda: refresh(sign_in()))
