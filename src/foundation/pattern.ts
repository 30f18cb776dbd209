/**
 * Matches `*` and `?` as policies mean them. Walks back to the last `*` only, so that no pattern
 * takes longer than the product of both lengths.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  let at = 0;
  let inPattern = 0;
  let star = -1;
  let resumeAt = 0;
  while (at < text.length) {
    const wanted = pattern[inPattern];
    if (wanted === "*") {
      star = inPattern++;
      resumeAt = at;
    } else if (wanted === "?" || wanted === text[at]) {
      inPattern++;
      at++;
    } else if (star >= 0) {
      inPattern = star + 1;
      at = ++resumeAt;
    } else {
      return false;
    }
  }
  while (pattern[inPattern] === "*") inPattern++;
  return inPattern === pattern.length;
}

/** ARNs match part by part: no `*` reaches over a colon, but for those of the resource. */
export function matchesArn(pattern: string, arn: string): boolean {
  const patternParts = pattern.split(":");
  const arnParts = arn.split(":");
  if (patternParts.length < 6 || arnParts.length < 6) return false;
  for (let part = 0; part < 5; part++) {
    if (!matchesPattern(patternParts[part] ?? "", arnParts[part] ?? "")) return false;
  }
  return matchesPattern(patternParts.slice(5).join(":"), arnParts.slice(5).join(":"));
}
