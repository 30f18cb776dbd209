import type { ServiceDefinition } from "../wire/service.ts";
import { shapes } from "../wire/shapes/s3.ts";
import type { ObjectsContext, ObjectsOperation } from "./contract.ts";
import { faults } from "./fault-codes.ts";
import { createBucket } from "./operations/create-bucket.ts";
import { deleteBucket } from "./operations/delete-bucket.ts";
import { deleteObject } from "./operations/delete-object.ts";
import { deleteObjects } from "./operations/delete-objects.ts";
import { getBucketLocation } from "./operations/get-bucket-location.ts";
import { getObject } from "./operations/get-object.ts";
import { headBucket } from "./operations/head-bucket.ts";
import { headObject } from "./operations/head-object.ts";
import { listBuckets } from "./operations/list-buckets.ts";
import { listObjects } from "./operations/list-objects.ts";
import { listObjectsV2 } from "./operations/list-objects-v2.ts";
import { putObject } from "./operations/put-object.ts";

const operations: readonly ObjectsOperation[] = [
  createBucket,
  deleteBucket,
  deleteObject,
  deleteObjects,
  getBucketLocation,
  getObject,
  headBucket,
  headObject,
  listBuckets,
  listObjects,
  listObjectsV2,
  putObject,
];

/** S3's model declares hardly any of its faults, and none by operation. */
const undeclared = Object.keys(faults);
const extraFaults = Object.fromEntries(operations.map(({ name }) => [name, undeclared]));

/** S3, as much of it as assets and their like need. */
export function defineService(
  context: ServiceDefinition<ObjectsContext>["context"],
): ServiceDefinition<ObjectsContext> {
  return { shapes, operations, constraintFault: "InvalidArgument", extraFaults, context };
}
