import { operation, validationError } from "../contract.ts";

/** Lists the names of the stacks that use an export. */
export const listImports = operation("ListImports", {
  access: "iam",
  async run({ ExportName }, { tenant, exports }) {
    const importers = await exports.importers(tenant, ExportName);
    if (importers.length === 0) {
      throw validationError(`Export '${ExportName}' is not imported by any stack.`);
    }
    return { Imports: importers.map(({ stackName }) => stackName) };
  },
});
