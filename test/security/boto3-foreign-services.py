"""Calls services of AWS that the server has not; prints, for each call, a line of JSON."""
import json
import time

import boto3
from botocore.exceptions import ClientError

message = {"role": "user", "content": [{"text": "hello"}]}
calls = [
    ("dynamodb", "list_tables", {}),
    ("sqs", "list_queues", {}),
    ("sns", "list_topics", {}),
    ("ec2", "describe_instances", {}),
    ("kms", "list_keys", {}),
    ("secretsmanager", "list_secrets", {}),
    ("route53", "list_hosted_zones", {}),
    ("cloudfront", "list_distributions", {}),
    ("cloudwatch", "list_metrics", {}),
    ("stepfunctions", "list_state_machines", {}),
    ("bedrock-runtime", "converse", {"modelId": "a.model", "messages": [message]}),
    ("rds", "describe_db_instances", {}),
    ("kinesis", "list_streams", {}),
]
for service, method, parameters in calls:
    client = boto3.client(service)
    began = time.monotonic()
    try:
        getattr(client, method)(**parameters)
        error = {"Message": "it was answered"}
    except ClientError as refusal:
        error = refusal.response["Error"]
    seconds = time.monotonic() - began
    call = f"{service} {method}"
    print(json.dumps({"call": call, "message": error["Message"], "seconds": seconds}))
