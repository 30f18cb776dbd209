import { expect, test } from "vitest";
import { profilesFor } from "./profiles.ts";

const aws = {
  url: "http://127.0.0.1:4566",
  region: "us-east-1",
  accessKeyId: "test",
  secretAccessKey: "test",
};

const config = `[default]
region = eu-west-1
output = table
cli_pager =
endpoint_url = https://real.example.com
services = other
use_fips_endpoint = true

[profile prod]
role_arn = arn:aws:iam::111122223333:role/Admin
source_profile = default
credential_process = print-keys
s3 =
  endpoint_url = https://real.example.com

[services other]
cognito_identity_provider =
  endpoint_url = https://real.example.com

[sso-session corp]
sso_start_url = https://corp.awsapps.com/start
`;

const credentials = `[prod]
aws_access_key_id = AKIAREAL
aws_secret_access_key = Real-Secret-1
aws_session_token = Real-Token-1

[only-here]
aws_access_key_id = AKIAREAL
aws_secret_access_key = Real-Secret-1
`;

test("every profile means the server, and holds nothing that leads to AWS", () => {
  expect(profilesFor({ config, credentials }, aws)).toEqual({
    config: `[default]
region = eu-west-1
output = table
cli_pager = 
endpoint_url = http://127.0.0.1:4566

[profile prod]
region = us-east-1
endpoint_url = http://127.0.0.1:4566

[profile only-here]
region = us-east-1
endpoint_url = http://127.0.0.1:4566
`,
    credentials: ["default", "prod", "only-here"]
      .map((name) => `[${name}]\naws_access_key_id = test\naws_secret_access_key = test\n`)
      .join("\n"),
  });
});

test("where there are none, none are made", () => {
  const none = { config: "", credentials: "" };
  expect(profilesFor(none, aws)).toEqual(none);
});
