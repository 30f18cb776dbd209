import { test } from "vitest";
import { linkRules } from "./links.ts";
import { expectComplaints } from "./planted.ts";

test("a link to a page that is not there", () => {
  const files = {
    "docs/why.md": "See [security](security.md) and [this](../README.md#top).\n\n[gone](gone.md)",
    "docs/security.md": "[examples](../examples), [web](https://example.com/gone.md), [here](#top)",
    "README.md": "[docs](docs/why.md), [gone](docs/gone.md)",
    "examples/a.md": "",
  };
  expectComplaints(linkRules, files, ["docs/why.md:3 links", "README.md:1 links"]);
});
