import { expect, test } from "vitest";
import { readSection, setInSection } from "./ini.ts";

const config = `# my settings
[default]
region = eu-central-1

[profile gatepool]
region=us-west-2 
output = json
s3 =
  addressing_style = path
  region = not-this-one
# keep me
[profile other]
endpoint_url = https://other
`;

test("keys of a section are set, and every other line stays", () => {
  const changes = { region: "us-east-1", endpoint_url: "http://127.0.0.1:4566" };
  expect(setInSection(config, "profile gatepool", changes)).toBe(`# my settings
[default]
region = eu-central-1

[profile gatepool]
region = us-east-1
endpoint_url = http://127.0.0.1:4566
output = json
s3 =
  addressing_style = path
  region = not-this-one
# keep me
[profile other]
endpoint_url = https://other
`);
});

test("doing it twice changes nothing more", () => {
  const changes = { region: "us-east-1" };
  const once = setInSection(config, "profile gatepool", changes);
  expect(setInSection(once, "profile gatepool", changes)).toBe(once);
});

test("a section that is missing is added at the end", () => {
  const added = "[profile new]\nregion = us-east-1\n";
  expect(setInSection("", "profile new", { region: "us-east-1" })).toBe(added);
  expect(setInSection("[a]\nb = c", "profile new", { region: "us-east-1" })).toBe(
    `[a]\nb = c\n\n${added}`,
  );
});

test("a key without a value is taken away, with what is nested under it", () => {
  const changed = setInSection(config, "profile gatepool", { s3: undefined, region: undefined });
  expect(readSection(changed, "profile gatepool")).toEqual({ output: "json" });
  expect(changed).not.toContain("addressing_style");
  expect(changed).toContain("# keep me");
});

test("line endings of Windows stay", () => {
  const text = "[default]\r\nregion = a\r\n";
  expect(setInSection(text, "default", { region: "b" })).toBe("[default]\r\nregion = b\r\n");
});

test("a section is read without what is nested", () => {
  expect(readSection(config, "profile gatepool")).toEqual({
    region: "us-west-2",
    output: "json",
    s3: "",
  });
  expect(readSection(config, "absent")).toBeUndefined();
});
