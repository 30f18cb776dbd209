import { describe, expect, it } from "vitest";
import { isSecretHash, secretHash } from "./secret-hash.ts";

const vector = "qBsFMmWqi7DNCzPcSToHBghK7oLGC0+HiHGheaRT0tM=";

describe("a secret hash", () => {
  it("agrees with the published vector", () => {
    expect(secretHash("secret123", "alice", "client456")).toBe(vector);
  });

  it("is of one secret, one username and one client", () => {
    expect(isSecretHash(vector, "secret123", "alice", "client456")).toBe(true);
    expect(isSecretHash(vector, "secret124", "alice", "client456")).toBe(false);
    expect(isSecretHash(vector, "secret123", "Alice", "client456")).toBe(false);
    expect(isSecretHash(vector, "secret123", "alice", "client457")).toBe(false);
    expect(isSecretHash("", "secret123", "alice", "client456")).toBe(false);
    expect(isSecretHash(vector.slice(0, -1), "secret123", "alice", "client456")).toBe(false);
  });
});
