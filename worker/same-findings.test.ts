/// <reference types="vite/client" />
/**
 * The server's side of "the same findings everywhere": each worked example, sent as its file, gives the very bytes that
 * `kc check` gives (examples/*.expected.json; the pane and KC.KIEMTRA are compared in examples/same-findings.test.ts).
 */
import { beforeAll, expect, test } from "vitest";
import { canonicalJson } from "../shared/kernel/canonical.ts";
import allSheets from "../examples/du-cac-trang.expected.json";
import allSheetsFile from "../examples/du-cac-trang.xlsx?url&inline";
import spoiled from "../examples/loi-thuong-gap.expected.json";
import spoiledFile from "../examples/loi-thuong-gap.xlsx?url&inline";
import plan from "../examples/quang-ninh-2018.expected.json";
import planFile from "../examples/quang-ninh-2018.xlsx?url&inline";
import type { Upload } from "../shared/contract/upload.ts";
import published from "../examples/published.json";
import type { Book } from "../shared/contract/book.ts";
import type { PublicationKind } from "../shared/contract/publications.ts";
import { judgeWorkbook } from "../shared/workbook/judge.ts";
import { readXlsx } from "../shared/workbook/xlsx/index.ts";
import { callJson, publish, seedAll, uploadFile } from "./test-kit.ts";

beforeAll(async () => {
  await seedAll();
  // The demonstration has a rule on trial; the expected findings are of the shipped rules.
  await publish("withdrawal", { of: "cb_000000000000000000QUYTAC1" });
});

const EXAMPLES = [
  ["du-cac-trang", allSheets, allSheetsFile],
  ["loi-thuong-gap", spoiled, spoiledFile],
  ["quang-ninh-2018", plan, planFile],
] as const;

const bytesOf = (file: string) =>
  Uint8Array.from(atob(file.slice(file.indexOf(",") + 1)), (char) => char.charCodeAt(0));

async function findingsOf(name: string, bytes: Uint8Array): Promise<string> {
  const answer = await uploadFile("soan-22", bytes, `${name}.xlsx`);
  expect(answer.status).toBe(201);
  return canonicalJson(((await answer.json()) as Upload).check?.findings);
}

test.each(EXAMPLES)(
  "%s: the server finds what kc check finds, byte for byte",
  async (name, expected, file) => {
    expect(expected.findings.length).toBeGreaterThan(0);
    expect(await findingsOf(name, bytesOf(file))).toBe(canonicalJson(expected.findings));
  },
);

test("the same with values, states of rules and a level published: what the offered book gives, byte for byte", async () => {
  for (const { kind, content } of published) await publish(kind as PublicationKind, content);
  // What the pane, KC.KIEMTRA and kc check --book judge with.
  const book = await callJson<Book>("/api/v1/book");
  expect(book.law.ruleSettings?.map(({ rule, mode }) => `${rule} ${mode}`)).toContain("KC-DA-006 trial");
  for (const [name, expected, file] of EXAMPLES) {
    const read = await readXlsx(bytesOf(file));
    if (!read.ok) throw new Error(read.error.en);
    const { notes: _notes, ...workbook } = read.value;
    const { findings } = judgeWorkbook(workbook, book.law, book.norms);
    const server = await findingsOf(name, bytesOf(file));
    expect(server, name).toBe(canonicalJson(findings));
    if (name !== "quang-ninh-2018") expect(server, name).not.toBe(canonicalJson(expected.findings));
  }
});
