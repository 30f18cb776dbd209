import { type BucketAddress, bucketAddress } from "./bucket-address.ts";
import type { Route } from "./codec.ts";
import type { WireRequest } from "./exchange.ts";
import { parseQuery, type WireQuery } from "./query-string.ts";
import type { OperationShape, ServiceShapes } from "./shape.ts";

interface Candidate {
  readonly operation: string;
  /** Pairs that the query must hold; an empty value stands for any. */
  readonly query: WireQuery;
  /** Headers that must be there, in lower case. */
  readonly headers: readonly string[];
}

/**
 * Makes the router of S3, whose operations share their paths and are told apart by what else is
 * in the request: words in the query, and a header for what is copied. The operation that asks
 * for most wins.
 */
export function createBucketRouter(table: ServiceShapes) {
  const candidates = new Map<string, Candidate[]>();

  /** Reads the operations when they are first needed: the table parses its shapes then. */
  function prepare(): void {
    for (const [operation, shape] of Object.entries(table.operations)) {
      const place = `${shape.method} ${levelOf(shape)}`;
      const others = candidates.get(place) ?? [];
      candidates.set(place, [...others, candidateOf(table, operation, shape)]);
    }
    for (const found of candidates.values()) found.sort((a, b) => weight(b) - weight(a));
  }

  return (request: WireRequest): Route | undefined => {
    const address = bucketAddress(request);
    if (address === undefined) return undefined;
    if (candidates.size === 0) prepare();
    const pairs = parseQuery(request.query);
    const place = `${request.method} ${addressLevel(address)}`;
    const found = candidates.get(place)?.find((each) => fits(each, request, pairs));
    return found && { operation: found.operation, labels: labelsOf(address) };
  };
}

type Level = "service" | "bucket" | "object";

function levelOf({ path }: OperationShape): Level {
  if (!path.startsWith("/{Bucket}")) return "service";
  return path.startsWith("/{Bucket}/{Key+}") ? "object" : "bucket";
}

function addressLevel({ bucket, key }: BucketAddress): Level {
  if (bucket === undefined) return "service";
  return key === undefined ? "bucket" : "object";
}

function labelsOf({ bucket, key }: BucketAddress): Map<string, string> {
  const labels = new Map<string, string>();
  if (bucket !== undefined) labels.set("Bucket", bucket);
  if (key !== undefined) labels.set("Key", key);
  return labels;
}

function candidateOf(table: ServiceShapes, operation: string, shape: OperationShape): Candidate {
  const query = parseQuery(shape.path.split("?")[1] ?? "");
  const input = table.shapes[shape.input ?? ""];
  const members = input?.kind === "structure" ? input.members : {};
  const required = input?.kind === "structure" ? (input.required ?? []) : [];
  const needed = (location: string) =>
    required
      .filter((name) => members[name]?.location === location)
      .map((name) => members[name]?.wire ?? name);
  return {
    operation,
    query: [...query, ...needed("querystring").map((name) => ({ name, value: "" }))],
    headers: needed("header")
      .map((name) => name.toLowerCase())
      .filter((name) => name === "x-amz-copy-source"),
  };
}

function weight({ query, headers }: Candidate): number {
  return query.length + headers.length;
}

function fits({ query, headers }: Candidate, request: WireRequest, pairs: WireQuery): boolean {
  return (
    headers.every((name) => request.headers[name] !== undefined) &&
    query.every(({ name, value }) =>
      pairs.some((pair) => pair.name === name && (value === "" || pair.value === value)),
    )
  );
}
