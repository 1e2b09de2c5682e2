import { beforeAll, expect, it } from "vitest";
import { buildDemoBook } from "../../../shared/contract/built-book.ts";
import { day } from "../../../shared/kernel/date.ts";
import { dong, formatDong } from "../../../shared/kernel/money.ts";
import { quantity } from "../../../shared/kernel/quantity.ts";
import { builtinLawBook } from "../../../shared/law/book.ts";
import { buildFlatWorkbook, type PlanDraft } from "../../../shared/workbook/build.ts";
import { judgeWorkbook } from "../../../shared/workbook/judge.ts";
import { ownBooksOf } from "../../../shared/workbook/own-books.ts";
import { useBook, useOwnBooks } from "../../functions/lib/book.ts";
import { lineOfNorm, usableNorms } from "./norm-lines.ts";
import { chooseKind, editLine, newWizard, takeLine, toDrafts } from "./wizard.ts";

const law = builtinLawBook();
const AS_OF = day("2026-07-01");
const OWN = "QN.03.0010";
const WORKBOOK: PlanDraft = {
  info: { province: "Quảng Ninh", organisation: "Trung tâm", year: 2026, asOf: AS_OF },
  deAn: [],
  costLines: [],
  priceLines: [
    {
      type: "VL",
      resource: "Giấy A4",
      unit: "ram",
      priceDong: dong(65_000),
      from: day("2026-01-01"),
      source: "Báo giá",
    },
  ],
  normLines: [
    {
      code: OWN,
      name: "In tài liệu",
      serviceUnit: "bộ",
      type: "VL",
      resource: "Giấy A4",
      unit: "ram",
      quantity: quantity(2),
    },
    {
      code: "QN.03.0020",
      name: "Không có giá",
      serviceUnit: "bộ",
      type: "VL",
      resource: "Thứ không có giá",
      unit: "cái",
      quantity: quantity(1),
    },
  ],
};
const flat = buildFlatWorkbook(WORKBOOK, law);
const book = buildDemoBook();
const basis = { book, offered: book, missing: null };
const snapshot = { flat, law, basis, verdict: judgeWorkbook(flat, law), missing: [], at: new Date(0) };

beforeAll(() => {
  useBook(book);
  useOwnBooks(ownBooksOf(flat));
});

it("offers the norms of every book, the workbook's own first, with the price of the day or the reason there is none", async () => {
  const norms = await usableNorms(snapshot);
  expect(norms[0]).toMatchObject({ code: OWN, unit: "bộ", priceDong: 130_000, reason: "" });
  const unpriced = norms.find(({ code }) => code === "QN.03.0020");
  expect(unpriced?.priceDong).toBeNull();
  expect(unpriced?.reason).toContain("Thứ không có giá");
  // A shipped norm, at the workbook's own price of paper: 2.277.300 đ with the list's.
  expect(norms.find(({ code }) => code === "KC.03.0210")?.priceDong).toBe(2_272_575);
});

it("writes the price as a live formula until somebody types another over it", async () => {
  const norm = (await usableNorms(snapshot)).find(({ code }) => code === OWN);
  if (norm === undefined) throw new Error("no norm");
  const begun = chooseKind(newWizard([]), "THONG-TIN", [{ item: "", unit: "" }]);
  const state = takeLine(
    { ...begun, name: "In tài liệu", requested: "100.000" },
    lineOfNorm(norm, 2, "ghi chú"),
  );
  expect(state.lines).toHaveLength(1);
  const context = { law, asOf: AS_OF, takenCodes: [] };
  const live = toDrafts(state, context);
  if (live === null) throw new Error("not writable");
  const formula = `=KC.DONGIA("${OWN}",KC_ThongTin!$B$4,KC_ThongTin!$B$7)`;
  expect(live.costs[0]).toMatchObject({ unitPriceFormula: formula, unitPriceDong: 130_000 });
  const verdict = judgeWorkbook(
    buildFlatWorkbook({ ...WORKBOOK, deAn: [live.deAn], costLines: live.costs }, law),
    law,
  );
  expect(verdict.plan.costLines[0]?.cells["unitPrice"]?.formula).toBe(formula);
  const typed = toDrafts(editLine(state, 2, { unitPrice: formatDong(dong(140_000)) }), context);
  expect(typed?.costs[0]).toMatchObject({ unitPriceDong: 140_000 });
  expect(typed?.costs[0]).not.toHaveProperty("unitPriceFormula");
});
