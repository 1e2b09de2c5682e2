import type { Database } from "./database.ts";

export interface StoredEstimate {
  readonly provinceCode: string;
  readonly year: number;
  readonly spendingDong: number;
  /** JSON. */
  readonly detail: string;
  readonly note: string;
  readonly personName: string;
  readonly at: string;
}

/** Takes the next place of its province and year. */
export function addEstimate(
  db: Database,
  e: Omit<StoredEstimate, "personName"> & { readonly personId: string },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO autonomy_estimates (province_code, year, seq, spending_dong, detail, note, person_id, at)
       SELECT ?1, ?2, coalesce(max(seq), 0) + 1, ?3, ?4, ?5, ?6, ?7 FROM autonomy_estimates WHERE province_code = ?1 AND year = ?2`,
    )
    .bind(e.provinceCode, e.year, e.spendingDong, e.detail, e.note, e.personId, e.at);
}

/** The newest. */
export function findEstimate(
  db: Database,
  provinceCode: string,
  year: number,
): Promise<StoredEstimate | null> {
  return db
    .prepare(
      `SELECT e.province_code AS provinceCode, e.year, e.spending_dong AS spendingDong, e.detail, e.note, p.name AS personName, e.at
       FROM autonomy_estimates e JOIN people p ON p.id = e.person_id
       WHERE e.province_code = ? AND e.year = ? ORDER BY e.seq DESC LIMIT 1`,
    )
    .bind(provinceCode, year)
    .first<StoredEstimate>();
}
