import type { CatalogueFact } from "../../shared/plan/ordering.ts";
import type { Database } from "./database.ts";

export interface StoredFact extends CatalogueFact {
  readonly replaces: string | null;
  /** Nothing has taken its place, and it is not itself only a taking back. */
  readonly current: boolean;
  readonly publishedBy: string;
  /** The second person; null in rows from before there had to be one. */
  readonly confirmedBy: string | null;
  readonly publishedAt: string;
}

export type NewFact = Omit<StoredFact, "current"> & { readonly stands: boolean };

/** Refused by the table when the same person published and confirmed it, or another row has replaced the same one. */
export function addFact(db: Database, f: NewFact): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO catalogue_facts (id, service, fact, level, province_code, issuer, document, issued_on, from_date, to_date,
        price_dong, unit, verified, note, stands, replaces, published_by, confirmed_by, published_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
    )
    .bind(
      f.id,
      f.service,
      f.fact,
      f.level,
      f.provinceCode,
      f.issuer,
      f.document,
      f.issuedOn,
      f.from,
      f.to,
      f.priceDong,
      f.unit,
      f.verified,
      f.note,
      f.stands ? 1 : 0,
      f.replaces,
      f.publishedBy,
      f.confirmedBy,
      f.publishedAt,
    );
}

/** Newest first: the ministry's, and those of one province (of all provinces for null). */
export async function listFacts(db: Database, provinceCode: string | null): Promise<StoredFact[]> {
  const { results } = await db
    .prepare(
      `SELECT f.id, f.service, f.fact, f.level, f.province_code AS provinceCode, f.issuer, f.document, f.issued_on AS issuedOn,
        f.from_date AS "from", f.to_date AS "to", f.price_dong AS priceDong, f.unit, f.verified, f.note, f.replaces,
        f.stands = 1 AND NOT EXISTS (SELECT 1 FROM catalogue_facts n WHERE n.replaces = f.id) AS current,
        p.name AS publishedBy, c.name AS confirmedBy, f.published_at AS publishedAt
       FROM catalogue_facts f JOIN people p ON p.id = f.published_by LEFT JOIN people c ON c.id = f.confirmed_by
       WHERE f.province_code IS NULL OR ?1 IS NULL OR f.province_code = ?1 ORDER BY f.id DESC`,
    )
    .bind(provinceCode)
    .all<Omit<StoredFact, "current"> & { current: 0 | 1 }>();
  return results.map((row) => ({ ...row, current: row.current === 1 }));
}
