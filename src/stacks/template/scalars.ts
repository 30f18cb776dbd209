/**
 * A number in a template. AWS writes numbers that go where text is expected as Java does: 2.0 is
 * not 2, and digits beyond what a double holds are kept.
 */
export function numberOf(source: string): number | string {
  const value = Number(source);
  const isExact = Number.isSafeInteger(value) || !Number.isInteger(value);
  if (!Number.isFinite(value) || !isExact) return source;
  return /^-?\d+\.0+$/.test(source) ? `${value}.0` : value;
}

/**
 * What a plain scalar of YAML 1.1 means. Dates and times stay text, as at AWS, and so do numbers
 * with a leading zero: nobody writes an account's id to have it read as an octal number.
 */
export function plainScalar(source: string): string | number | boolean | null {
  if (/^(?:~|null|Null|NULL)?$/.test(source)) return null;
  if (/^(?:true|True|TRUE|yes|Yes|YES|on|On|ON)$/.test(source)) return true;
  if (/^(?:false|False|FALSE|no|No|NO|off|Off|OFF)$/.test(source)) return false;
  if (/^[-+]?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(source)) return numberOf(source);
  return source;
}
