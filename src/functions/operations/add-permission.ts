import { changeFunction, checkRevision } from "../changes.ts";
import { fault, type InputOf, operation } from "../contract.ts";
import { policyDocument, statementOf } from "../domain/policy.ts";
import { readName } from "../lookup.ts";
import { type Policy, policyOf, withPolicy } from "../policies.ts";

/** Lambda's limit on the policy of a function, a version or an alias, in bytes. */
const policyBytesMax = 20_480;

/** Lets a service or an account run a function. */
export const addPermission = operation("AddPermission", {
  access: "iam",
  async run(input, context) {
    const asked = readName(input.FunctionName, input.Qualifier, context);
    const { statement } = await changeFunction(asked.name, context, (latest) => {
      const policy = policyOf(latest, asked, context);
      checkRevision(policy, input.RevisionId, "GetPolicy");
      const statement = newStatement(input, policy);
      const statements = [...policy.statements, statement];
      checkSize(policyDocument(statements));
      return { record: withPolicy(latest, policy, statements, context), statement };
    });
    return { Statement: JSON.stringify(statement) };
  },
});

function newStatement(input: InputOf<"AddPermission">, { statements, arn }: Policy) {
  const { StatementId, Action, FunctionUrlAuthType } = input;
  if (FunctionUrlAuthType !== undefined && Action !== "lambda:InvokeFunctionUrl") {
    throw fault(
      "InvalidParameterValueException",
      "FunctionUrlAuthType is only supported for lambda:InvokeFunctionUrl action",
    );
  }
  const statement = statementOf(input, arn);
  if (!statement) {
    const message = "The provided principal was invalid. Please check the principal and try again.";
    throw fault("InvalidParameterValueException", message, {
      reason: {
        check: "principal",
        expected: "a service such as apigateway.amazonaws.com, an account, an ARN of IAM, or *",
        received: input.Principal,
        change: "name whoever is to run the function",
      },
    });
  }
  if (!statements.some(({ Sid }) => Sid === StatementId)) return statement;
  throw fault(
    "ResourceConflictException",
    `The statement id (${StatementId}) provided already exists. Please provide a new statement ` +
      "id, or remove the existing statement.",
  );
}

function checkSize(document: string): void {
  const bytes = Buffer.byteLength(document);
  if (bytes <= policyBytesMax) return;
  const message = `The final policy size (${bytes}) is bigger than the limit (${policyBytesMax}).`;
  throw fault("PolicyLengthExceededException", message);
}
