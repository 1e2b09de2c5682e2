/**
 * Questions whose answer is one row or none. As scalar subqueries they travel in one statement: each statement of a batch
 * has its own price, and every request of a person asks some.
 */
import type { Database } from "./database.ts";

/** `answer` is only a mark for the type of the row. */
export interface Ask<Row> {
  readonly sql: string;
  readonly values: readonly string[];
  readonly answer?: Row;
}

/** @param columns of the select, as the row names them */
export function askRow<Row>(
  columns: readonly (string & keyof Row)[],
  select: string,
  values: readonly string[],
): Ask<Row> {
  const pairs = columns.map((column) => `'${column}', x.${column}`).join(", ");
  return { sql: `SELECT json_object(${pairs}) FROM (${select}) x LIMIT 1`, values };
}

export function askTogether(db: Database, asks: readonly Ask<unknown>[]): D1PreparedStatement {
  const columns = asks.map(({ sql }, at) => `(${sql}) AS a${at}`).join(", ");
  return db.prepare(`SELECT ${columns}`).bind(...asks.flatMap(({ values }) => values));
}

/** The rows `askTogether` found, in the order of the questions; null for none. */
export function answersOf(result: D1Result | undefined): unknown[] {
  const row = result?.results[0] as Readonly<Record<string, string | null>> | undefined;
  return Object.values(row ?? {}).map((text): unknown => (text === null ? null : JSON.parse(text)));
}

/** One question alone. */
export async function askOne<Row>(db: Database, ask: Ask<Row>): Promise<Row | null> {
  const [answer] = answersOf(await askTogether(db, [ask]).all());
  return (answer ?? null) as Row | null;
}
