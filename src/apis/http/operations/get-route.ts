import { operation, requireApi, required } from "../contract.ts";
import { describeRoute } from "../describe.ts";

/** Returns one route. */
export const getRoute = operation("GetRoute", {
  access: "iam",
  async run({ ApiId, RouteId }, context) {
    await requireApi(context, ApiId);
    const found = await context.store.routes.find(ApiId, RouteId);
    return describeRoute(required(found, "Route").value);
  },
});
