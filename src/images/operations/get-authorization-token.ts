import { Fault } from "../../foundation/fault.ts";
import { operation } from "../contract.ts";

/** Refuses to let anybody push: a token that opens no registry would only fail later. */
export const getAuthorizationToken = operation("GetAuthorizationToken", {
  access: "iam",
  run() {
    const message =
      "Gatepool has no container registry: images can be neither pushed nor pulled. " +
      "Deploy functions as zip files.";
    throw new Fault("NotImplemented", message, {
      reason: {
        check: "container registry",
        expected: "a deployment without container images",
        received: "a client that is about to push or pull one",
        change: "Deploy functions as zip files, which need no registry.",
      },
    });
  },
});
