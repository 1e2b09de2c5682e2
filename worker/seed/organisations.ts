/** Demonstration organisations and people. Names are roles, never invented persons or official names of centres. */
import type { Province } from "../../shared/law/provinces.ts";
import type { Role } from "../../shared/plan/states.ts";
import { LOCAL_ISSUER } from "../auth/embedded-issuer.ts";
import type { NewOrganisation } from "../store/organisations.ts";
import type { NewPerson } from "../store/people.ts";

const MINISTRY: NewOrganisation = {
  id: "bct",
  kind: "ministry",
  provinceCode: null,
  provinceName: null,
  name: "Bộ Công Thương",
};

function provinceOrganisations({ code, name, fullName }: Province): NewOrganisation[] {
  const inside = fullName.charAt(0).toLocaleLowerCase("vi") + fullName.slice(1);
  const of = { kind: "province", provinceCode: code, provinceName: name } as const;
  return [
    { id: `tt-${code}`, ...of, name: `Trung tâm Khuyến công (${inside})` },
    { id: `sct-${code}`, ...of, name: `Sở Công Thương ${inside}` },
  ];
}

function person(id: string, name: string, organisationId: string, role: Role): NewPerson {
  return { id, issuer: LOCAL_ISSUER, subject: id, name, organisationId, role };
}

function provincePeople({ code, name }: Province): NewPerson[] {
  return [
    person(`soan-${code}`, `Người soạn – ${name}`, `tt-${code}`, "drafter"),
    person(`duyet-${code}`, `Người duyệt – Sở Công Thương ${name}`, `sct-${code}`, "province"),
  ];
}

const MINISTRY_PEOPLE: readonly NewPerson[] = [
  person("tham-dinh-1", "Người thẩm định 1 – Bộ Công Thương", MINISTRY.id, "ministry"),
  person("tham-dinh-2", "Người thẩm định 2 – Bộ Công Thương", MINISTRY.id, "ministry"),
  person("quan-tri", "Quản trị dữ liệu – Bộ Công Thương", MINISTRY.id, "steward"),
  person("quan-tri-2", "Quản trị dữ liệu 2 – Bộ Công Thương", MINISTRY.id, "steward"),
];

export function demoOrganisations(provinces: readonly Province[]): NewOrganisation[] {
  return [MINISTRY, ...provinces.flatMap(provinceOrganisations)];
}

export function demoPeople(provinces: readonly Province[]): NewPerson[] {
  return [...MINISTRY_PEOPLE, ...provinces.flatMap(provincePeople)];
}
