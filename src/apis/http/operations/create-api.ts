import { newShortId } from "../../../foundation/ids.ts";
import { compileRoutes } from "../../compile.ts";
import { newApi } from "../../domain/api.ts";
import { type QuickParts, quickParts } from "../../domain/quick-create.ts";
import { operation } from "../contract.ts";
import { describeApi } from "../describe.ts";
import { checkOwner } from "../integration-rules.ts";

/** Makes an HTTP API: empty, or with all that leads to a target, which is served at once. */
export const createApi = operation("CreateApi", {
  access: "iam",
  run(input, { changes, store, tenant, clock, random, apiEndpoint }) {
    const { account, region } = tenant;
    const apiId = newShortId(10, random);
    const api = newApi({ apiId, account, region, createdAt: clock.now() }, input);
    const ids = { integrationId: newShortId(7, random), routeId: newShortId(7, random) };
    const parts = quickParts(api, ids, input);
    if (parts) checkQuick(parts, account);
    return changes.change(apiId, async () => {
      await store.create(api, parts);
      return describeApi(api, apiEndpoint(apiId, region));
    });
  },
});

/** What could not be deployed is not made at all. */
function checkQuick({ integration, route }: QuickParts, account: string): void {
  checkOwner(integration, account);
  compileRoutes({ routes: [route], integrations: [integration], authorizers: [] }, {});
}
