import { describe, expect, it } from "vitest";
import { issuerOf, userPoolOfIssuer } from "./issuer.ts";

const pool = "eu-west-1_AbC123xyz";

describe("the issuer of a pool", () => {
  it("is spelled as AWS does, or as the public address", () => {
    expect(issuerOf("aws", pool)).toBe(`https://cognito-idp.eu-west-1.amazonaws.com/${pool}`);
    expect(issuerOf(new URL("https://id.example.com"), pool)).toBe(
      `https://id.example.com/${pool}`,
    );
    expect(issuerOf(new URL("http://127.0.0.1:4566/base/"), pool)).toBe(
      `http://127.0.0.1:4566/base/${pool}`,
    );
  });

  it.each([
    `https://cognito-idp.eu-west-1.amazonaws.com/${pool}`,
    `https://issuer-cognito-idp.eu-west-1.amazonaws.com/${pool}`,
    `http://127.0.0.1:4566/${pool}`,
  ])("is recognised as %s", (issuer) => {
    expect(userPoolOfIssuer(issuer, ["http://127.0.0.1:4566/"])).toBe(pool);
  });

  it.each([
    `https://cognito-idp.us-east-1.amazonaws.com/${pool}`,
    `http://cognito-idp.eu-west-1.amazonaws.com/${pool}`,
    `https://cognito-idp.eu-west-1.amazonaws.com.example.com/${pool}`,
    `https://cognito-idp.eu-west-1.amazonaws.com/${pool}/`,
    `https://cognito-idp.eu-west-1.amazonaws.com/other/${pool}`,
    `https://127.0.0.1:4566/${pool}`,
    pool,
    "",
  ])("is not recognised as %s", (issuer) => {
    expect(userPoolOfIssuer(issuer, ["http://127.0.0.1:4566"])).toBeUndefined();
  });
});
