import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** An OpenID provider that only publishes its key, for authorizers that look it up. */
export async function startIssuer() {
  let jwk: object | undefined;
  const server = createServer((request, response) => {
    const issuer = `http://${request.headers.host}/bench`;
    const documents: Record<string, object> = {
      "/bench/.well-known/openid-configuration": { issuer, jwks_uri: `${issuer}/keys` },
      "/bench/keys": { keys: jwk ? [jwk] : [] },
    };
    const document = documents[request.url ?? ""];
    response.writeHead(document ? 200 : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(document ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = addressOf(server.address());
  return {
    issuer: `http://127.0.0.1:${port}/bench`,
    publish(key: object) {
      jwk = key;
    },
    close: () => server.close(),
  };
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === "string") throw new Error("no port was taken");
  return address;
}
