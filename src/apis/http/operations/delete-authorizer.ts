import { conflict } from "../../domain/refusal.ts";
import { changeApi, operation, required } from "../contract.ts";

/** Removes an authorizer that guards no route. */
export const deleteAuthorizer = operation("DeleteAuthorizer", {
  access: "iam",
  run: ({ ApiId, AuthorizerId }, context) =>
    changeApi(context, ApiId, async () => {
      const { authorizers, revisions, routes } = context.store;
      const revision = await revisions.of(ApiId);
      const current = required(await authorizers.find(ApiId, AuthorizerId), "Authorizer");
      const guarded = await routes.all(ApiId);
      const user = guarded.find((route) => route.authorizerId === AuthorizerId);
      if (user) throw inUse(current.value.name, user.routeKey);
      await authorizers.remove(current, revision);
      return {};
    }),
});

/** AWS's text: github.com/anomalyco/sst/issues/5586. */
function inUse(name: string, routeKey: string) {
  return conflict(`Cannot delete authorizer '${name}', is referenced in route: ${routeKey}`, {
    check: "routes",
    expected: "an authorizer that guards no route",
    received: routeKey,
    change: `delete ${routeKey} first, or set its authorizationType`,
  });
}
