import { test } from "vitest";
import { expectComplaints } from "./planted.ts";
import { sizeRules } from "./sizes.ts";

const body = (lines: number) => "  step();\n".repeat(lines);

test("a long file", () => {
  const files = { "src/a.ts": "step();\n".repeat(301), "src/b.ts": "step();\n".repeat(300) };
  expectComplaints(sizeRules, files, ["src/a.ts:301 file-size"]);
});

test("a long function, in each of its forms", () => {
  const files = {
    "src/a.ts": `\nfunction long() {\n${body(69)}}\n`,
    "src/b.ts": `\nconst long = () => {\n${body(69)}};\n`,
    "src/c.ts": `class Long {\n  run() {\n${body(69)}}\n}\n`,
    "src/d.ts": `function short() {\n${body(68)}}\n`,
  };
  const places = ["src/a.ts:2", "src/b.ts:2", "src/c.ts:2"];
  expectComplaints(
    sizeRules,
    files,
    places.map((place) => `${place} function-size`),
  );
});

test("a group of tests may be long, a test may not", () => {
  const files = {
    "src/a.test.ts": `describe.each([1])("a", () => {\n${body(90)}});\n`,
    "src/b.test.ts": `test("b", () => {\n${body(90)}});\n`,
  };
  expectComplaints(sizeRules, files, ["src/b.test.ts:1 function-size"]);
});

test("a long line, unless it is one word or imports one name", () => {
  const files = {
    "tools/a.sh": `\necho ${"x".repeat(100)}\n`,
    "src/b.ts": `//\n  "${"x".repeat(200)}";\n`,
    "src/c.ts": `import { ${"x".repeat(50)} } from "./${"x".repeat(50)}.ts";\n`,
    "src/d.ts": `import { a, ${"x".repeat(50)} } from "./${"x".repeat(50)}.ts";\n`,
  };
  expectComplaints(sizeRules, files, ["tools/a.sh:2 columns", "src/d.ts:1 columns"]);
});

test("what a program wrote has any size", () => {
  expectComplaints(sizeRules, { "src/wire/shapes/iam.ts": "step();\n".repeat(999) }, []);
});
