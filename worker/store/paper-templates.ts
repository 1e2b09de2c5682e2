import type { TemplateKind } from "../../shared/contract/order.ts";
import type { Database } from "./database.ts";

export interface StoredTemplate {
  readonly kind: TemplateKind;
  readonly fileName: string;
  /** Key into `content`, the file in base64; null: ours again. */
  readonly contentHash: string | null;
  readonly personName: string;
  readonly at: string;
}

/** Takes the next place of its kind. */
export function addTemplate(
  db: Database,
  t: Pick<StoredTemplate, "kind" | "fileName" | "contentHash" | "at"> & {
    readonly organisationId: string;
    readonly personId: string;
  },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO paper_templates (organisation_id, kind, seq, file_name, content_hash, person_id, at)
       SELECT ?1, ?2, coalesce(max(seq), 0) + 1, ?3, ?4, ?5, ?6 FROM paper_templates WHERE organisation_id = ?1 AND kind = ?2`,
    )
    .bind(t.organisationId, t.kind, t.fileName, t.contentHash, t.personId, t.at);
}

/** The newest of each kind, also where it is ours again. */
export async function templatesOf(db: Database, organisationId: string): Promise<StoredTemplate[]> {
  const { results } = await db
    .prepare(
      `SELECT t.kind, t.file_name AS fileName, t.content_hash AS contentHash, p.name AS personName, t.at
       FROM paper_templates t JOIN people p ON p.id = t.person_id
       WHERE t.organisation_id = ?1 AND t.seq = (SELECT max(seq) FROM paper_templates n WHERE n.organisation_id = ?1 AND n.kind = t.kind)`,
    )
    .bind(organisationId)
    .all<StoredTemplate>();
  return results;
}

/** Whose template an order is printed with: the organisation that made it. */
export async function orderingOrganisation(db: Database, submissionId: string): Promise<string | null> {
  return db
    .prepare("SELECT organisation_id AS id FROM events WHERE submission_id = ? AND action = 'order'")
    .bind(submissionId)
    .first<string>("id");
}
