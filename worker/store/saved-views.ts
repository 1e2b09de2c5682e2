/** A person's own names for filters of the queue. */
import type { Database } from "./database.ts";

export interface StoredView {
  readonly name: string;
  /** Query text of the queue's filter. */
  readonly filter: string;
  readonly savedAt: string;
}

/** In the order of their names. */
export async function viewsOf(db: Database, personId: string): Promise<StoredView[]> {
  const { results } = await db
    .prepare("SELECT name, filter, saved_at AS savedAt FROM saved_views WHERE person_id = ? ORDER BY name")
    .bind(personId)
    .all<StoredView>();
  return results;
}

/** A view of the same name is replaced. Does nothing to a person who has `most` others already. */
export async function saveView(
  db: Database,
  personId: string,
  view: StoredView,
  most: number,
): Promise<boolean> {
  const { meta } = await db
    .prepare(
      `INSERT INTO saved_views (person_id, name, filter, saved_at)
       SELECT ?1, ?2, ?3, ?4 WHERE (SELECT count(*) FROM saved_views WHERE person_id = ?1 AND name <> ?2) < ?5
       ON CONFLICT (person_id, name) DO UPDATE SET filter = excluded.filter, saved_at = excluded.saved_at`,
    )
    .bind(personId, view.name, view.filter, view.savedAt, most)
    .run();
  return meta.changes > 0;
}

export async function removeView(db: Database, personId: string, name: string): Promise<void> {
  await db.prepare("DELETE FROM saved_views WHERE person_id = ? AND name = ?").bind(personId, name).run();
}
