import { describe, test } from "vitest";
import { leftoverRules } from "./leftovers.ts";
import { expectComplaints } from "./planted.ts";

test("something to do that no issue knows of", () => {
  const files = {
    "src/a.ts": "/**\n * TODO: finish\n */\n",
    "src/b.ts": "\n// FIXME later\n",
    "tools/c.sh": "\n# TODO\n",
    "src/d.ts": '// TODO #12: finish\nconst text = "TODO";\n',
  };
  expectComplaints(leftoverRules, files, [
    "tools/c.sh:2 to-do",
    "src/a.ts:2 to-do",
    "src/b.ts:2 to-do",
  ]);
});

describe("commented-out code", () => {
  test.each([
    ["a statement", "// return value;"],
    ["an import", '// import { a } from "./a.ts";'],
    ["a few lines", "// if (value) {\n//   stop();\n// }"],
    ["a method", "// async run(input) {\n//   return input;\n// }"],
    ["a block", "/* const value = 1; */"],
  ])("%s", (_, text) => {
    const file = { "src/a.ts": `\n${text}\n` };
    expectComplaints(leftoverRules, file, ["src/a.ts:2 commented-out-code"]);
  });

  test.each([
    ["a sentence", "// Kept on purpose; AWS answers 200 here."],
    ["a list", "// first;\n// second;"],
    ["an example in a docstring", "/**\n * const a = open();\n */"],
    ["a name", "// requestContext"],
  ])("not %s", (_, text) => {
    expectComplaints(leftoverRules, { "src/a.ts": `${text}\n` }, []);
  });
});

test("console, outside of the command line", () => {
  const text = '\nconsole.log("x");\n';
  const files = { "src/main.ts": text, "src/cli/token.ts": text, "tools/a.ts": text };
  expectComplaints(leftoverRules, files, ["src/main.ts:2 console"]);
});
