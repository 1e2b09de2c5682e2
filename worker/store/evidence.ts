/** Asking the questions of evidence-questions.ts. */
import type { Database } from "./database.ts";
import { EVIDENCE_QUESTIONS } from "./evidence-questions.ts";

/** How many rows each question names, of one province or of all. */
export async function countMisfits(
  db: Database,
  provinceCode: string | null,
): Promise<{ readonly name: string; readonly wrong: number }[]> {
  const answers = await db.batch<{ n: number }>(
    EVIDENCE_QUESTIONS.map(({ sql }) => db.prepare(`SELECT count(*) AS n FROM (${sql})`).bind(provinceCode)),
  );
  return EVIDENCE_QUESTIONS.map(({ name }, index) => ({ name, wrong: answers[index]?.results[0]?.n ?? 0 }));
}
