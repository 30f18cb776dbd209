import { writeSync } from "node:fs";
import { add, put } from "../../src/storage/records.ts";
import { openAt } from "./engines.ts";
import { halves } from "./halves.ts";

/**
 * Writes pairs of records, 50 at a time, and tells of each on standard output as soon as it is
 * acknowledged. Runs until it is killed: `node write-until-killed.ts sqlite FILE`.
 */
const [engine = "", address = ""] = process.argv.slice(2);
const records = await openAt(engine, address);

async function writePairs(writer: number) {
  for (let count = 0; ; count++) {
    const id = `${writer}-${count}`;
    await records.commit([
      put(halves, { id, half: "left" }, { condition: "absent" }),
      put(halves, { id, half: "right" }, { condition: "absent" }),
      add(halves.name, [], 1),
    ]);
    writeSync(1, `${id}\n`);
  }
}

await Promise.all(Array.from({ length: 50 }, (_, writer) => writePairs(writer)));
