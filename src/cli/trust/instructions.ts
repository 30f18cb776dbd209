import type { Authority } from "./authority.ts";
import { certutilMissing } from "./install.ts";
import { type Facts, placesFor } from "./places.ts";
import { written } from "./run.ts";
import { type Command, type Step, stepFor } from "./steps.ts";

/**
 * Says what an authority is, and how the machine comes to trust it.
 * @param file holds its certificate
 */
export function instructions(authority: Authority, facts: Facts, file: string): string {
  const steps = placesFor(facts).map((place) => stepFor(place, { ...authority, file }));
  const needsCertutil = steps.some(({ commands }) =>
    commands.some(([program]) => program === "certutil"),
  );
  return [
    describeAuthority(authority),
    `Its certificate is in ${file}.`,
    "Commands that run under `gatepool exec` need nothing of what follows.",
    "",
    ...(needsCertutil && !facts.hasCertutil ? [certutilMissing, ""] : []),
    ...steps.flatMap((step) => describeStep(step, facts)),
    "Browsers that run have to be started again. `gatepool trust --install` does it all.",
  ].join("\n");
}

/** What somebody should know who is about to trust an authority. */
export function describeAuthority({ name, validTo, sha256, domains }: Authority): string {
  return [
    `${name}, valid until ${validTo.toISOString().slice(0, 10)}`,
    `SHA-256 ${sha256}`,
    "Whoever trusts it believes it about these names, all names below them, and loopback",
    `addresses, and about nothing else: ${domains.join(", ")}`,
  ].join("\n");
}

function describeStep({ about, asRoot, commands, undo }: Step, facts: Facts): string[] {
  const sudo = asRoot && !facts.isRoot ? "sudo " : "";
  const line = (command: Command) => `  ${sudo}${written(command, facts.platform)}`;
  return [`${about}:`, ...commands.map(line), "and to undo it:", ...undo.map(line), ""];
}
