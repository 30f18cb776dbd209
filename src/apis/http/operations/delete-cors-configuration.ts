import { changeApi, operation } from "../contract.ts";

/** Takes the CORS configuration off an API. */
export const deleteCorsConfiguration = operation("DeleteCorsConfiguration", {
  access: "iam",
  run: ({ ApiId }, context) =>
    changeApi(context, ApiId, async (current) => {
      const { cors: _, ...next } = current.value;
      await context.store.replace(current, next);
      return {};
    }),
});
