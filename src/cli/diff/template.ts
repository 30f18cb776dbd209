import { missingFor } from "../deploy/bootstrap.ts";
import { publish } from "../deploy/publish.ts";
import type { StackSource } from "../deploy/stack-source.ts";
import type { Target } from "../deploy/target.ts";
import { type Shipment, shipmentOf } from "../deploy/template.ts";
import { Failure } from "../failure.ts";

/**
 * The template as a change set can be made of it without making anything else. Where nothing was
 * ever bootstrapped, the check for that is left out, which a deployment would make pass.
 */
export async function templateFor(
  source: StackSource,
  target: Target,
): Promise<{ source: StackSource; template: Shipment["template"] }> {
  const { template, assets } = shipmentOf(source, target);
  const own = "TemplateURL" in template ? assets.at(-1) : undefined;
  const missing = await missingFor(source, own ? [own.bucket] : [], target);
  if (missing.buckets.length > 0) {
    throw new Failure(
      `The template of ${source.displayName} is too large to be sent without a bucket, and ` +
        `${missing.buckets.join()} is not there: \`gatepool deploy\` makes it.`,
    );
  }
  if (own) await publish(own, target);
  if (!missing.parameter || own) return { source, template };
  const sent = { ...source, template: withoutCheck(source.template) };
  return { source: sent, template: { TemplateBody: sent.template } };
}

interface BootstrapCheck {
  Parameters?: { BootstrapVersion?: unknown };
  Rules?: { CheckBootstrapVersion?: unknown };
}

/** Templates of the CDK are JSON. */
function withoutCheck(text: string): string {
  const template: BootstrapCheck = JSON.parse(text);
  delete template.Parameters?.BootstrapVersion;
  delete template.Rules?.CheckBootstrapVersion;
  return JSON.stringify(template, undefined, 1);
}
