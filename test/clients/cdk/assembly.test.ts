import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, copyOfApp, exampleFolder, filesOf } from "./app.ts";

const modules = fileURLToPath(new URL("node_modules", import.meta.url));

let app: App;

beforeAll(async () => {
  app = await copyOfApp(modules, { type: "module" });
});
afterAll(() => app.close());

it("is what the app synthesises, in any folder", async () => {
  const synthesised = await app.run(["npx", "cdk", "synth", "--quiet"]);
  expect(synthesised.code, synthesised.stderr).toBe(0);
  const kept = await app.run(["npx", "tsx", "keep-assembly.ts"]);
  expect(kept.code, kept.stderr).toBe(0);
  const assembly = await filesOf(join(app.folder, "assembly"));
  expect(assembly).toEqual(await filesOf(join(exampleFolder, "assembly")));
});
