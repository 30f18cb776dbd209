import type {
  UserPoolClientType,
  UserPoolType,
  UserType,
} from "@aws-sdk/client-cognito-identity-provider";
import { arnOf } from "../../foundation/arn.ts";
import { attributeList } from "./attributes.ts";
import type { ClientRecord, PoolRecord, UserRecord } from "./records.ts";

/** A pool as DescribeUserPool answers it. */
export function describePool(pool: PoolRecord, users: number): UserPoolType {
  const { aliasAttributes, usernameAttributes, caseSensitive } = pool;
  return {
    Id: pool.id,
    Name: pool.name,
    ...pool.settings,
    LastModifiedDate: new Date(pool.modifiedAt),
    CreationDate: new Date(pool.createdAt),
    SchemaAttributes: [...pool.schema],
    ...(aliasAttributes ? { AliasAttributes: [...aliasAttributes] } : {}),
    ...(usernameAttributes ? { UsernameAttributes: [...usernameAttributes] } : {}),
    ...(caseSensitive === undefined
      ? {}
      : { UsernameConfiguration: { CaseSensitive: caseSensitive } }),
    EstimatedNumberOfUsers: users,
    Arn: arnOf("cognito-idp", pool, `userpool/${pool.id}`),
  };
}

/** An app client as DescribeUserPoolClient answers it. */
export function describeClient(client: ClientRecord, secret?: string): UserPoolClientType {
  return {
    UserPoolId: client.poolId,
    ClientName: client.name,
    ClientId: client.id,
    ...(secret === undefined ? {} : { ClientSecret: secret }),
    LastModifiedDate: new Date(client.modifiedAt),
    CreationDate: new Date(client.createdAt),
    ...client.settings,
  };
}

/** A user as AdminCreateUser and ListUsers answer it. */
export function describeUser(user: UserRecord, attributes = attributeList(user)): UserType {
  return { ...describeProfile(user), Attributes: attributes };
}

/** What the answers about a user share; each names the attributes in its own way. */
export function describeProfile(user: UserRecord) {
  return {
    Username: user.username,
    UserCreateDate: new Date(user.createdAt),
    UserLastModifiedDate: new Date(user.modifiedAt),
    Enabled: user.enabled,
    UserStatus: user.status,
  };
}
