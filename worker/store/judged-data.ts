/** Law, norms and prices as receipts name them: by hash, for everybody, for good. */
import type { JudgedPart } from "../../shared/contract/judged-with.ts";
import { keepContent } from "./content.ts";
import type { Database } from "./database.ts";

/** The same part twice changes nothing. */
export function keepPart(db: Database, part: JudgedPart, at: string): D1PreparedStatement[] {
  return [
    ...keepContent(db, part.hash, part.text),
    db
      .prepare(
        "INSERT INTO judged_data (hash, kind, version, kept_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
      )
      .bind(part.hash, part.kind, part.version, at),
  ];
}

/** Content is private but for what this list names. */
export async function isJudgedData(db: Database, hash: string): Promise<boolean> {
  const found = await db.prepare("SELECT 1 AS n FROM judged_data WHERE hash = ?").bind(hash).first("n");
  return found !== null;
}
