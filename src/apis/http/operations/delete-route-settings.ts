import { notFound } from "../../domain/refusal.ts";
import { changeApi, operation, required } from "../contract.ts";

/** Takes a route's own settings off a stage: those for all routes are its settings then. */
export const deleteRouteSettings = operation("DeleteRouteSettings", {
  access: "iam",
  run: ({ ApiId, StageName, RouteKey }, context) =>
    changeApi(context, ApiId, async ({ value: { apiId } }) => {
      const { store, clock } = context;
      const current = required(await store.stages.find(apiId, StageName), "stage");
      const settings = new Map(Object.entries(current.value.routeSettings ?? {}));
      if (!settings.delete(RouteKey)) throw noSettings(RouteKey.slice(0, 200));
      const routeSettings = Object.fromEntries(settings);
      await store.stages.replace(current, {
        ...current.value,
        routeSettings,
        updatedAt: clock.now(),
      });
      return {};
    }),
});

function noSettings(routeKey: string) {
  return notFound("Invalid route key specified", {
    check: "routeKey",
    expected: "the key of a route that has settings of its own in this stage",
    received: routeKey,
    change: "look which routes have settings with GetStage",
  });
}
