import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { companionRules } from "./tidy/companions.ts";
import { dependencyRules } from "./tidy/dependencies.ts";
import { floorRules } from "./tidy/floors.ts";
import { leftoverRules } from "./tidy/leftovers.ts";
import { linkRules } from "./tidy/links.ts";
import { nameRules } from "./tidy/names.ts";
import { placeRules } from "./tidy/places.ts";
import { type Rule, readRepository } from "./tidy/repository.ts";
import { sizeRules } from "./tidy/sizes.ts";
import { typeRules } from "./tidy/types.ts";

const rules: Readonly<Record<string, Rule>> = {
  floors: floorRules,
  sizes: sizeRules,
  names: nameRules,
  types: typeRules,
  leftovers: leftoverRules,
  companions: companionRules,
  places: placeRules,
  dependencies: dependencyRules,
  links: linkRules,
};

const repository = readRepository(fileURLToPath(new URL("..", import.meta.url)));

test("there is something to look at", () => {
  const seen = repository.sources.map(({ path }) => path);
  expect(seen).toContain("src/foundation/clock.ts");
  expect(seen).toContain("test/tidy.test.ts");
  expect(repository.files.map(({ path }) => path)).toContain("package.json");
});

test.each(Object.entries(rules))("%s", (_, rule) => {
  const complaints = rule(repository).map(
    ({ file, line, rule: name, message }) => `${file}:${line} ${name}: ${message}`,
  );
  expect(complaints).toEqual([]);
});
