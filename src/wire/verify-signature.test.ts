import { expect, test } from "vitest";
import type { WireRequest } from "./exchange.ts";
import { signRequest } from "./sign-request.ts";
import { parseSignature, type Signature } from "./signature.ts";
import { verifySignature } from "./verify-signature.ts";

const secretAccessKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
const signer = { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey, region: "eu-west-1" };
const payloadCheck = "x-amz-content-sha256";
const now = Date.UTC(2026, 10, 20, 20, 0, 0);

const request: WireRequest = {
  method: "POST",
  path: "/a//b/../%C3%BC/",
  query: "b=2&a=%20&a=1&c",
  headers: {
    host: "127.0.0.1:4566",
    "content-type": "application/x-amz-json-1.1",
    "x-amz-target": "Service.DoThis",
    "x-spaced": "  a   b  ",
  },
  body: Buffer.from("{}"),
};

function signed(at = now, service = "cognito-idp"): WireRequest {
  return { ...request, headers: signRequest(request, { ...signer, service }, at) };
}

function verify(candidate: WireRequest, secret = secretAccessKey) {
  return verifySignature(candidate, signatureIn(candidate), { secretAccessKey: secret, now });
}

function signatureIn(candidate: WireRequest): Signature {
  const signature = parseSignature(candidate);
  if (signature === undefined || "malformed" in signature) throw new Error("no signature");
  return signature;
}

test("what was signed holds, for S3 by its own rules too", () => {
  expect(verify(signed())).toBeUndefined();
  expect(verify(signed(now, "s3"))).toBeUndefined();
});

test("S3 takes a path as it is, all others without dot segments and doubled slashes", () => {
  expect(verify({ ...signed(), path: "/a/%C3%BC/" })).toBeUndefined();
  expect(verify({ ...signed(now, "s3"), path: "/a/%C3%BC/" })).toBeDefined();
});

test("the order of the query does not matter", () => {
  expect(verify({ ...signed(), query: "c=&a=1&b=2&a=%20" })).toBeUndefined();
});

test.each<[string, Partial<WireRequest>, string]>([
  ["the body", { body: Buffer.from('{"a":1}') }, "x-amz-content-sha256"],
  ["the operation", { headers: { "x-amz-target": "Service.DoThat" } }, "signature"],
  ["a signed header", { headers: { "content-type": "text/plain" } }, "signature"],
  ["the host", { headers: { host: "elsewhere" } }, "signature"],
  ["the path", { path: "/other" }, "signature"],
  ["the query", { query: "a=b" }, "signature"],
  ["the method", { method: "PUT" }, "signature"],
  [
    "the body and its hash",
    { headers: { "x-amz-content-sha256": "UNSIGNED-PAYLOAD" } },
    payloadCheck,
  ],
  ["a chunked body", { headers: { "x-amz-content-sha256": "STREAMING-AWS4-HMAC" } }, payloadCheck],
])("changed on the way, and refused: %s", (_, change, check) => {
  const original = signed();
  const headers = { ...original.headers, ...change.headers };
  expect(verify({ ...original, ...change, headers })?.reason.check).toBe(check);
});

test("another secret is refused, with AWS's text", () => {
  const wrong = verify(signed(), "other");
  expect(wrong?.reason.check).toBe("signature");
  expect(wrong?.message).toMatch(
    /^The request signature we calculated does not match the signature/,
  );
  expect(wrong?.message).toContain(
    "The Canonical String for this request should have been\n'POST\n",
  );
  expect(wrong?.message).toContain("x-spaced:a b\n");
});

test.each([
  [-5 * 60_000, undefined],
  [-5 * 60_000 - 1000, "Signature expired: 20261120T195459Z is now earlier than 20261120T195500Z"],
  [5 * 60_000, undefined],
  [5 * 60_000 + 1000, "Signature not yet current: 20261120T200501Z is still later than"],
])("signed %d ms off the server's clock", (offset, message) => {
  const wrong = verify(signed(now + offset));
  if (message === undefined) expect(wrong).toBeUndefined();
  else expect(wrong?.message).toContain(message);
});

test("the time of signing does not matter where nobody asks", () => {
  const old = signed(0);
  expect(verifySignature(old, signatureIn(old), { secretAccessKey })).toBeUndefined();
});

test.each([
  ["/20261120/", "/20261119/", "signature date"],
  [";x-amz-target", "", "signed headers"],
  ["host;", "", "signed headers"],
])("%s in the header becomes %j, and is refused", (from, to, check) => {
  const original = signed();
  const authorization = String(original.headers.authorization).replace(from, to);
  const headers = { ...original.headers, authorization };
  expect(verify({ ...original, headers })?.reason.check).toBe(check);
});

test("a date that is none is refused", () => {
  const original = signed();
  const headers = { ...original.headers, "x-amz-date": "20261120 noon" };
  expect(verify({ ...original, headers })?.message).toContain("Date must be in ISO-8601");
});
