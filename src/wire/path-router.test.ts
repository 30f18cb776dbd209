import { expect, test } from "vitest";
import { createPathRouter } from "./path-router.ts";
import { shapes as apigateway } from "./shapes/apigateway.ts";
import { shapes as apigatewayv2 } from "./shapes/apigatewayv2.ts";
import { shapes as lambda } from "./shapes/lambda.ts";
import { shapes as s3 } from "./shapes/s3.ts";

const routers = {
  v1: createPathRouter(apigateway.operations),
  v2: createPathRouter(apigatewayv2.operations),
  lambda: createPathRouter(lambda.operations),
  s3: createPathRouter(s3.operations),
};

test.each([
  ["v2", "GET /v2/apis", "GetApis", {}],
  ["v2", "GET /v2/apis/", "GetApis", {}],
  ["v2", "GET /v2/apis/abc/routes/r1", "GetRoute", { apiId: "abc", routeId: "r1" }],
  ["v2", "GET /v2/tags/arn%3Aaws%3A%2Fapis%2Fa", "GetTags", { "resource-arn": "arn:aws:/apis/a" }],
  ["v2", "GET /v2/apis/a%20b", "GetApi", { apiId: "a b" }],
  ["v1", "POST /restapis", "CreateRestApi", {}],
  ["v1", "POST /restapis?mode=import", "ImportRestApi", {}],
  ["v1", "POST /restapis?mode=other", "CreateRestApi", {}],
  ["lambda", "GET /2018-10-31/layers", "ListLayers", {}],
  ["lambda", "GET /2018-10-31/layers?find=LayerVersion&Arn=x", "GetLayerVersionByArn", {}],
  ["s3", "GET /b/k/with/slashes", "GetObject", { Bucket: "b", Key: "k/with/slashes" }],
  ["s3", "GET /b?location", "GetBucketLocation", { Bucket: "b" }],
] as const)("%s %s is %s", (service, request, operation, labels) => {
  expect(find(service, request)).toEqual({ operation, labels: new Map(Object.entries(labels)) });
});

test.each([
  ["v2", "GET /v2"],
  ["v2", "GET /V2/apis"],
  ["v2", "GET //v2/apis"],
  ["v2", "GET /v2/apis//"],
  ["v2", "GET /v2/apis/%zz"],
  ["v2", "TRACE /v2/apis"],
  ["v2", "GET "],
] as const)("%s %s is nothing", (service, request) => {
  expect(find(service, request)).toBeUndefined();
});

function find(service: keyof typeof routers, request: string) {
  const [method = "", target = ""] = request.split(" ");
  const [path = "", query = ""] = target.split("?");
  return routers[service](method, path, query);
}
