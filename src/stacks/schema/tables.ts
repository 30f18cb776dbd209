import { readFileSync } from "node:fs";
import type { ResourceSchema } from "./resource-schema.ts";

/** Services, in the words of resource types, whose types have a table. */
export const tableServices: readonly string[] = [
  "ApiGateway",
  "ApiGatewayV2",
  "CDK",
  "CloudFormation",
  "Cognito",
  "ECR",
  "IAM",
  "KMS",
  "Lambda",
  "Logs",
  "S3",
  "SSM",
];

/** Where the table of a service stands, seen from here. */
export function tableFile(service: string): string {
  return `tables/${service.toLowerCase()}.json`;
}

const tables = new Map<string, Map<string, ResourceSchema>>();

/** The schema of a resource type; its table is read when one of the service is first asked for. */
export function findSchema(type: string): ResourceSchema | undefined {
  const published = type.startsWith("Custom::") ? "AWS::CloudFormation::CustomResource" : type;
  const [, service = ""] = published.split("::");
  if (!tableServices.includes(service)) return undefined;
  const table = tables.get(service) ?? readTable(service);
  return table.get(published);
}

function readTable(service: string): Map<string, ResourceSchema> {
  const text = readFileSync(new URL(tableFile(service), import.meta.url), "utf8");
  const schemas: Record<string, ResourceSchema> = JSON.parse(text);
  const table = new Map(Object.entries(schemas));
  tables.set(service, table);
  return table;
}
