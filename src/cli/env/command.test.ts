import { rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { gatepool } from "../../../test/fixtures/command-line.ts";
import { temporaryFolder } from "../../../test/fixtures/storage.ts";

test("the variables of every AWS tool are printed, for the server that is meant", async () => {
  const args = ["env", "--shell", "sh", "--url", "http://127.0.0.1:4567/"];
  expect((await gatepool(args)).stdout).toBe(
    `export AWS_ENDPOINT_URL='http://127.0.0.1:4567'
export AWS_REGION='us-east-1'
export AWS_DEFAULT_REGION='us-east-1'
export AWS_ACCESS_KEY_ID='test'
export AWS_SECRET_ACCESS_KEY='test'
`,
  );
});

test("a profile is written where AWS's variables say", async () => {
  const folder = await temporaryFolder();
  const AWS_CONFIG_FILE = join(folder, "config");
  const AWS_SHARED_CREDENTIALS_FILE = join(folder, "credentials");
  const env = { AWS_CONFIG_FILE, AWS_SHARED_CREDENTIALS_FILE };
  const { code, stdout } = await gatepool(["env", "--profile", "mine"], env);
  expect(code).toBe(0);
  expect(stdout).toBe(
    `The profile mine is in ${AWS_CONFIG_FILE} and ${AWS_SHARED_CREDENTIALS_FILE}. Try it:\n` +
      "  aws --profile mine cognito-idp list-user-pools --max-results 10\n",
  );
  await rm(folder, { recursive: true });
});
