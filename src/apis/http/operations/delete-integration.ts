import { refuseManaged } from "../../domain/quick-create.ts";
import { conflict } from "../../domain/refusal.ts";
import { changeApi, operation, required } from "../contract.ts";

/** Removes an integration that no route leads to. */
export const deleteIntegration = operation("DeleteIntegration", {
  access: "iam",
  run: ({ ApiId, IntegrationId }, context) =>
    changeApi(context, ApiId, async () => {
      const { integrations, revisions, routes } = context.store;
      const revision = await revisions.of(ApiId);
      const current = required(await integrations.find(ApiId, IntegrationId), "Integration");
      refuseManaged(current.value, "Integration cannot be deleted");
      const users = await routes.all(ApiId);
      const ids = users.filter((route) => route.integrationId === IntegrationId);
      if (ids.length > 0) throw inUse(ids.map(({ routeId }) => routeId));
      await integrations.remove(current, revision);
      return {};
    }),
});

/** AWS's text: github.com/milliHQ/terraform-aws-next-js/issues/247. */
function inUse(routeIds: readonly string[]) {
  const ids = routeIds.join(", ");
  return conflict(
    `Cannot delete Integration because it is referenced by the following Routes with Ids: [${ids}]`,
    {
      check: "routes",
      expected: "an integration that no route has as its target",
      received: `routes ${ids}`,
      change: "delete those routes first, or give them another target",
    },
  );
}
