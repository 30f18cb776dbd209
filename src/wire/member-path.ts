/** Where a member is, as AWS's messages say it: `userAttributes.1.member.name`. */
export function memberPath(parent: string, name: string): string {
  const camel = name.charAt(0).toLowerCase() + name.slice(1);
  return parent === "" ? camel : `${parent}.${camel}`;
}
