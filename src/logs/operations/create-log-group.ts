import { fault, invalid, operation } from "../contract.ts";

/** Creates an empty group. The groups of functions come by themselves, with their first line. */
export const createLogGroup = operation("CreateLogGroup", {
  access: "iam",
  async run(input, { logs, tenant }) {
    const { logGroupName, kmsKeyId, logGroupClass, tags, deletionProtectionEnabled } = input;
    if (kmsKeyId !== undefined) throw notSupported("kmsKeyId");
    if (deletionProtectionEnabled) throw notSupported("deletionProtectionEnabled");
    if (logGroupClass !== undefined && logGroupClass !== "STANDARD") {
      throw notSupported(`logGroupClass ${logGroupClass}`);
    }
    if (await logs.create({ tenant, name: logGroupName }, tags)) return {};
    throw fault("ResourceAlreadyExistsException", "The specified log group already exists");
  },
});

function notSupported(what: string) {
  return invalid(`Gatepool does not support ${what} of log groups yet: leave it out.`);
}
