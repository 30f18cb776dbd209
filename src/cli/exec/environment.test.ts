import { expect, test } from "vitest";
import { environmentOf } from "./environment.ts";

const proxyUrl = "http://127.0.0.1:40000";
const surroundings = {
  aws: {
    url: "http://127.0.0.1:4566",
    region: "eu-west-1",
    accessKeyId: "test",
    secretAccessKey: "test",
  },
  proxyUrl,
  files: { AWS_CA_BUNDLE: "/tmp/bundle" },
};

const environment = (user: Record<string, string> = {}) => environmentOf(user, surroundings);

test("AWS is the server, and everything else is as it was", () => {
  expect(environment({ PATH: "/bin", AWS_PAGER: "" })).toEqual({
    PATH: "/bin",
    AWS_PAGER: "",
    AWS_ENDPOINT_URL: "http://127.0.0.1:4566",
    GATEPOOL_URL: "http://127.0.0.1:4566",
    AWS_REGION: "eu-west-1",
    AWS_DEFAULT_REGION: "eu-west-1",
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
    AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "false",
    AWS_USE_FIPS_ENDPOINT: "false",
    AWS_USE_DUALSTACK_ENDPOINT: "false",
    AWS_EC2_METADATA_DISABLED: "true",
    HTTPS_PROXY: proxyUrl,
    https_proxy: proxyUrl,
    HTTP_PROXY: proxyUrl,
    http_proxy: proxyUrl,
    NO_PROXY: "localhost,127.0.0.1,::1",
    no_proxy: "localhost,127.0.0.1,::1",
    NODE_USE_ENV_PROXY: "1",
    NODE_OPTIONS: expect.stringMatching(/^--require ".+node-preload\.cjs"$/),
    AWS_CA_BUNDLE: "/tmp/bundle",
  });
});

test.each([
  ...["AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_SESSION_TOKEN", "AWS_SECURITY_TOKEN"],
  ...["AWS_ROLE_ARN", "AWS_ROLE_SESSION_NAME", "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_ACCOUNT_ID"],
  ...["AWS_CONTAINER_CREDENTIALS_FULL_URI", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"],
  ...["AWS_CONTAINER_AUTHORIZATION_TOKEN", "AWS_CREDENTIAL_EXPIRATION"],
  ...["AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", "AWS_ENDPOINT_URL_S3"],
  ...["AWS_EC2_METADATA_SERVICE_ENDPOINT", "AWS_BEARER_TOKEN_BEDROCK"],
])("%s leads elsewhere and is not handed on", (name) => {
  expect(environment({ [name]: "real" })).not.toHaveProperty(name);
});

test.each([
  ...["AWS_ENDPOINT_URL", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "GATEPOOL_URL"],
  ...["AWS_USE_FIPS_ENDPOINT", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "AWS_CA_BUNDLE"],
  ...["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"],
])("the user's %s is replaced", (name) => {
  const replaced = environment({ [name]: "real" })[name];
  expect(replaced).toBeDefined();
  expect(replaced).not.toContain("real");
});

test("what may pass by the proxy is the user's, but for AWS", () => {
  const { NO_PROXY, no_proxy } = environment({ NO_PROXY: ".internal,.amazonaws.com" });
  expect(NO_PROXY).toBe("localhost,127.0.0.1,::1,.internal");
  expect(no_proxy).toBe(NO_PROXY);
});

test("the user's options of Node.js stay", () => {
  const { NODE_OPTIONS } = environment({ NODE_OPTIONS: "--max-old-space-size=64" });
  expect(NODE_OPTIONS).toMatch(/^--require ".+" --max-old-space-size=64$/);
});
