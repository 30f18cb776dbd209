import * as apigatewayv2 from "@aws-sdk/client-apigatewayv2";
import * as cognitoIdp from "@aws-sdk/client-cognito-identity-provider";
import * as iam from "@aws-sdk/client-iam";
import * as lambda from "@aws-sdk/client-lambda";
import * as sts from "@aws-sdk/client-sts";
import { expect, test } from "vitest";
import { javaMatcher } from "./java-pattern.ts";
import type { Member, Shape } from "./shape.ts";
import { shapes as apigatewayv2Shapes } from "./shapes/apigatewayv2.ts";
import { shapes as cognitoIdpShapes } from "./shapes/cognito-idp.ts";
import { shapes as iamShapes } from "./shapes/iam.ts";
import { knownServices } from "./shapes/index.ts";
import { shapes as lambdaShapes } from "./shapes/lambda.ts";
import { shapes as stsShapes } from "./shapes/sts.ts";

const services = [
  ["apigatewayv2", apigatewayv2, apigatewayv2Shapes],
  ["cognito-idp", cognitoIdp, cognitoIdpShapes],
  ["iam", iam, iamShapes],
  ["lambda", lambda, lambdaShapes],
  ["sts", sts, stsShapes],
] as const;

test.each(services)("%s has the operations of its SDK package", (_, sdk, table) => {
  const commands = Object.keys(sdk).filter((name) => /^[A-Z]\w*[^$]Command$/.test(name));
  const operations = commands.map((name) => name.slice(0, -"Command".length));
  const known = Object.keys(table.operations);
  expect(operations.filter((name) => !known.includes(name))).toEqual([]);
  expect(operations.length).toBeGreaterThan(10);
});

test.each(services)("%s has the faults of its SDK package", (_, sdk, table) => {
  const classes = Object.keys(sdk).filter((name) => /Exception$/.test(name));
  const faults = classes.filter((name) => !/ServiceException$/.test(name) || name in table.shapes);
  for (const name of faults) {
    expect(table.shapes[name]).toMatchObject({ fault: { status: expect.any(Number) } });
  }
});

test.each(knownServices.map((known) => [known.service, known] as const))(
  "%s is whole: every name that it uses is there, every pattern compiles",
  async (_, known) => {
    const { operations, shapes } = await known.load();
    const used = Object.values(operations).flatMap(({ input, output, faults }) => [
      ...[input, output].filter((name) => name !== undefined),
      ...faults,
    ]);
    const inShapes = Object.values(shapes).flatMap((shape) => membersOf(shape));
    const names = [...used, ...inShapes.map(({ shape }) => shape)];
    expect(names.filter((name) => shapes[name] === undefined)).toEqual([]);
    for (const pattern of patternsOf(shapes)) expect(() => javaMatcher(pattern)).not.toThrow();
  },
);

test("a name from outside finds nothing that is not in the table", () => {
  for (const name of ["constructor", "__proto__", "toString"]) {
    expect(stsShapes.operations[name]).toBeUndefined();
    expect(stsShapes.shapes[name]).toBeUndefined();
  }
});

test("the codes and the status of faults are those on the wire", () => {
  expect(iamShapes.shapes.NoSuchEntityException).toMatchObject({
    fault: { code: "NoSuchEntity", status: 404 },
  });
  expect(apigatewayv2Shapes.shapes.NotFoundException).toMatchObject({ fault: { status: 404 } });
  expect(cognitoIdpShapes.shapes.ResourceNotFoundException).toMatchObject({
    fault: { status: 400 },
  });
  expect(cognitoIdpShapes.shapes.InternalErrorException).toMatchObject({ fault: { status: 500 } });
});

function membersOf(shape: Shape): Member[] {
  if (shape.kind === "structure") return Object.values(shape.members);
  if (shape.kind === "list") return [shape.member];
  return shape.kind === "map" ? [shape.key, shape.value] : [];
}

function patternsOf(shapes: Readonly<Record<string, Shape>>): string[] {
  return Object.values(shapes).flatMap((shape) =>
    shape.kind === "string" && shape.pattern !== undefined ? [shape.pattern] : [],
  );
}
