/** The blank workbook from the site: what somebody without the add-in fills in. */
import { beforeAll, expect, test } from "vitest";
import { readPlan } from "../shared/workbook/read.ts";
import { TEMPLATE_VERSION } from "../shared/workbook/template.ts";
import { readXlsx } from "../shared/workbook/xlsx/index.ts";
import { bookInForce } from "./submissions/publications.ts";
import { call, seedAll, testEnv } from "./test-kit.ts";

beforeAll(seedAll);

test("is the current template, names the law and the book in force, and holds no line", async () => {
  const answer = await call("/template.xlsx");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-disposition")).toContain("so-lam-viec-khuyen-cong.xlsx");
  const read = await readXlsx(new Uint8Array(await answer.arrayBuffer()));
  if (!read.ok) throw new Error(read.error.vi);
  const { info, deAn, costLines } = readPlan(read.value);
  const book = await bookInForce(testEnv);
  expect(info).toMatchObject({
    templateVersion: TEMPLATE_VERSION,
    lawVersion: book.law.version,
    bookVersion: book.version,
    province: null,
  });
  expect([deAn.length, costLines.length]).toEqual([0, 0]);
});
