import { type ResourceContext, resource } from "../../resource.ts";
import type { Properties } from "../../schema/properties.ts";
import { asFarAs, unlessGone } from "../answers.ts";

type PermissionProperties = Properties["AWS::Lambda::Permission"];

/** Lambda's limit on the id of a statement. */
const idLengthMax = 100;

/** A statement in the policy of a function that lets somebody run it. */
export const permission = resource("AWS::Lambda::Permission", {
  async create(properties, context) {
    const StatementId = statementId(context);
    await context.services.lambda("AddPermission", { ...properties, StatementId });
    return { physicalId: StatementId, attributes: { Id: StatementId } };
  },

  async delete({ physicalId: StatementId, properties: { FunctionName } }, { services }) {
    await services.lambda("RemovePermission", { FunctionName, StatementId });
  },

  async read({ physicalId, properties }, context) {
    const statement = await findStatement(properties, physicalId, context);
    if (!statement) return undefined;
    const { Action, Principal, Condition = {} } = statement;
    const condition = new Map(Object.values(Condition).flatMap((keys) => Object.entries(keys)));
    const viaUrl = condition.get("lambda:InvokedViaFunctionUrl");
    return asFarAs(properties, {
      FunctionName: properties.FunctionName,
      ...{ Action, Principal: principalOf(Principal, properties) },
      SourceAccount: condition.get("AWS:SourceAccount"),
      SourceArn: condition.get("AWS:SourceArn"),
      EventSourceToken: condition.get("lambda:EventSourceToken"),
      PrincipalOrgID: condition.get("aws:PrincipalOrgID"),
      FunctionUrlAuthType: condition.get("lambda:FunctionUrlAuthType"),
      ...(viaUrl !== undefined && { InvokedViaFunctionUrl: viaUrl === "true" }),
    });
  },

  async find(properties, context) {
    const id = statementId(context);
    return (await findStatement(properties, id, context)) && id;
  },
});

function statementId({ physicalName }: ResourceContext): string {
  return physicalName({ maxLength: idLengthMax });
}

interface Statement {
  readonly Sid: string;
  readonly Action: string;
  readonly Principal: string | Readonly<Record<string, string>>;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

async function findStatement(
  { FunctionName }: PermissionProperties,
  id: string,
  { services }: ResourceContext,
): Promise<Statement | undefined> {
  const answer = await unlessGone(services.lambda("GetPolicy", { FunctionName }));
  const { Statement: statements }: { Statement: Statement[] } = JSON.parse(
    answer?.Policy ?? '{"Statement":[]}',
  );
  return statements.find(({ Sid }) => Sid === id);
}

/** An account is told as the ARN of its root user, however it was given. */
function principalOf(
  principal: Statement["Principal"],
  { Principal: given }: PermissionProperties,
): string | undefined {
  const named = typeof principal === "string" ? principal : Object.values(principal)[0];
  return named === `arn:aws:iam::${given}:root` ? given : named;
}
