import { refuseManaged } from "../../domain/quick-create.ts";
import { mergeRoute } from "../../domain/route.ts";
import { changeApi, operation, required } from "../contract.ts";
import { describeRoute } from "../describe.ts";
import { checkRoute } from "../route-rules.ts";

/** Changes the given settings of a route. */
export const updateRoute = operation("UpdateRoute", {
  access: "iam",
  run: (input, context) =>
    changeApi(context, input.ApiId, async ({ value: { apiId } }) => {
      const current = required(await context.store.routes.find(apiId, input.RouteId), "Route");
      const next = mergeRoute(current.value, input);
      const { routeKey } = current.value;
      if (next.routeKey !== routeKey) refuseManaged(next, "Route key cannot be changed");
      await checkRoute(context.store, next);
      await context.store.routes.replace(current, next);
      return describeRoute(next);
    }),
});
