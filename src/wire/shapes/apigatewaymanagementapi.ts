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
  String.raw`{
"Data":{"kind":"blob","max":131072},
"DeleteConnectionRequest":{"kind":"structure","members":{"ConnectionId":{"shape":"__string","wire":"connectionId","location":"uri"}},"required":["ConnectionId"]},
"ForbiddenException":{"kind":"structure","members":{},"fault":{"status":403}},
"GetConnectionRequest":{"kind":"structure","members":{"ConnectionId":{"shape":"__string","wire":"connectionId","location":"uri"}},"required":["ConnectionId"]},
"GetConnectionResponse":{"kind":"structure","members":{"ConnectedAt":{"shape":"__timestampIso8601","wire":"connectedAt"},"Identity":{"shape":"Identity","wire":"identity"},"LastActiveAt":{"shape":"__timestampIso8601","wire":"lastActiveAt"}}},
"GoneException":{"kind":"structure","members":{},"fault":{"status":410}},
"Identity":{"kind":"structure","members":{"SourceIp":{"shape":"__string","wire":"sourceIp"},"UserAgent":{"shape":"__string","wire":"userAgent"}},"required":["SourceIp","UserAgent"]},
"LimitExceededException":{"kind":"structure","members":{},"fault":{"status":429}},
"PayloadTooLargeException":{"kind":"structure","members":{"Message":{"shape":"__string","wire":"message"}},"fault":{"status":413}},
"PostToConnectionRequest":{"kind":"structure","members":{"ConnectionId":{"shape":"__string","wire":"connectionId","location":"uri"},"Data":{"shape":"Data"}},"required":["ConnectionId","Data"],"payload":"Data"},
"__string":{"kind":"string"},
"__timestampIso8601":{"kind":"timestamp","format":"iso8601"}
}`,
);
