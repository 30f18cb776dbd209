import { DatabaseSync } from "node:sqlite";
import { Client } from "pg";

/** Runs SQL behind the program's back. */
export async function executeAt(engine: string, address: string, sql: string): Promise<void> {
  if (engine === "sqlite") {
    const database = new DatabaseSync(address);
    database.exec(sql);
    database.close();
    return;
  }
  const client = new Client({ connectionString: address });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
