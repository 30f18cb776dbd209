import { Command } from "commander";
import { readFacts } from "./trust/facts.ts";
import { stateFolder } from "./trust/record.ts";
import { uninstall } from "./trust/uninstall.ts";

/** `gatepool untrust` */
export function command(): Command {
  return new Command("untrust")
    .description(
      "Undo what `gatepool trust --install` did, for every authority that it did it for. No " +
        "server is needed.",
    )
    .addHelpText("after", examples)
    .action(() => untrust());
}

const examples = `
Examples:
  $ gatepool untrust`;

async function untrust(): Promise<void> {
  const { isRoot } = readFacts();
  const count = await uninstall(stateFolder(), isRoot);
  if (count > 0) console.log("All of it is undone. Browsers that run have to be started again.");
  else console.log("Nothing to undo: this user has no record of a `gatepool trust --install`.");
}
