import { createHash } from "node:crypto";
import { AdminCreateUserCommand } from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { filesIn } from "../fixtures/files.ts";
import { clientsOf } from "../fixtures/hello-stack.ts";
import { temporaryServer } from "../fixtures/server.ts";
import { createPoolWithUser, password, signIn } from "../fixtures/users.ts";

describe("pitfall 14: a stolen data folder tells no password", () => {
  let server: Awaited<ReturnType<typeof temporaryServer>>;

  beforeAll(async () => {
    server = await temporaryServer();
    const { idp } = clientsOf(server.url);
    const { poolId, clientId } = await createPoolWithUser(idp);
    await signIn(idp, poolId, clientId);
    const invited = {
      UserAttributes: [{ Name: "email", Value: "eve@example.com" }],
      DesiredDeliveryMediums: ["EMAIL" as const],
      TemporaryPassword: password,
    };
    await idp.send(new AdminCreateUserCommand({ UserPoolId: poolId, Username: "eve", ...invited }));
  });
  afterAll(() => server.close());

  it("neither in the clear, nor encoded, nor as a plain hash", async () => {
    const forms = [password, Buffer.from(password).toString("base64").replace(/=+$/, "")];
    for (const algorithm of ["md5", "sha1", "sha256", "sha512"]) {
      const hash = createHash(algorithm).update(password);
      forms.push(hash.copy().digest("hex"), hash.digest("base64").replace(/=+$/, ""));
    }
    const files = await filesIn(server.dataDir);
    expect(files.size).toBeGreaterThan(1);
    for (const [file, content] of files) {
      for (const form of forms) expect(content.includes(form), file).toBe(false);
    }
  });
});
