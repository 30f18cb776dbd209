/** One step of the database's layout. Never changed once released: a later one corrects it. */
export interface Migration {
  /** Counts from 1 without gaps. */
  readonly number: number;
  readonly name: string;
  /** Statements for each engine, run in one transaction. */
  readonly sqlite: string;
  readonly postgres: string;
}
