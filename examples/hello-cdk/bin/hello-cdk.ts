import { App } from "aws-cdk-lib";
import { HttpApiGatewayJwtCognitoStack } from "../lib/http-api-gateway-jwt-cognito-stack.ts";

new HttpApiGatewayJwtCognitoStack(new App(), "HttpApiGatewayJwtCognitoStack");
