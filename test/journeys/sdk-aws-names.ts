// A program as it is written for AWS: shows the name of a user pool. With a second argument, its
// connections go by the variables of proxies, as those of a program behind a proxy have to.
import {
  CognitoIdentityProviderClient,
  DescribeUserPoolCommand,
} from "@aws-sdk/client-cognito-identity-provider";

const [UserPoolId, proxied] = process.argv.slice(2);
const requestHandler = { httpsAgent: { proxyEnv: process.env } };
const client = new CognitoIdentityProviderClient(proxied ? { requestHandler } : {});
const { UserPool } = await client.send(new DescribeUserPoolCommand({ UserPoolId }));
console.log(UserPool?.Name);
