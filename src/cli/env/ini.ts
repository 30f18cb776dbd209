/** A value under a key; undefined takes the key away. */
export type IniChanges = Readonly<Record<string, string | undefined>>;

/**
 * Sets keys in one section of an AWS configuration file, and leaves every other line as it is:
 * comments, other sections, other keys, nested settings, line endings.
 * @param section as it stands between the brackets, such as `profile gatepool`
 */
export function setInSection(text: string, section: string, changes: IniChanges): string {
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  const lines = text === "" ? [] : text.replace(/\r?\n$/, "").split(/\r?\n/);
  const found = findSection(lines, section);
  const added = Object.entries(changes).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key} = ${value}`],
  );
  if (!found) {
    const gap = lines.length === 0 ? [] : [""];
    return `${[...lines, ...gap, `[${section}]`, ...added].join(lineBreak)}${lineBreak}`;
  }
  const before = lines.slice(0, found.start + 1);
  const kept = withoutKeys(lines.slice(found.start + 1, found.end), Object.keys(changes));
  const after = lines.slice(found.end);
  return `${[...before, ...added, ...kept, ...after].join(lineBreak)}${lineBreak}`;
}

/** What a section says; undefined when there is none. Nested settings are left out. */
export function readSection(
  text: string,
  section: string,
): Readonly<Record<string, string>> | undefined {
  const lines = text.split(/\r?\n/);
  const found = findSection(lines, section);
  if (!found) return undefined;
  const values: Record<string, string> = {};
  for (const line of lines.slice(found.start + 1, found.end)) {
    const key = keyOf(line);
    if (key !== undefined) values[key] = line.slice(line.indexOf("=") + 1).trim();
  }
  return values;
}

/** The names of all sections, in order. */
export function sectionNames(text: string): string[] {
  return text.split(/\r?\n/).flatMap((line) => headingOf(line) ?? []);
}

function findSection(lines: readonly string[], section: string) {
  const start = lines.findIndex((line) => headingOf(line) === section);
  if (start === -1) return undefined;
  const next = lines.findIndex((line, index) => index > start && headingOf(line) !== undefined);
  return { start, end: next === -1 ? lines.length : next };
}

function headingOf(line: string): string | undefined {
  return /^\s*\[\s*([^\]]*?)\s*\]/.exec(line)?.[1]?.replace(/\s+/g, " ");
}

/** Indented lines belong to the key above them. */
function keyOf(line: string): string | undefined {
  return /^([^\s#;=][^=]*?)\s*=/.exec(line)?.[1]?.toLowerCase();
}

function withoutKeys(lines: readonly string[], keys: readonly string[]): string[] {
  let dropping = false;
  return lines.filter((line) => {
    const key = keyOf(line);
    const continues = /^\s+\S/.test(line);
    dropping = key === undefined ? dropping && continues : keys.includes(key);
    return !dropping;
  });
}
