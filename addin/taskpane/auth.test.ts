import { expect, test } from "vitest";
import { parseSession } from "./auth.ts";

const NOW = Date.parse("2026-11-23T06:00:00Z");
const person = {
  id: "soan-22",
  name: "Người soạn – Quảng Ninh",
  role: "drafter",
  roleLabel: "Người soạn",
  organisation: {
    id: "tt-22",
    name: "Trung tâm",
    kind: "province",
    provinceCode: "22",
    provinceName: "Quảng Ninh",
  },
};
const session = { token: "t", person, expiresAt: "2026-11-23T07:00:00Z" };

test("a good session is read", () => {
  expect(parseSession(JSON.stringify(session), NOW)).toEqual(session);
});

test.each([
  ["nothing", null],
  ["broken JSON", "{"],
  ["a bare word", '"x"'],
  ["an unknown role", JSON.stringify({ ...session, person: { ...person, role: "god" } })],
  ["no organisation", JSON.stringify({ ...session, person: { ...person, organisation: null } })],
  ["one that is over", JSON.stringify({ ...session, expiresAt: "2026-11-23T05:59:59Z" })],
  ["one without a day", JSON.stringify({ ...session, expiresAt: "soon" })],
])("%s is nobody", (_name, text) => {
  expect(parseSession(text, NOW)).toBeNull();
});
