import { expect, test } from "vitest";
import { day } from "../../../shared/kernel/date.ts";
import { dong } from "../../../shared/kernel/money.ts";
import { quantity } from "../../../shared/kernel/quantity.ts";
import { builtinLawBook } from "../../../shared/law/book.ts";
import { buildFlatWorkbook } from "../../../shared/workbook/build.ts";
import { explainCell, findCalls, showArgument } from "./explain.ts";
import { searchParameters } from "./law-search.ts";

const law = builtinLawBook();
const workbook = buildFlatWorkbook(
  {
    info: { province: "Quảng Ninh", organisation: "Trung tâm", year: 2018, asOf: day("2018-05-11") },
    deAn: [{ code: "DA01", name: "Máy", content: 3, kind: "MAY-MOC", fund: "QG", count: quantity(1) }],
    costLines: [
      {
        deAnCode: "DA01",
        item: "Máy",
        unit: "bộ",
        quantity: quantity(1),
        unitPriceDong: dong(610_000_000),
        supportDong: dong(1),
      },
    ],
  },
  law,
);

test("nested calls are found with their arguments", () => {
  const calls = findCalls('=ROUND(KC.THANHTIEN(KC.THAMSO("LUONG-CO-SO",DATE(2018,6,30)),A1)*2,0)');
  expect(calls).toEqual([
    { name: "KC.THANHTIEN", args: ['KC.THAMSO("LUONG-CO-SO",DATE(2018,6,30))', "A1"] },
    { name: "KC.THAMSO", args: ['"LUONG-CO-SO"', "DATE(2018,6,30)"] },
  ]);
});

test("the ceiling of a line is explained from the cells it reads, with law and mark", () => {
  const formula = workbook.sheets.find((sheet) => sheet.name === "KC_DeAn")?.cells["N5"]?.formula ?? null;
  const explained = explainCell({ sheet: "KC_DeAn", address: "N5", formula }, workbook, law);
  expect(explained.column?.header).toBe("Mức hỗ trợ tối đa");
  expect(explained.calls[0]).toMatchObject({
    name: "KC.MUCHOTRO",
    refusal: null,
    cite: { doc: "tt-28-2018-btc", verified: "secondary" },
  });
  const args = explained.calls[0]?.args ?? [];
  expect(args.map((arg, i) => showArgument(arg, i === 4))).toEqual([
    "MAY-MOC",
    "610.000.000",
    "1",
    "–",
    "11/05/2018",
  ]);
});

test("parameters are found without diacritics, with the reason when there is no figure", () => {
  const rows = searchParameters(law, "may moc tran", day("2010-01-01"));
  expect(rows.map((row) => row.parameter.id)).toContain("MAY-MOC.TRAN");
  expect(rows[0]?.reading).toBeNull();
  expect(rows[0]?.why?.vi).toContain("chưa có quy định");
  expect(searchParameters(law, "", day("2018-06-01")).length).toBe(law.parameters.length);
});
