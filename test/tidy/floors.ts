import { type Import, importsOf } from "./imports.ts";
import { type Complaint, isTest, partOf, type Repository, type Source } from "./repository.ts";

/** From the top floor to the ground. Parts of one floor do not know each other. */
const floors = [
  ["cli"],
  ["main"],
  ["listeners"],
  ["config", "version"],
  ["stacks"],
  ["sign-in", "identity-pools", "apis"],
  ["user-pools", "functions", "gateway"],
  ["access", "objects", "parameters", "images", "logs"],
  ["tokens", "wire", "storage"],
  ["diagnostics"],
  ["foundation"],
];

/** Parts that are entered through index.ts, and what else of them others may use. */
const services: Readonly<Record<string, readonly string[]>> = {
  stacks: [],
  "sign-in": [],
  "identity-pools": [],
  apis: [],
  "user-pools": [],
  functions: [],
  gateway: ["plan.ts", "plan-table.ts"],
  access: [],
  objects: [],
  parameters: [],
  images: [],
  logs: [],
};

/** Imports point down, and into a part through its door. */
export function floorRules({ sources }: Repository): Complaint[] {
  return sources.filter(({ path }) => partOf(path) && !isTest(path)).flatMap(complaintsOf);
}

function complaintsOf(source: Source): Complaint[] {
  const part = partOf(source.path) ?? "";
  if (floorOf(part) < 0)
    return [
      { file: source.path, line: 1, rule: "floors", message: `src/${part} stands on no floor` },
    ];
  return importsOf(source)
    .filter((found) => !found.isPackage)
    .flatMap((found) => {
      const broken = checks.find((check) => check.breaks(source.path, found));
      if (!broken) return [];
      const message = `imports ${found.target}: ${broken.message}`;
      return [{ file: source.path, line: found.line, rule: broken.rule, message }];
    });
}

interface Check {
  rule: string;
  message: string;
  breaks(path: string, found: Import): boolean;
}

/** The first one that is broken is told. */
const checks: readonly Check[] = [
  {
    rule: "test-code",
    message: "nothing but tests uses test code",
    breaks: (_, { target }) => isTest(target),
  },
  {
    rule: "floors",
    message: "the server imports from src only",
    breaks: (_, { target }) => !target.startsWith("src/") && target !== "package.json",
  },
  {
    rule: "gateway",
    message: "the data plane reads no storage",
    breaks: (path, { target }) => partOf(path) === "gateway" && partOf(target) === "storage",
  },
  {
    rule: "floors",
    message: "imports point down, never up or sideways",
    breaks: (path, { target }) => climbs(partOf(path), partOf(target)),
  },
  {
    rule: "domain",
    message: "domain/ imports itself, foundation and tokens only",
    breaks: (path, { target }) =>
      /^src\/[^/]+\/domain\//.test(path) && !isWithin(target, domainOf(path), ...pure),
  },
  {
    rule: "operations",
    message: "an operation knows its own folder, foundation, tokens and wire/operation.ts",
    breaks: (path, { target }) =>
      isOperation(path) &&
      !isWithin(target, `src/${partOf(path)}/`, "src/wire/operation.ts", ...pure),
  },
  {
    rule: "engines",
    message: "only main opens a storage engine",
    breaks: (path, { target }) =>
      isWithin(target, "src/storage/sqlite/", "src/storage/postgres/") &&
      !isWithin(path, "src/storage/", "src/main.ts"),
  },
  {
    rule: "records",
    message: "only a service's store.ts reads and writes records",
    breaks: (path, found) =>
      found.target === "src/storage/records.ts" && !mayUseRecords(path, found),
  },
  {
    rule: "doors",
    message: "a service is entered through its index.ts",
    breaks: (path, { target }) => {
      const open = services[partOf(target) ?? ""];
      if (!open || partOf(path) === partOf(target)) return false;
      return !["index.ts", ...open].some((file) => target === `src/${partOf(target)}/${file}`);
    },
  },
];

const pure = ["src/foundation/", "src/tokens/"];

function floorOf(part: string | undefined): number {
  return floors.findIndex((parts) => part !== undefined && parts.includes(part));
}

function climbs(from: string | undefined, to: string | undefined): boolean {
  return from !== to && floorOf(to) <= floorOf(from);
}

function isWithin(path: string, ...places: readonly string[]): boolean {
  return places.some((place) => path.startsWith(place));
}

function domainOf(path: string): string {
  return path.slice(0, path.indexOf("/domain/") + "/domain/".length);
}

function isOperation(path: string): boolean {
  return /^src\/[^/]+\/(?:[^/]+\/)?operations\//.test(path);
}

/** The types that a factory is handed may be named anywhere above: they are passed on only. */
function mayUseRecords(path: string, { typeOnly }: Import): boolean {
  if (isWithin(path, "src/storage/", "src/main.ts")) return true;
  return /\/(?:[a-z-]+-)?store\.ts$/.test(path) || (typeOnly && path.endsWith("/index.ts"));
}
