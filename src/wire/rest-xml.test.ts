import { describe, expect, test } from "vitest";
import type { Input } from "./codec.ts";
import type { WireRequest } from "./exchange.ts";
import { createRestXml } from "./rest-xml.ts";
import { shapes } from "./shapes/s3.ts";

const codec = createRestXml(shapes);

function requestOf(method: string, url: string, more: Partial<WireRequest> = {}): WireRequest {
  const [path = "", query = ""] = url.split("?");
  return {
    method,
    path,
    query,
    headers: { host: "127.0.0.1:4566" },
    body: Buffer.alloc(0),
    ...more,
  };
}

function decode(request: WireRequest): Input & { operation?: string } {
  const route = codec.route(request);
  return route === undefined ? {} : { operation: route.operation, ...codec.decode(route, request) };
}

describe("the operation of a request", () => {
  test.each([
    ["GET", "/", "ListBuckets"],
    ["GET", "/bucket", "ListObjects"],
    ["GET", "/bucket/", "ListObjects"],
    ["GET", "/bucket?list-type=2&prefix=a", "ListObjectsV2"],
    ["GET", "/bucket?location", "GetBucketLocation"],
    ["GET", "/bucket?versions", "ListObjectVersions"],
    ["GET", "/bucket?acl", "GetBucketAcl"],
    ["GET", "/bucket?analytics", "ListBucketAnalyticsConfigurations"],
    ["GET", "/bucket?analytics&id=1", "GetBucketAnalyticsConfiguration"],
    ["GET", "/bucket/key", "GetObject"],
    ["GET", "/bucket/key?x-id=GetObject", "GetObject"],
    ["GET", "/bucket/key?uploadId=1", "ListParts"],
    ["PUT", "/bucket", "CreateBucket"],
    ["PUT", "/bucket/key", "PutObject"],
    ["PUT", "/bucket/key?partNumber=1&uploadId=1", "UploadPart"],
    ["DELETE", "/bucket/key", "DeleteObject"],
    ["DELETE", "/bucket/key?uploadId=1", "AbortMultipartUpload"],
    ["POST", "/bucket?delete", "DeleteObjects"],
    ["POST", "/bucket/key?uploads", "CreateMultipartUpload"],
    ["POST", "/bucket/key?uploadId=1", "CompleteMultipartUpload"],
  ])("%s %s is %s", (method, url, operation) => {
    expect(codec.route(requestOf(method, url))?.operation).toBe(operation);
  });

  test("is a copy where a header names the source", () => {
    const headers = { host: "127.0.0.1", "x-amz-copy-source": "bucket/key" };
    const copy = (url: string) => codec.route(requestOf("PUT", url, { headers }))?.operation;
    expect(copy("/bucket/key")).toBe("CopyObject");
    expect(copy("/bucket/key?partNumber=1&uploadId=1")).toBe("UploadPartCopy");
  });

  test("is none where the method fits nothing", () => {
    expect(codec.route(requestOf("PATCH", "/bucket/key"))).toBeUndefined();
    expect(codec.route(requestOf("GET", "/bucket/%ff"))).toBeUndefined();
  });
});

describe("the bucket and the key", () => {
  test.each([
    ["127.0.0.1:4566", "/bucket/key", "bucket", "key"],
    ["localhost:4566", "/bucket/key", "bucket", "key"],
    ["s3.us-east-1.amazonaws.com", "/bucket/key", "bucket", "key"],
    ["s3.amazonaws.com", "/bucket/key", "bucket", "key"],
    ["s3.localhost:4566", "/bucket/key", "bucket", "key"],
    ["bucket.s3.us-east-1.amazonaws.com", "/key", "bucket", "key"],
    ["a.b.s3.amazonaws.com:443", "/key", "a.b", "key"],
    ["bucket.s3.dualstack.eu-west-1.amazonaws.com", "/key", "bucket", "key"],
    ["bucket.s3.gatepool.test", "/key", "bucket", "key"],
    ["BUCKET.localhost:4566", "/key", "bucket", "key"],
    ["127.0.0.1", "/bucket//a/../b//", "bucket", "/a/../b//"],
    ["127.0.0.1", "/bucket/a%2Fb%20%C3%BC+", "bucket", "a/b ü+"],
    ["bucket.s3.amazonaws.com", "//key", "bucket", "/key"],
  ])("at %s%s", (host, path, Bucket, Key) => {
    expect(decode(requestOf("GET", path, { headers: { host } }))).toMatchObject({ Bucket, Key });
  });
});

describe("input", () => {
  test("comes from the query, headers, and headers of one beginning", () => {
    const headers = {
      host: "127.0.0.1",
      "cache-control": "no-cache",
      "x-amz-meta-colour": "blue",
      "x-amz-meta-size": "1",
      "x-amz-server-side-encryption-bucket-key-enabled": "true",
      expires: "Wed, 21 Oct 2026 07:28:00 GMT",
    };
    expect(decode(requestOf("PUT", "/bucket/key", { headers }))).toMatchObject({
      CacheControl: "no-cache",
      Metadata: { colour: "blue", size: "1" },
      BucketKeyEnabled: true,
      Expires: new Date("2026-10-21T07:28:00Z"),
    });
    expect(decode(requestOf("GET", "/bucket?list-type=2&max-keys=3"))).toMatchObject({
      MaxKeys: 3,
    });
  });

  test("is read from XML, with lists of either kind, whatever namespaces it has", () => {
    const body = Buffer.from(
      `<?xml version="1.0"?>
       <Delete xmlns="http://s3.amazonaws.com/doc/2006-03-01/" xmlns:x="y">
         <x:Object><Key>a &amp; &#x62;</Key></x:Object>
         <Object><Key> c </Key><VersionId>1</VersionId></Object>
         <Unknown/><Quiet>true</Quiet>
       </Delete>`,
    );
    expect(decode(requestOf("POST", "/bucket?delete", { body })).Delete).toEqual({
      Objects: [{ Key: "a & b" }, { Key: " c ", VersionId: "1" }],
      Quiet: true,
    });
    const tags = "<Tagging><TagSet><Tag><Key>a</Key><Value/></Tag></TagSet></Tagging>";
    const tagging = requestOf("PUT", "/bucket?tagging", { body: Buffer.from(tags) });
    expect(decode(tagging).Tagging).toEqual({ TagSet: [{ Key: "a", Value: "" }] });
  });

  test("is one text where the body is that", () => {
    const request = requestOf("PUT", "/bucket?policy", { body: Buffer.from("{}") });
    expect(decode(request)).toMatchObject({ Policy: "{}" });
  });
});

describe("output", () => {
  const encode = (operation: string, output: object) => codec.encode(operation, output, "id");

  test("is an element of AWS's name and namespace, with lists of either kind", () => {
    const { body, headers } = encode("ListObjectsV2", {
      Name: "a&b",
      Contents: [{ Key: "1", LastModified: new Date(0) }, { Key: "2" }],
      CommonPrefixes: [],
      IsTruncated: false,
    });
    expect(headers).toMatchObject({ "content-type": "application/xml", "x-amz-request-id": "id" });
    expect(body).toContain('<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">');
    expect(body).toContain(
      "<Contents><Key>1</Key><LastModified>1970-01-01T00:00:00Z</LastModified>",
    );
    expect(body).toContain("<Name>a&amp;b</Name>");
    const buckets = encode("ListBuckets", { Buckets: [{ Name: "a" }, { Name: "b" }] }).body;
    expect(buckets).toContain("<Buckets><Bucket><Name>a</Name></Bucket><Bucket>");
  });

  test("is the text of one element for a location", () => {
    const xmlns = 'xmlns="http://s3.amazonaws.com/doc/2006-03-01/"';
    expect(encode("GetBucketLocation", {}).body).toContain(`<LocationConstraint ${xmlns}/>`);
    expect(encode("GetBucketLocation", { LocationConstraint: "eu-west-1" }).body).toContain(
      `<LocationConstraint ${xmlns}>eu-west-1</LocationConstraint>`,
    );
  });

  test("goes into headers, and a part of an object has a status of its own", () => {
    const head = { ContentLength: 3, ETag: '"x"', Metadata: { colour: "blue" } };
    const range = { ContentRange: "bytes 0-2/10" };
    expect(encode("HeadObject", head)).toMatchObject({
      status: 200,
      headers: { "content-length": "3", etag: '"x"', "x-amz-meta-colour": "blue" },
      body: "",
    });
    expect(encode("GetObject", { ...head, ...range }).status).toBe(206);
  });

  test("writes attributes where the shape has them", () => {
    const Grants = [{ Grantee: { Type: "CanonicalUser", ID: "1" }, Permission: "FULL_CONTROL" }];
    expect(encode("GetBucketAcl", { Grants }).body).toContain(
      '<Grantee xsi:type="CanonicalUser" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    );
  });
});

test("a fault is S3's document, with what else is told of it", () => {
  const fault = { code: "NoSuchKey", message: "<none>", status: 404, members: { Key: "a" } };
  const { status, body } = codec.encodeFault(fault, "id");
  expect(status).toBe(404);
  expect(body).toContain(
    "<Error><Code>NoSuchKey</Code><Message>&lt;none&gt;</Message><Key>a</Key><RequestId>id</RequestId>",
  );
});
