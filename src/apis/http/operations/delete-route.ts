import { changeApi, operation, required } from "../contract.ts";

/** Removes a route. Deployments that have it go on serving it. */
export const deleteRoute = operation("DeleteRoute", {
  access: "iam",
  run: ({ ApiId, RouteId }, context) =>
    changeApi(context, ApiId, async () => {
      const { routes } = context.store;
      await routes.remove(required(await routes.find(ApiId, RouteId), "Route"));
      return {};
    }),
});
