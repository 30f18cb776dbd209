/**
 * A claim as functions get it: always text. Lists and objects look as Go prints them, since that
 * is what people's code is written against: `[admin users]`, `map[a:1 b:2]`.
 */
export function claimText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(claimText).join(" ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  const members = Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, member]) => `${name}:${claimText(member)}`);
  return `map[${members.join(" ")}]`;
}
