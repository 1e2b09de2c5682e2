import type { Person } from "../../shared/contract/session.ts";
import { ROLE_LABEL, type Role } from "../../shared/plan/states.ts";
import { askOne, askRow, type Ask } from "./ask.ts";
import type { Database } from "./database.ts";

interface PersonRow {
  id: string;
  name: string;
  role: Role;
  organisation_id: string;
  organisation_name: string;
  kind: "province" | "ministry";
  province_code: string | null;
  province_name: string | null;
}

const PERSON_SELECT = `
  SELECT p.id, p.name, m.role, o.id AS organisation_id, o.name AS organisation_name, o.kind, o.province_code, o.province_name
  FROM people p
  JOIN memberships m ON m.person_id = p.id
  JOIN organisations o ON o.id = m.organisation_id`;

function toPerson(row: PersonRow): Person {
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    roleLabel: ROLE_LABEL[row.role].vi,
    organisation: {
      id: row.organisation_id,
      name: row.organisation_name,
      kind: row.kind,
      provinceCode: row.province_code,
      provinceName: row.province_name,
    },
  };
}

/**
 * Who a request speaks for, before anybody has been looked up: a condition on `people p`. Other questions that depend
 * only on the person can be asked with it in the same statement.
 */
export interface Who {
  readonly sql: string;
  readonly values: readonly string[];
}

export function bySubject(issuer: string, subject: string): Who {
  return { sql: "p.issuer = ? AND p.subject = ?", values: [issuer, subject] };
}

export function byId(id: string): Who {
  return { sql: "p.id = ?", values: [id] };
}

const PERSON_COLUMNS = [
  "id",
  "name",
  "role",
  "organisation_id",
  "organisation_name",
  "kind",
  "province_code",
  "province_name",
] as const satisfies readonly (keyof PersonRow)[];

export function askPerson(who: Who): Ask<PersonRow> {
  return askRow(PERSON_COLUMNS, `${PERSON_SELECT} WHERE ${who.sql}`, who.values);
}

/** What `askPerson` found; null when nobody is so known, or somebody without a membership. */
export function personFound(answer: unknown): Person | null {
  return answer === null || answer === undefined ? null : toPerson(answer as PersonRow);
}

/** Null when the subject is unknown or has no membership. */
export async function findPersonBySubject(
  db: Database,
  issuer: string,
  subject: string,
): Promise<Person | null> {
  return personFound(await askOne(db, askPerson(bySubject(issuer, subject))));
}

/** Everybody of one issuer, ministry first, then provinces by name. */
export async function listPeople(db: Database, issuer: string): Promise<Person[]> {
  const { results } = await db
    .prepare(`${PERSON_SELECT} WHERE p.issuer = ? ORDER BY o.kind, o.province_code, m.role`)
    .bind(issuer)
    .all<PersonRow>();
  return results.map(toPerson);
}

export interface NewPerson {
  readonly id: string;
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly organisationId: string;
  readonly role: Role;
}

/** Adds a person with a membership; an existing one is left as it is. */
export function addPerson(db: Database, person: NewPerson): D1PreparedStatement[] {
  return [
    db
      .prepare("INSERT INTO people (id, issuer, subject, name) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
      .bind(person.id, person.issuer, person.subject, person.name),
    db
      .prepare(
        "INSERT INTO memberships (person_id, organisation_id, role) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
      )
      .bind(person.id, person.organisationId, person.role),
  ];
}

export async function countPeople(db: Database): Promise<number> {
  return (await db.prepare("SELECT count(*) AS n FROM people").first<number>("n")) ?? 0;
}
