import { exampleUser, type HelloCdk } from "./deploy.ts";

/** What to try, ready to paste. */
export function instructionsFor(serverUrl: string, stack: HelloCdk): string {
  const { username, password } = exampleUser;
  const token = [
    `npx gatepool token --url ${serverUrl}`,
    `--user-pool-id ${stack.userPoolId} --client-id ${stack.clientId}`,
    `--username ${username} --password ${password}`,
  ].join(" ");
  return `
The stack of examples/hello-cdk is in place:
  user pool   ${stack.userPoolId}
  app client  ${stack.clientId}
  user        ${username}, password ${password}
  API         ${stack.helloUrl}

Try it, in another terminal:
  curl -i ${stack.helloUrl} -H "Authorization: Bearer $(${token})"
  curl -i ${stack.helloUrl}
The first is let through, the second is not. See why:
  npx gatepool why --last --url ${serverUrl}
`;
}
