import { afterAll, beforeAll, expect, test } from "vitest";
import {
  createFunction,
  type FunctionsServer,
  functionsServer,
  invokeFunction,
} from "../../../test/fixtures/functions.ts";

let server: FunctionsServer;

beforeAll(async () => {
  server = await functionsServer();
});
afterAll(() => server.close());

const settings = { Runtime: "provided.al2023", Handler: "any" } as const;

/** A runtime of its own that knows no more of the runtime API than its public description. */
const bootstrap = (interpreter: string) => `#!${interpreter}
import http.client, os
connection = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
root = "/2018-06-01/runtime/invocation/"
while True:
    connection.request("GET", root + "next")
    event = connection.getresponse()
    body = event.read()
    path = root + event.headers["Lambda-Runtime-Aws-Request-Id"] + "/response"
    connection.request("POST", path, b'{"got":' + body + b"}")
    connection.getresponse().read()
`;

test("code that brings its own runtime", async () => {
  const files = { bootstrap: bootstrap("/usr/bin/env python3") };
  await createFunction(server, "own", files, settings);
  expect((await invokeFunction(server, "own", { x: 1 })).result).toEqual({ got: { x: 1 } });
  expect((await invokeFunction(server, "own", { x: 2 })).result).toEqual({ got: { x: 2 } });
});

test.each([
  ["none at all", { "other.sh": "#!/bin/sh\n" }],
  ["one that may not be executed", { bootstrap: "exit 0\n" }],
])("%s", async (_, files) => {
  const name = `broken-${Object.keys(files).join("").replace(/\W/g, "")}`;
  await createFunction(server, name, files, settings);
  await expect(invokeFunction(server, name)).rejects.toThrow(
    "The function has the runtime provided.al2023 but no executable file called bootstrap",
  );
});
