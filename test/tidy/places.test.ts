import { test } from "vitest";
import { placeRules } from "./places.ts";
import { expectComplaints } from "./planted.ts";

/** Written apart, or this file would break the rule itself. */
const slash = "/";
const quote = '"';

test("folders of somebody's machine", () => {
  const files = {
    "docs/a.md": `\nsee ${slash}home/ada/notes`,
    "src/b.ts": `const file = "${slash}root/key.pem";`,
    "docs/c.md": `cd ${slash}Users/ada/gatepool`,
    "docs/d.md": "src/home/page.ts, https://example.com/root/",
    "src/e.ts": `expect(text).toMatch(${slash}root/);`,
  };
  const places = ["docs/a.md:2", "src/b.ts:1", "docs/c.md:1"];
  expectComplaints(
    placeRules,
    files,
    places.map((place) => `${place} places`),
  );
});

test("where packages were downloaded from", () => {
  const files = {
    "package-lock.json": `{\n"resolved${quote}: "https://example.com/a.tgz" }`,
    ".npmrc": `registry=https:${slash}/registry.example.com/`,
  };
  expectComplaints(placeRules, files, ["package-lock.json:2 places", ".npmrc:1 places"]);
});
