import { readFile } from "node:fs/promises";
import { Failure } from "../failure.ts";

/** A file of an assembly, which the CDK has written. */
export async function readJson<T extends object>(file: string): Promise<T> {
  const text = await readText(file);
  try {
    const value: T | null = JSON.parse(text);
    if (typeof value === "object" && value !== null) return value;
  } catch (error) {
    throw new Failure(`${file} is no JSON: ${messageOf(error)}`, { cause: error });
  }
  throw new Failure(`${file} holds no JSON object.`);
}

export async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw new Failure(`${file} cannot be read: ${messageOf(error)}`, { cause: error });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
