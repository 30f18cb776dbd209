/** Whether a text is the JSON of an object that has a list of this name, such as `Statement`. */
export function hasList(text: string, name: string): boolean {
  try {
    const document: unknown = JSON.parse(text);
    if (typeof document !== "object" || document === null) return false;
    return Array.isArray(Reflect.get(document, name));
  } catch {
    return false;
  }
}
