import { expect, test } from "vitest";
import { SUPPORT_KINDS } from "../../../shared/law/support-kinds.ts";
import { PROBLEM_CODES } from "../../../shared/contract/problem.ts";
import { en } from "./en.ts";
import { STARTER_LINES } from "./starter-lines.ts";
import { vi } from "./vi.ts";

/** Dotted path → the text, functions called with sample arguments. */
function flatten(value: unknown, path: string, into: Map<string, string>): Map<string, string> {
  if (typeof value === "string") into.set(path, value);
  else if (typeof value === "function") flatten((value as (...args: unknown[]) => unknown)(2, 3), path, into);
  else if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) flatten(inner, `${path}.${key}`, into);
  }
  return into;
}

const vietnamese = flatten(vi, "", new Map());
const english = flatten(en, "", new Map());
const OWN_TO_ENGLISH = /^\.problem\.titles\./;

test("both languages have the same texts and none is empty", () => {
  const keys = [...english.keys()].filter((key) => !OWN_TO_ENGLISH.test(key));
  expect(keys.sort()).toEqual([...vietnamese.keys()].sort());
  expect(vietnamese.size).toBeGreaterThan(250);
  for (const [key, text] of [...vietnamese, ...english]) expect(text.trim(), key).not.toBe("");
});

test("nothing was left untranslated but names and signs", () => {
  const SAME = new Set(["Khuyến Công", "đ", "%", "2 đề án", "Đề án", "2 (3 chỗ)", "2, 3"]);
  const equal = [...vietnamese].filter(([key, text]) => english.get(key) === text && !SAME.has(text));
  expect(equal).toEqual([]);
});

test("every problem code of the service has an English title", () => {
  expect(Object.keys(en.problem.titles).sort()).toEqual(Object.keys(PROBLEM_CODES).sort());
});

test("starter lines belong to real kinds and carry no figures", () => {
  const codes: readonly string[] = SUPPORT_KINDS.map((kind) => kind.code);
  for (const [kind, lines] of Object.entries(STARTER_LINES)) {
    expect(codes).toContain(kind);
    for (const line of lines) expect(`${line.item}${line.unit}`).not.toMatch(/\d/);
  }
});
