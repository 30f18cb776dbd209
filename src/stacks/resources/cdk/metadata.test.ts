import { expect, test } from "vitest";
import { resourceContext } from "../../../../test/fixtures/resource-context.ts";
import { metadata } from "./metadata.ts";

test("comes, changes and goes without making anything", async () => {
  const context = resourceContext([]);
  const [previous, properties] = [{ Analytics: "v2:deflate64:H4s" }, { Analytics: "v2:other" }];
  const { physicalId } = await metadata.create(previous, context);
  expect(await metadata.update?.({ physicalId, previous, properties }, context)).toEqual({
    physicalId,
  });
  await metadata.delete({ physicalId, properties }, context);
});
