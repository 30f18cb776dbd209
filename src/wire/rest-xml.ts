import type { Codec } from "./codec.ts";
import { errorXml, xmlHeaders } from "./xml.ts";

/**
 * REST with XML, which S3 speaks: refusals only, so that a client is told in its own protocol what
 * the server does not have.
 */
export function createRestXml(): Codec {
  return {
    route: () => undefined,
    decode: () => ({}),
    encode: () => {
      throw new Error("no operation of a REST-XML service is served");
    },
    encodeFault: (fault, requestId) => ({
      status: fault.status,
      headers: { ...xmlHeaders(requestId), ...fault.headers },
      body: errorXml(fault, requestId),
    }),
  };
}
