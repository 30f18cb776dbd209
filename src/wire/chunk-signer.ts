import type { ChunkSigner } from "./aws-chunked.ts";
import { signatureOf } from "./canonical-request.ts";
import type { WireRequest } from "./exchange.ts";
import type { Signature } from "./signature.ts";

/** Signs the chunks of a body as its client has; undefined when it says that it has not. */
export function chunkSignerOf(
  request: WireRequest,
  { signature, timestamp, scope }: Signature,
  secret: string,
): ChunkSigner | undefined {
  const declared = request.headers["x-amz-content-sha256"];
  if (typeof declared !== "string") return undefined;
  if (!declared.startsWith("STREAMING-AWS4-HMAC-SHA256-PAYLOAD")) return undefined;
  const credentialScope = `${scope.date}/${scope.region}/${scope.service}/aws4_request`;
  return {
    seed: signature,
    sign(kind, previous, hashes) {
      const parts = [timestamp, credentialScope, previous, ...hashes];
      return signatureOf([`AWS4-HMAC-SHA256-${kind}`, ...parts].join("\n"), secret, scope);
    },
  };
}
