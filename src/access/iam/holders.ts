import type { Role } from "../domain/role.ts";
import type { IamContext } from "./contract.ts";

const pageLength = 1000;

/** The roles that have a managed policy, and those that it bounds, in the order of their paths. */
export async function holdersOf(arn: string, { account, roles }: IamContext) {
  const attached: Role[] = [];
  const bounded: Role[] = [];
  let after: string | undefined;
  do {
    const place = { account, pathPrefix: "/", limit: pageLength };
    const page = await roles.page({ ...place, ...(after !== undefined && { after }) });
    for (const { value } of page.items) {
      if (value.attachedPolicyArns.includes(arn)) attached.push(value);
      if (value.boundaryArn === arn) bounded.push(value);
    }
    after = page.next;
  } while (after !== undefined);
  return { attached, bounded };
}
