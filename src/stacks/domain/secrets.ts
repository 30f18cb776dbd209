import type { Stack } from "./stack.ts";

/** Values of the `NoEcho` parameters of a stack: what it was told, and is being told. */
export function secretsOf({ definition, target }: Stack): string[] {
  const parameters = [...(definition?.parameters ?? []), ...(target?.parameters ?? [])];
  const secrets = parameters.flatMap(({ noEcho, value, resolved }) =>
    noEcho ? [value, resolved ?? ""] : [],
  );
  return secrets.filter((secret) => secret !== "");
}

/** The same value, with `****` for everything in which a secret can be read. */
export function withoutSecrets(value: unknown, secrets: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutSecrets(item, secrets));
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value);
    return Object.fromEntries(
      members.map(([name, member]) => [name, withoutSecrets(member, secrets)]),
    );
  }
  const text = String(value);
  return secrets.some((secret) => text.includes(secret)) ? "****" : value;
}
