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
import { seedAll, uploadFile } from "./test-kit.ts";

beforeAll(seedAll);

test.each([
  ["du-cac-trang", allSheets, allSheetsFile],
  ["loi-thuong-gap", spoiled, spoiledFile],
  ["quang-ninh-2018", plan, planFile],
])("%s: the server finds what kc check finds, byte for byte", async (name, expected, file) => {
  const bytes = Uint8Array.from(atob(file.slice(file.indexOf(",") + 1)), (char) => char.charCodeAt(0));
  const answer = await uploadFile("soan-22", bytes, `${name}.xlsx`);
  expect(answer.status).toBe(201);
  const { check } = (await answer.json()) as Upload;
  expect(expected.findings.length).toBeGreaterThan(0);
  expect(canonicalJson(check?.findings)).toBe(canonicalJson(expected.findings));
});
