/** One step of the database's layout. Never changed once released: a later one corrects it. */
export interface Migration {
  /** Counts from 1 without gaps. */
  readonly number: number;
  readonly name: string;
  readonly sqlite: string;
}
