import type { Person } from "../../shared/contract/session.ts";
import { ROLE_LABEL, type Role } from "../../shared/plan/states.ts";
import type { Database } from "./database.ts";

export interface PersonRow {
  id: string;
  name: string;
  role: Role;
  organisation_id: string;
  organisation_name: string;
  kind: "province" | "ministry";
  province_code: string | null;
  province_name: string | null;
}

export const PERSON_SELECT = `
  SELECT p.id, p.name, m.role, o.id AS organisation_id, o.name AS organisation_name, o.kind, o.province_code, o.province_name
  FROM people p
  JOIN memberships m ON m.person_id = p.id
  JOIN organisations o ON o.id = m.organisation_id`;

export function toPerson(row: PersonRow): Person {
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

/** Null when the subject is unknown or has no membership. */
export async function findPersonBySubject(
  db: Database,
  issuer: string,
  subject: string,
): Promise<Person | null> {
  const row = await db
    .prepare(`${PERSON_SELECT} WHERE p.issuer = ? AND p.subject = ?`)
    .bind(issuer, subject)
    .first<PersonRow>();
  return row ? toPerson(row) : null;
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
