/** The name in a Host header: in lower case, without its port or a closing dot. */
export function hostName(host: string): string {
  const name = host.toLowerCase().replace(/:\d*$/, "");
  return name.endsWith(".") ? name.slice(0, -1) : name;
}
