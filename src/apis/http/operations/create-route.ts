import { newShortId } from "../../../foundation/ids.ts";
import { newRoute } from "../../domain/route.ts";
import { changeApi, operation } from "../contract.ts";
import { describeRoute } from "../describe.ts";
import { checkCount } from "../limits.ts";
import { checkRoute } from "../route-rules.ts";

/** Adds a route to an API. It is served once it is deployed. */
export const createRoute = operation("CreateRoute", {
  access: "iam",
  run: (input, context) =>
    changeApi(context, input.ApiId, async ({ value: { apiId } }) => {
      const route = newRoute({ apiId, routeId: newShortId(7, context.random) }, input);
      await checkRoute(context.store, route);
      await checkCount(context.store.routes, apiId, "routes");
      await context.store.routes.create(route);
      return describeRoute(route);
    }),
});
