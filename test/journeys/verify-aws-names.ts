// A program as it is written for AWS: verifies a token by the keys at the address of its issuer.
import { CognitoJwtVerifier } from "aws-jwt-verify";

const [userPoolId = "", clientId = "", token = ""] = process.argv.slice(2);
const verifier = CognitoJwtVerifier.create({ userPoolId, clientId, tokenUse: "id" });
const { iss, aud } = await verifier.verify(token);
console.log(JSON.stringify({ iss, aud }));
