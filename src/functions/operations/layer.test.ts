import {
  DeleteLayerVersionCommand,
  GetFunctionConfigurationCommand,
  GetLayerVersionByArnCommand,
  GetLayerVersionCommand,
  ListLayersCommand,
  ListLayerVersionsCommand,
  PublishLayerVersionCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
} from "@aws-sdk/client-lambda";
import { zipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  createFunction,
  type FunctionsServer,
  functionsServer,
  invokeFunction,
  zipOf,
} from "../../../test/fixtures/functions.ts";
import { engineNames } from "../../../test/fixtures/storage.ts";

let server: FunctionsServer;

describe.each(engineNames)("layers on %s", (engine) => {
  beforeEach(async () => {
    server = await functionsServer({}, engine);
  });
  afterEach(() => server.close());

  const arnOf = (name: string) => `arn:aws:lambda:us-east-1:000000000000:layer:${name}`;
  const publish = (LayerName: string, files: Record<string, string>, settings: object = {}) =>
    publishZip(LayerName, zipOf(files), settings);
  const publishZip = (LayerName: string, ZipFile: Uint8Array, settings: object = {}) =>
    server.lambda.send(
      new PublishLayerVersionCommand({ LayerName, Content: { ZipFile }, ...settings }),
    );
  const greeting = (text: string) => ({ "python/greeting.py": `text = '${text}'\n` });
  const greeter = {
    "app.py": "import greeting\ndef handler(e, c):\n    return greeting.text\n",
  };

  describe("layers", () => {
    test("are published, shown, listed and deleted", async () => {
      const first = await publish("tools", greeting("1"), {
        Description: "What we share",
        CompatibleRuntimes: ["python3.11"],
        CompatibleArchitectures: ["x86_64"],
        LicenseInfo: "MIT",
      });
      const shown = {
        LayerArn: arnOf("tools"),
        LayerVersionArn: `${arnOf("tools")}:1`,
        Version: 1,
        Description: "What we share",
        CreatedDate: expect.stringMatching(/^\d{4}-.*\+0000$/),
        CompatibleRuntimes: ["python3.11"],
        CompatibleArchitectures: ["x86_64"],
        LicenseInfo: "MIT",
        Content: { CodeSize: zipOf(greeting("1")).length, CodeSha256: expect.any(String) },
      };
      expect(first).toMatchObject(shown);
      await publish(arnOf("tools"), greeting("2"));
      const get = (VersionNumber: number) =>
        server.lambda.send(new GetLayerVersionCommand({ LayerName: "tools", VersionNumber }));
      expect(await get(1)).toMatchObject(shown);
      const byArn = new GetLayerVersionByArnCommand({ Arn: `${arnOf("tools")}:1` });
      expect(await server.lambda.send(byArn)).toMatchObject(shown);
      const remove = { LayerName: "tools", VersionNumber: 2 };
      await server.lambda.send(new DeleteLayerVersionCommand(remove));
      await server.lambda.send(new DeleteLayerVersionCommand(remove));
      await expect(get(2)).rejects.toMatchObject({
        name: "ResourceNotFoundException",
        message: "The resource you requested does not exist.",
      });
      expect((await publish("tools", greeting("3"))).Version).toBe(3);
    });

    test("are listed in pages: versions newest first, layers with their newest", async () => {
      const CompatibleRuntimes = ["nodejs22.x"];
      await publish("a", greeting("1"), { CompatibleRuntimes });
      await publish("a", greeting("2"));
      await publish("b", greeting("1"));
      const versions = (input: object = {}) =>
        server.lambda.send(new ListLayerVersionsCommand({ LayerName: "a", ...input }));
      const numbers = async (input: object) =>
        (await versions(input)).LayerVersions?.map(({ Version }) => Version);
      expect(await numbers({})).toEqual([2, 1]);
      const { NextMarker: Marker } = await versions({ MaxItems: 1 });
      expect(await numbers({ MaxItems: 1, Marker })).toEqual([1]);
      expect(await numbers({ CompatibleRuntime: "nodejs22.x" })).toEqual([1]);
      const list = (input: object = {}) => server.lambda.send(new ListLayersCommand(input));
      expect((await list()).Layers).toMatchObject([
        { LayerName: "a", LayerArn: arnOf("a"), LatestMatchingVersion: { Version: 2 } },
        { LayerName: "b", LatestMatchingVersion: { Version: 1 } },
      ]);
      expect((await list({ CompatibleRuntime: "nodejs22.x" })).Layers).toMatchObject([
        { LayerName: "a", LatestMatchingVersion: { Version: 1 } },
      ]);
      const page = await list({ MaxItems: 1 });
      const rest = await list({ MaxItems: 1, Marker: page.NextMarker });
      expect(rest.Layers).toMatchObject([{ LayerName: "b" }]);
      await expect(list({ Marker })).rejects.toThrow("Invalid Marker");
      await expect(versions({ Marker: page.NextMarker })).rejects.toThrow("Invalid Marker");
    });

    test("get numbers that are never given twice, also at once", async () => {
      const many = Array.from({ length: 10 }, () => publish("tools", greeting("x")));
      const numbers = (await Promise.all(many)).map(({ Version }) => Version);
      expect(new Set(numbers).size).toBe(10);
    });

    test.each([
      [Buffer.from("no zip"), "Could not unzip"],
      [new Uint8Array(), "non-empty zip"],
      [zipSync({ "../out": new Uint8Array(1) }), "Could not unzip"],
    ])("refuse what cannot be unpacked", async (zip, message) => {
      await expect(publishZip("tools", zip)).rejects.toThrow(message);
    });

    test("of others are not here", async () => {
      const other = "arn:aws:lambda:us-east-1:111111111111:layer:tools";
      await expect(publish(other, greeting("1"))).rejects.toThrow("account and region");
      const byArn = new GetLayerVersionByArnCommand({ Arn: `${other}:1` });
      await expect(server.lambda.send(byArn)).rejects.toThrow("account and region");
    });
  });

  describe("a function with layers", () => {
    const update = (Layers: string[]) =>
      server.lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName: "hello", Layers }));

    test("finds what they hold; the last one wins, and outlives its deletion", async () => {
      await publish("one", { ...greeting("one"), "python/only_one.py": "text = 'both'\n" });
      await publish("two", greeting("two"));
      const code = { "app.py": `import only_one\n${greeter["app.py"]}` };
      const Layers = [`${arnOf("one")}:1`, `${arnOf("two")}:1`];
      const created = await createFunction(server, "hello", code, { Layers });
      expect(created.Layers?.map(({ Arn }) => Arn)).toEqual(Layers);
      expect((await invokeFunction(server, "hello")).result).toBe("two");
      await update(Layers.toReversed());
      expect((await invokeFunction(server, "hello")).result).toBe("one");
      const remove = { LayerName: "two", VersionNumber: 1 };
      await server.lambda.send(new DeleteLayerVersionCommand(remove));
      await expect(update(Layers)).rejects.toThrow(
        `Layer version ${arnOf("two")}:1 does not exist.`,
      );
      const ZipFile = zipOf({ "app.py": `${greeter["app.py"]}\n` });
      await server.lambda.send(new UpdateFunctionCodeCommand({ FunctionName: "hello", ZipFile }));
      expect((await invokeFunction(server, "hello")).result).toBe("one");
      await update([]);
      const asked = new GetFunctionConfigurationCommand({ FunctionName: "hello" });
      expect((await server.lambda.send(asked)).Layers).toBeUndefined();
      expect((await invokeFunction(server, "hello")).error).toBe("Unhandled");
    });

    test("finds packages of Node.js, and programs", async () => {
      await publish("node", {
        "nodejs/node_modules/tea/index.js": "module.exports = 'tea';\n",
        "bin/kettle": "#!/bin/sh\necho boils\n",
      });
      const source =
        "const { execFileSync } = require('node:child_process');\n" +
        "exports.handler = async () => require('tea') + ' ' + execFileSync('kettle');\n";
      await createFunction(
        server,
        "hello",
        { "index.js": source },
        { Runtime: "nodejs22.x", Handler: "index.handler", Layers: [`${arnOf("node")}:1`] },
      );
      expect((await invokeFunction(server, "hello")).result).toBe("tea boils\n");
    });

    test("has at most five, of different layers, and not too large", async () => {
      await createFunction(server, "hello", greeter);
      for (const name of ["a", "a", "b"]) await publish(name, greeting(name));
      const six = Array.from({ length: 6 }, () => `${arnOf("a")}:1`);
      await expect(update(six)).rejects.toThrow("Cannot reference more than 5 layers.");
      await expect(update([`${arnOf("a")}:1`, `${arnOf("a")}:2`])).rejects.toThrow(
        "Two different versions of the same layer",
      );
      const large = zipSync({ zeros: new Uint8Array(131_100_000) }, { level: 1 });
      for (const name of ["c", "d"]) await publishZip(name, large);
      await expect(update([`${arnOf("c")}:1`, `${arnOf("d")}:1`])).rejects.toThrow(
        "exceeds the maximum allowed size of 262144000 bytes",
      );
      await update([`${arnOf("b")}:1`]);
      expect((await invokeFunction(server, "hello")).result).toBe("b");
    });
  });
});
