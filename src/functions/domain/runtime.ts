/** What runs a function's code. */
export type Runtime =
  | { readonly kind: "python"; readonly version: string }
  | { readonly kind: "nodejs"; readonly version: string }
  | { readonly kind: "provided" };

/** The runtimes that functions may have here, as AWS names them. */
export const supportedRuntimes: readonly string[] = [
  "nodejs18.x",
  "nodejs20.x",
  "nodejs22.x",
  "nodejs24.x",
  "python3.9",
  "python3.10",
  "python3.11",
  "python3.12",
  "python3.13",
  "python3.14",
  "provided.al2",
  "provided.al2023",
];

/** Those that AWS itself takes no new functions for. */
const retired =
  /^(nodejs([468]\.\d+(-edge)?|1[0246]\.x)?|python(2\.7|3\.[678])|dotnet(core.*|6)|go1\.x|ruby2\.\d|java8|provided)$/;

/** Why a function may not have this runtime; undefined when it may. */
export function refuseRuntime(name: string): string | undefined {
  if (supportedRuntimes.includes(name)) return undefined;
  if (retired.test(name)) {
    return (
      `The runtime parameter of ${name} is no longer supported for creating or updating ` +
      "AWS Lambda functions. We recommend you use a supported runtime while creating or " +
      "updating functions."
    );
  }
  return (
    `Value ${name} at 'runtime' failed to satisfy constraint: Member must satisfy enum value ` +
    `set: [${supportedRuntimes.join(", ")}] or be a valid ARN`
  );
}

/** Reads one of `supportedRuntimes`. */
export function parseRuntime(name: string): Runtime {
  const [, kind, version] = /^(python|nodejs)(\d+(?:\.\d+)?)/.exec(name) ?? [];
  if (kind === "python" && version) return { kind, version };
  if (kind === "nodejs" && version) return { kind, version };
  return { kind: "provided" };
}
