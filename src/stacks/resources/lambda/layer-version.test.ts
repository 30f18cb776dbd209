import { afterAll, beforeAll, expect, test } from "vitest";
import { zipOf } from "../../../../test/fixtures/functions.ts";
import { resourceServer } from "../../../../test/fixtures/resources.ts";
import { layerVersion } from "./layer-version.ts";

let server: Awaited<ReturnType<typeof resourceServer>>;
beforeAll(async () => {
  server = await resourceServer({
    readObject: async () =>
      (async function* () {
        yield zipOf({ "python/shared.py": "word = 'shared'" });
      })(),
  });
});
afterAll(() => server.close());

test("a version of a layer is found by the name that the stack gave it", async () => {
  const context = server.context("Shared");
  const properties = {
    Content: { S3Bucket: "assets", S3Key: "layer.zip" },
    CompatibleRuntimes: ["python3.11"],
    Description: "shared words",
  };
  const { physicalId } = await layerVersion.create(properties, context);
  expect(physicalId).toBe(
    "arn:aws:lambda:us-east-1:000000000000:layer:hello-Shared-AbCdEfGhIjKl:1",
  );
  expect(await layerVersion.read?.({ physicalId, properties }, context)).toEqual(properties);
  expect(await layerVersion.alike?.(properties, context)).toEqual([physicalId]);
  const named = { ...properties, LayerName: "hello-Shared-AbCdEfGhIjKl" };
  expect(await layerVersion.alike?.(named, context)).toEqual([physicalId]);
  await layerVersion.delete({ physicalId, properties }, context);
  expect(await layerVersion.alike?.(properties, context)).toEqual([]);
  expect(await layerVersion.read?.({ physicalId, properties }, context)).toBeUndefined();
});
