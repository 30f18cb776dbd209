import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BadResponse } from "./response-head.ts";
import { ResponseParser } from "./response-parser.ts";

/** Feeds parts to a parser and tells what it understood. */
function parse(parts: readonly Buffer[], { method = "GET", closed = false } = {}) {
  const heard = { status: 0, headers: [""], body: "", ended: 0, reusable: false, error: "" };
  const parser = new ResponseParser({
    onHead(status, headers) {
      heard.status = status;
      heard.headers = headers;
    },
    onBody(part, last) {
      heard.body += part.toString("latin1");
      if (last) heard.ended++;
    },
  });
  parser.expect(method);
  try {
    for (const part of parts) parser.push(part);
    if (closed) parser.end();
  } catch (error) {
    if (!(error instanceof BadResponse)) throw error;
    heard.error = error.message;
  }
  return { ...heard, reusable: parser.reusable };
}

const whole = (text: string, options = {}) => parse([Buffer.from(text, "latin1")], options);

const early = "HTTP/1.1 103 Early\r\nLink: a\r\n\r\n";

const good: readonly [name: string, text: string, body: string, options: object][] = [
  ["a length", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-A: b\r\n\r\nhello", "hello", {}],
  ["no body", "HTTP/1.1 204 No Content\r\n\r\n", "", {}],
  ["no reason", "HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n", "", {}],
  ["not modified", "HTTP/1.1 304 Not Modified\r\nContent-Length: 10\r\n\r\n", "", {}],
  ["HEAD", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n", "", { method: "HEAD" }],
  [
    "chunks",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" +
      "3\r\nhel\r\n2;a=b\r\nlo\r\n0\r\nX-T: u\r\n\r\n",
    "hello",
    {},
  ],
  ["interim answers", `${early.repeat(3)}HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok`, "ok", {}],
];

describe("reads a response with", () => {
  test.each(good)("%s", (_, text, body, options) => {
    const heard = whole(text, options);
    expect(heard).toMatchObject({ body, ended: 1, error: "", reusable: true });
  });

  test.each(good)("%s, cut in two at every byte", (_, text, __, options) => {
    const bytes = Buffer.from(text, "latin1");
    const expected = parse([bytes], options);
    for (let cut = 1; cut < bytes.length; cut++) {
      expect(parse([bytes.subarray(0, cut), bytes.subarray(cut)], options)).toEqual(expected);
    }
  });

  test.each(good)("%s, byte by byte", (_, text, __, options) => {
    const bytes = [...Buffer.from(text, "latin1")].map((byte) => Buffer.from([byte]));
    expect(parse(bytes, options)).toEqual(whole(text, options));
  });

  test("a body until the connection closes", () => {
    const text = "HTTP/1.1 200 OK\r\nContent-Type: a/b\r\n\r\nhello";
    const closed = whole(text, { closed: true });
    expect(closed).toMatchObject({ body: "hello", ended: 1, reusable: false });
    expect(whole(text)).toMatchObject({ ended: 0 });
  });
});

test("passes end-to-end headers on, in small letters, with all bytes of their values", () => {
  const { headers } = whole(
    "HTTP/1.1 200 OK\r\nConnection: x-b , close\r\nX-A: \t\u00e0\u00a0 \r\nX-B: c\r\n" +
      "Keep-Alive: timeout=5\r\nSet-Cookie: a\r\nset-cookie: b\r\nX-Empty:\r\n" +
      "Content-Length: 0\r\n\r\n",
  );
  expect(headers).toEqual([
    ...["x-a", "\u00e0\u00a0"],
    ...["set-cookie", "a", "set-cookie", "b"],
    ...["x-empty", "", "content-length", "0"],
  ]);
});

test.each([
  ["HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n", false],
  ["HTTP/1.1 200 OK\r\nConnection: Keep-Alive, Close\r\nContent-Length: 0\r\n\r\n", false],
  ["HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n", false],
  ["HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n", true],
])("knows whether the connection may be used again: %j", (text, reusable) => {
  expect(whole(text).reusable).toBe(reusable);
});

describe("refuses a response with", () => {
  const head = "HTTP/1.1 200 OK\r\n";
  test.each([
    ["another protocol", "SSH-2.0-OpenSSH\r\n\r\n"],
    ["HTTP/2", "HTTP/2 200 OK\r\n\r\n"],
    ["a status of two digits", "HTTP/1.1 20 OK\r\n\r\n"],
    ["a status out of range", "HTTP/1.1 600 OK\r\n\r\n"],
    ["a status line that ends in a bare line feed", "HTTP/1.1 200 OK\nA: b\r\n\r\n"],
    ["a switch of protocols", "HTTP/1.1 101 Switching\r\n\r\n"],
    ["too many interim answers", "HTTP/1.1 100 Continue\r\n\r\n".repeat(9)],
    ["a folded header", `${head}A: b\r\n c\r\nContent-Length: 0\r\n\r\n`],
    ["a header without a colon", `${head}A\r\n\r\n`],
    ["a header without a name", `${head}: a\r\n\r\n`],
    ["a space before the colon", `${head}A : b\r\n\r\n`],
    ["a bare carriage return", `${head}A: b\rB: c\r\n\r\n`],
    ["a bare line feed", `${head}A: b\nB: c\r\n\r\n`],
    ["a null byte", `${head}A: b\u0000\r\n\r\n`],
    ["two lengths", `${head}Content-Length: 1\r\nContent-Length: 2\r\n\r\na`],
    ["one length twice", `${head}Content-Length: 1\r\nContent-Length: 1\r\n\r\na`],
    ["a list of lengths", `${head}Content-Length: 1, 1\r\n\r\na`],
    ["a signed length", `${head}Content-Length: +1\r\n\r\na`],
    ["a length in hexadecimal", `${head}Content-Length: 0x1\r\n\r\na`],
    ["a length beyond numbers", `${head}Content-Length: ${"9".repeat(30)}\r\n\r\na`],
    ["a length and chunks", `${head}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n`],
    ["an unknown encoding", `${head}Transfer-Encoding: gzip, chunked\r\n\r\n`],
    [
      "chunked twice over",
      `${head}Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n`,
    ],
    ["chunks in HTTP/1.0", "HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"],
    ["a chunk without a size", `${head}Transfer-Encoding: chunked\r\n\r\n\r\n`],
    ["a chunk size with a prefix", `${head}Transfer-Encoding: chunked\r\n\r\n0x1\r\na\r\n`],
    ["a negative chunk size", `${head}Transfer-Encoding: chunked\r\n\r\n-1\r\n`],
    [
      "a chunk size beyond numbers",
      `${head}Transfer-Encoding: chunked\r\n\r\n${"f".repeat(16)}\r\n`,
    ],
    [
      "a chunk that is longer than its size",
      `${head}Transfer-Encoding: chunked\r\n\r\n1\r\nab\r\n`,
    ],
    ["a chunk line without end", `${head}Transfer-Encoding: chunked\r\n\r\n1;${"a".repeat(300)}`],
    [
      "a trailer without end",
      `${head}Transfer-Encoding: chunked\r\n\r\n0\r\n${"A: b\r\n".repeat(2000)}`,
    ],
    ["a head without end", `${head}${"A: b\r\n".repeat(9000)}`],
    ["a long head", `${head}A: ${"b".repeat(40_000)}\r\n\r\n`],
    ["another response behind it", `${head}Content-Length: 1\r\n\r\naHTTP/1.1 200 OK\r\n\r\n`],
    ["a body where none may be", "HTTP/1.1 204 No Content\r\n\r\na"],
  ])("%s", (_, text) => {
    const heard = whole(text);
    expect(heard.error).not.toBe("");
    expect(heard.reusable).toBe(false);
  });

  test.each([
    ["a cut head", `${head}A: b`],
    ["a cut body", `${head}Content-Length: 2\r\n\r\na`],
    ["cut chunks", `${head}Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n`],
    ["nothing", ""],
  ])("%s when the connection closes", (_, text) => {
    const heard = whole(text, { closed: true });
    expect(heard).toMatchObject({ ended: 0, error: expect.stringContaining("closed") });
  });
});

describe("properties", () => {
  const cuts = fc.array(fc.nat({ max: 40 }), { maxLength: 30 });
  const cut = (bytes: Buffer, sizes: readonly number[]) => {
    const parts: Buffer[] = [];
    let at = 0;
    for (const size of sizes) {
      parts.push(bytes.subarray(at, at + size));
      at += size;
    }
    return [...parts, bytes.subarray(at)].filter((part) => part.length > 0);
  };

  test("any chunked body comes out as it went in, however it is cut", () => {
    const body = fc.array(fc.uint8Array({ minLength: 1, maxLength: 50 }), { maxLength: 8 });
    fc.assert(
      fc.property(body, cuts, (chunks, sizes) => {
        const coded = chunks.map((chunk) =>
          Buffer.concat([
            Buffer.from(`${chunk.length.toString(16)}\r\n`),
            chunk,
            Buffer.from("\r\n"),
          ]),
        );
        const head = Buffer.from("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        const bytes = Buffer.concat([head, ...coded, Buffer.from("0\r\n\r\n")]);
        const heard = parse(cut(bytes, sizes));
        expect(heard).toMatchObject({ error: "", ended: 1, reusable: true });
        expect(heard.body).toBe(Buffer.concat(chunks).toString("latin1"));
      }),
    );
  });

  test("garbage is refused or waited for, in the same way however it is cut", () => {
    const piece = fc.constantFrom(
      "HTTP/1.1 200 OK",
      ...["\r\n", "\r", "\n", ":", "abc", "0", "3", "A: b"],
      ...["Content-Length: 3", "Transfer-Encoding: chunked"],
    );
    const garbage = fc.oneof(
      fc.array(piece).map((parts) => parts.join("")),
      fc.string(),
    );
    fc.assert(
      fc.property(garbage, cuts, (text, sizes) => {
        const bytes = Buffer.from(text, "latin1");
        const [all, pieces] = [parse([bytes]), parse(cut(bytes, sizes))];
        expect(pieces.error).toBe(all.error);
        expect(pieces.ended).toBe(all.ended);
      }),
      { numRuns: 2000 },
    );
  });
});
