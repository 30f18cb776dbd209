const unitMs = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000 } as const;

/** `90s`, `2h` or `1d12h` in milliseconds; undefined when it is not written so. */
export function parseDuration(text: string): number | undefined {
  if (!/^(\d{1,6}[dhms])+$/.test(text)) return undefined;
  let total = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+)([dhms])/g)) {
    total += Number(amount) * msOf(unit);
  }
  return total;
}

/** `1d 12h`, `2m 5s`; `0s` for less than a second. */
export function formatDuration(milliseconds: number): string {
  let rest = milliseconds;
  const parts: string[] = [];
  for (const [unit, ms] of Object.entries(unitMs)) {
    const amount = Math.floor(rest / ms);
    rest -= amount * ms;
    if (amount > 0) parts.push(`${amount}${unit}`);
  }
  return parts.join(" ") || "0s";
}

function msOf(unit: string | undefined): number {
  return Object.entries(unitMs).find(([name]) => name === unit)?.[1] ?? 0;
}
