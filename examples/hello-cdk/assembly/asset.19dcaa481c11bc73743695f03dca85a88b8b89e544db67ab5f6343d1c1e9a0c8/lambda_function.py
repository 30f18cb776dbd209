"""Answers the calls that the gateway lets through."""

import json


def lambda_handler(event, context):
    """Greets whoever got here.

    `event` is in payload format 1.0. The authorizer has checked the token; its claims are in
    event["requestContext"]["authorizer"]["claims"].
    """
    return {
        "statusCode": 200,
        "headers": {"Content-Type": "application/json"},
        "body": json.dumps("Hello from Lambda!"),
    }
