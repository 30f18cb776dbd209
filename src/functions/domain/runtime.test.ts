import { expect, test } from "vitest";
import { parseRuntime, refuseRuntime, supportedRuntimes } from "./runtime.ts";

test("what is supported is understood", () => {
  expect(parseRuntime("python3.11")).toEqual({ kind: "python", version: "3.11" });
  expect(parseRuntime("nodejs22.x")).toEqual({ kind: "nodejs", version: "22" });
  expect(parseRuntime("provided.al2023")).toEqual({ kind: "provided" });
  for (const name of supportedRuntimes) expect(refuseRuntime(name)).toBeUndefined();
});

test.each(["python2.7", "python3.8", "nodejs", "nodejs8.10", "nodejs16.x", "go1.x", "provided"])(
  "%s is retired at AWS too",
  (name) => expect(refuseRuntime(name)).toContain(`The runtime parameter of ${name} is no longer`),
);

test.each(["java21", "dotnet8", "ruby3.4", "cobol"])("%s does not run here", (name) => {
  expect(refuseRuntime(name)).toContain(`Value ${name} at 'runtime' failed to satisfy`);
});
