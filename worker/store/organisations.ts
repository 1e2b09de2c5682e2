import type { Database } from "./database.ts";

export interface NewOrganisation {
  readonly id: string;
  readonly kind: "province" | "ministry";
  readonly provinceCode: string | null;
  readonly provinceName: string | null;
  readonly name: string;
}

/** An existing one is left as it is. */
export function addOrganisation(db: Database, organisation: NewOrganisation): D1PreparedStatement {
  return db
    .prepare(
      "INSERT INTO organisations (id, kind, province_code, province_name, name) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
    )
    .bind(
      organisation.id,
      organisation.kind,
      organisation.provinceCode,
      organisation.provinceName,
      organisation.name,
    );
}

export async function countOrganisations(db: Database): Promise<number> {
  return (await db.prepare("SELECT count(*) AS n FROM organisations").first<number>("n")) ?? 0;
}
