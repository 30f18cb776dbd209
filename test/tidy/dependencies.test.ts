import { test } from "vitest";
import { dependencyRules } from "./dependencies.ts";
import { expectComplaints } from "./planted.ts";

const manifest = JSON.stringify(
  { dependencies: { pg: "1.0.0" }, devDependencies: { "@aws-sdk/client-iam": "1.0.0" } },
  null,
  2,
);
const reasons = "| `pg` | speaks to PostgreSQL |\n| `@aws-sdk/client-iam` | types |";

test("a dependency without a reason", () => {
  const files = { "package.json": manifest, "docs/dependencies.md": "| `pg` | ... |" };
  expectComplaints(dependencyRules, files, ["package.json:6 reasons"]);
});

test("a reason without its dependency", () => {
  const files = {
    "package.json": manifest,
    "docs/dependencies.md": `${reasons}\n| \`undici\` | ... |`,
  };
  expectComplaints(dependencyRules, files, ["docs/dependencies.md:3 reasons"]);
});

test("a package that is not there once published", () => {
  const files = {
    "package.json": manifest,
    "docs/dependencies.md": reasons,
    "src/access/a.ts": '\nimport { IAMClient } from "@aws-sdk/client-iam";',
    "src/access/b.ts": 'import type { IAMClient } from "@aws-sdk/client-iam";',
    "src/access/c.test.ts": 'import { IAMClient } from "@aws-sdk/client-iam";',
    "src/access/d.ts": 'import { Pool } from "pg"; import "node:fs";',
  };
  expectComplaints(dependencyRules, files, ["src/access/a.ts:2 installed"]);
});
