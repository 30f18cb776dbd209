import { newShortId } from "../../../foundation/ids.ts";
import { newApi } from "../../domain/api.ts";
import { operation } from "../contract.ts";
import { describeApi } from "../describe.ts";

/** Makes an HTTP API, empty. */
export const createApi = operation("CreateApi", {
  access: "iam",
  run(input, { changes, store, tenant, clock, random, apiEndpoint }) {
    const { account, region } = tenant;
    const apiId = newShortId(10, random);
    const api = newApi({ apiId, account, region, createdAt: clock.now() }, input);
    return changes.change(apiId, async () => {
      await store.create(api);
      return describeApi(api, apiEndpoint(apiId, region));
    });
  },
});
