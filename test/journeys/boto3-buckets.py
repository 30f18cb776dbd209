"""Keeps objects with boto3, as its own transfer manager does, and prints what is wrong."""

import hashlib
import io
import sys
import urllib.request

import boto3
from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import ClientError

endpoint = sys.argv[1] if len(sys.argv) > 1 else None
s3 = boto3.client("s3", endpoint_url=endpoint)
bucket = "boto3-bucket"
s3.create_bucket(Bucket=bucket)

big = bytes(range(256)) * 4096 * 17
parts = TransferConfig(multipart_threshold=8 * 1024 * 1024)
for algorithm in ["CRC32", "SHA256", "SHA1"]:
    extra = {"ChecksumAlgorithm": algorithm, "Metadata": {"colour": "blue"}}
    s3.upload_fileobj(io.BytesIO(big), bucket, "big", ExtraArgs=extra, Config=parts)
    target = io.BytesIO()
    s3.download_fileobj(bucket, "big", target)
    assert hashlib.md5(target.getvalue()).digest() == hashlib.md5(big).digest(), algorithm
    s3.put_object(Bucket=bucket, Key="small", Body=b"small", ChecksumAlgorithm=algorithm)
assert s3.head_object(Bucket=bucket, Key="big")["Metadata"] == {"colour": "blue"}

for number in range(5):
    s3.put_object(Bucket=bucket, Key=f"dir/ü {number}&<>", Body=b"x")
pages = s3.get_paginator("list_objects_v2").paginate(
    Bucket=bucket, Prefix="dir/", PaginationConfig={"PageSize": 2}
)
keys = [item["Key"] for page in pages for item in page["Contents"]]
assert keys == [f"dir/ü {number}&<>" for number in range(5)], keys
s3.copy({"Bucket": bucket, "Key": "big"}, bucket, "copy", Config=parts)
assert s3.head_object(Bucket=bucket, Key="copy")["ContentLength"] == len(big)

for version in ["s3", "s3v4"]:
    signer = boto3.client("s3", endpoint_url=endpoint, config=Config(signature_version=version))
    given = {"Bucket": bucket, "Key": "dir/presigned ü " + version}
    said = {"Metadata": {"colour": "green"}, "ContentType": "text/plain"}
    put = signer.generate_presigned_url("put_object", Params={**given, **said}, ExpiresIn=60)
    headers = {"x-amz-meta-colour": "green", "Content-Type": "text/plain"}
    sent = urllib.request.Request(put, data=b"presigned", method="PUT", headers=headers)
    urllib.request.urlopen(sent)
    other = {"ResponseContentType": "text/html"}
    get = signer.generate_presigned_url("get_object", Params={**given, **other}, ExpiresIn=60)
    answer = urllib.request.urlopen(get)
    assert answer.read() == b"presigned"
    assert answer.headers["content-type"] == "text/html"
    assert answer.headers["x-amz-meta-colour"] == "green"

try:
    s3.head_object(Bucket=bucket, Key="none")
    raise AssertionError("an object that is not there was found")
except ClientError as error:
    assert error.response["Error"]["Code"] == "404", error.response

boto3.resource("s3", endpoint_url=endpoint).Bucket(bucket).objects.delete()
s3.delete_bucket(Bucket=bucket)
assert s3.list_buckets()["Buckets"] == []
print("all well")
