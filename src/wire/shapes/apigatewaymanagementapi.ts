// Written by tools/generate-shapes.ts from AWS's service models. Do not edit.
import { shapeTable } from "../shape-table.ts";

/** The faults that the service declares, as the SDK's exception classes are named. */
export type FaultCode =
  | "ForbiddenException"
  | "GoneException"
  | "LimitExceededException"
  | "PayloadTooLargeException";

export const shapes = shapeTable(
  {"service":"apigatewaymanagementapi","endpointPrefix":"execute-api","signingName":"execute-api","protocol":"rest-json","apiVersion":"2018-11-29"},
  String.raw`{
"DeleteConnection":{"method":"DELETE","path":"/@connections/{connectionId}","status":204,"input":"DeleteConnectionRequest","faults":["ForbiddenException","GoneException","LimitExceededException"]},
"GetConnection":{"method":"GET","path":"/@connections/{connectionId}","status":200,"input":"GetConnectionRequest","output":"GetConnectionResponse","faults":["ForbiddenException","GoneException","LimitExceededException"]},
"PostToConnection":{"method":"POST","path":"/@connections/{connectionId}","status":200,"input":"PostToConnectionRequest","faults":["ForbiddenException","GoneException","LimitExceededException","PayloadTooLargeException"]}
}`,
  new URL("./apigatewaymanagementapi.shapes.json", import.meta.url),
);
