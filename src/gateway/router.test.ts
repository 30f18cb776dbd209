import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Router, variableNames } from "./router.ts";

function routerOf(...keys: string[]) {
  const router = new Router(keys.map((key) => [key, key] as const));
  return (method: string, path: string) => {
    const values: string[] = [];
    const key = router.find(method, path, values);
    const names = variableNames(key ?? "");
    return { key, values: Object.fromEntries(names.map((name, at) => [name, values[at]])) };
  };
}

describe("the table of AWS's documentation", () => {
  const find = routerOf(
    "GET /pets/dog/1",
    "GET /pets/dog/{id}",
    "GET /pets/{proxy+}",
    "ANY /{proxy+}",
    "$default",
  );

  test.each([
    ["GET", "/pets/dog/1", "GET /pets/dog/1", {}],
    ["GET", "/pets/dog/2", "GET /pets/dog/{id}", { id: "2" }],
    ["GET", "/pets/cat/1", "GET /pets/{proxy+}", { proxy: "cat/1" }],
    ["POST", "/test/5", "ANY /{proxy+}", { proxy: "test/5" }],
    ["POST", "/pets/dog/1", "ANY /{proxy+}", { proxy: "pets/dog/1" }],
  ])("%s %s goes to %s", (method, path, key, values) => {
    expect(find(method, path)).toEqual({ key, values });
  });
});

describe("selection", () => {
  test("a whole path comes before a greedy one, however literal that is", () => {
    const find = routerOf("GET /pets/{proxy+}", "GET /{kind}/{id}");
    expect(find("GET", "/pets/1").key).toBe("GET /{kind}/{id}");
    expect(find("GET", "/pets/1/2").key).toBe("GET /pets/{proxy+}");
  });

  test("a literal comes before a variable, and the method before ANY", () => {
    const find = routerOf("GET /{a}/x", "ANY /b/x", "GET /b/{c}", "ANY /b/{c}");
    expect(find("GET", "/b/x").key).toBe("ANY /b/x");
    expect(find("GET", "/b/y").key).toBe("GET /b/{c}");
    expect(find("PUT", "/b/y").key).toBe("ANY /b/{c}");
  });

  test("a more literal path that goes nowhere is left again", () => {
    const find = routerOf("GET /a/b/c", "GET /{x}/b/{y}", "POST /a/{z}/d");
    expect(find("GET", "/a/b/d")).toEqual({ key: "GET /{x}/b/{y}", values: { x: "a", y: "d" } });
    expect(find("POST", "/a/b/d")).toEqual({ key: "POST /a/{z}/d", values: { z: "b" } });
  });

  test("a path that exists for other methods falls back", () => {
    const find = routerOf("POST /a", "$default");
    expect(find("GET", "/a").key).toBe("$default");
    expect(routerOf("POST /a")("GET", "/a").key).toBeUndefined();
  });

  test("the longer greedy prefix comes first", () => {
    const find = routerOf("ANY /{p+}", "ANY /a/{p+}", "ANY /a/{x}/{p+}", "ANY /a/b/{p+}");
    expect(find("GET", "/a/b/c").key).toBe("ANY /a/b/{p+}");
    expect(find("GET", "/a/c/d")).toEqual({ key: "ANY /a/{x}/{p+}", values: { x: "c", p: "d" } });
    expect(find("GET", "/a/c").key).toBe("ANY /a/{p+}");
    expect(find("GET", "/c").key).toBe("ANY /{p+}");
  });

  test("a slash at the end matters", () => {
    const find = routerOf("GET /metrics", "GET /items/{proxy+}");
    expect(find("GET", "/metrics/").key).toBeUndefined();
    expect(find("GET", "/items/")).toEqual({ key: "GET /items/{proxy+}", values: { proxy: "" } });
    expect(find("GET", "/items").key).toBeUndefined();
  });

  test("the root", () => {
    expect(routerOf("GET /")("GET", "/").key).toBe("GET /");
    expect(routerOf("GET /{proxy+}")("GET", "/")).toEqual({
      key: "GET /{proxy+}",
      values: { proxy: "" },
    });
    expect(routerOf("GET /{id}")("GET", "/").key).toBeUndefined();
  });

  test("a variable takes no empty segment", () => {
    const find = routerOf("GET /a/{id}/b", "GET /{x}");
    expect(find("GET", "/a//b").key).toBeUndefined();
    expect(find("GET", "/a/").key).toBeUndefined();
  });

  test("names that objects inherit are segments like any others", () => {
    const find = routerOf("GET /a/{id}");
    expect(find("GET", "/constructor").key).toBeUndefined();
    expect(find("GET", "/__proto__/x").key).toBeUndefined();
    expect(find("constructor", "/a/b").key).toBeUndefined();
  });

  test.each(["hello", "GET hello", "get /hello", ""])("refuses the key %s", (key) => {
    expect(() => routerOf(key)).toThrow();
  });
});

/** The rules of selection, written as a comparison of all routes that match. */
function slowly(keys: readonly string[], method: string, path: string): string | undefined {
  const segments = path.slice(1).split("/");
  const candidates = keys.filter((key) => {
    if (key === "$default") return true;
    const [verb, template = ""] = key.split(" ");
    if (verb !== "ANY" && verb !== method) return false;
    const parts = template.slice(1).split("/");
    const greedy = parts.at(-1)?.endsWith("+}");
    if (greedy ? segments.length < parts.length : segments.length !== parts.length) return false;
    return parts.every((part, at) => {
      if (part.endsWith("+}")) return true;
      return part.startsWith("{") ? segments[at] !== "" : part === segments[at];
    });
  });
  const rank = (key: string) => {
    const [verb, template = ""] = key.split(" ");
    const parts = template.slice(1).split("/");
    const kind = key === "$default" ? "2" : parts.at(-1)?.endsWith("+}") ? "1" : "0";
    const letters = parts.map((part) =>
      part.endsWith("+}") ? "2" : part.startsWith("{") ? "1" : "0",
    );
    return `${kind}${letters.join("")}${verb === "ANY" ? "1" : "0"}`;
  };
  return candidates.toSorted((one, other) => (rank(one) < rank(other) ? -1 : 1))[0];
}

describe("properties", () => {
  const segment = fc.constantFrom("a", "b", "c", "{x}");
  const template = fc
    .tuple(fc.array(segment, { minLength: 1, maxLength: 4 }), fc.boolean())
    .map(([parts, greedy]) => `/${[...parts, ...(greedy ? ["{rest+}"] : [])].join("/")}`);
  const key = fc.oneof(
    { weight: 12, arbitrary: fc.tuple(fc.constantFrom("GET", "PUT", "ANY"), template) },
    { weight: 1, arbitrary: fc.constant(["$default"]) },
  );
  const path = fc.array(fc.constantFrom("a", "b", "c", "d", ""), { minLength: 1, maxLength: 5 });

  test("chooses as a comparison of all matching routes would", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          key.map((parts) => parts.join(" ")),
          { maxLength: 30 },
        ),
        path,
        (keys, parts) => {
          const asked = `/${parts.join("/")}`;
          expect(routerOf(...keys)("GET", asked).key).toBe(slowly(keys, "GET", asked));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("fills the route's path with the values that it found", () => {
    fc.assert(
      fc.property(template, path, (route, parts) => {
        const asked = `/${parts.join("/")}`;
        const router = new Router([[`GET ${route}`, route]]);
        const values: string[] = [];
        if (!router.find("GET", asked, values)) return;
        expect(route.replace(/\{[^}]+\}/g, () => values.shift() ?? "?")).toBe(asked);
      }),
    );
  });
});
