import { describe, expect, it } from "vitest";
import { day } from "../kernel/date.ts";
import type { FlatWorkbook } from "../kernel/flat.ts";
import { dong } from "../kernel/money.ts";
import { quantity } from "../kernel/quantity.ts";
import { builtinLawBook } from "../law/book.ts";
import { withPublished } from "../law/published.ts";
import { sealPriceBook } from "../norms/book.ts";
import { builtinNormBooks, illustrativePriceBooks } from "../norms/builtin.ts";
import { draftBook } from "../norms/books/du-thao-khuyen-cong.ts";
import { sealNormBook } from "../norms/book.ts";
import { basisChanges, type BasisBook } from "./basis-changes.ts";
import { buildFlatWorkbook } from "./build.ts";

const law = builtinLawBook();
const shipped: BasisBook = {
  version: "000000000000",
  law,
  norms: builtinNormBooks(),
  prices: illustrativePriceBooks(),
};
const CODE = "KC.03.0210";
const cite = { doc: "ttlt-26-2014", article: "6", clause: "2", note: "Số thử, không phải quy định" };

/** A machine under MAY-MOC and a consultancy priced by a norm; nothing else. */
function workbook(asOf: string, unitPrice = dong(400_000_000)): FlatWorkbook {
  const province = "Quảng Ninh";
  return buildFlatWorkbook(
    {
      info: { province, organisation: "TTKC", year: 2018, asOf: day(asOf) },
      deAn: [
        {
          code: "DA01",
          name: "Máy",
          content: 4,
          kind: "MAY-MOC",
          fund: "ĐP",
          count: quantity(1),
          place: province,
        },
        {
          code: "DA02",
          name: "Tư vấn",
          content: 5,
          kind: "TU-VAN",
          fund: "ĐP",
          count: quantity(3),
          place: province,
        },
      ],
      costLines: [
        {
          deAnCode: "DA01",
          item: "Máy",
          unit: "máy",
          quantity: quantity(1),
          unitPriceDong: unitPrice,
          supportDong: dong(100_000_000),
        },
        {
          deAnCode: "DA02",
          item: "Khảo sát",
          unit: "cơ sở",
          quantity: quantity(3),
          unitPriceDong: dong(1),
          unitPriceFormula: `=KC.DONGIA("${CODE}",KC_ThongTin!$B$4,KC_ThongTin!$B$7)`,
          supportDong: dong(0),
        },
      ],
    },
    law,
  );
}

const withValue = (from: string, value: number): BasisBook => ({
  ...shipped,
  version: "111111111111",
  law: withPublished(law, {
    values: [{ parameter: "MAY-MOC.TRAN", from: day(from), value, cite, verified: "memory" }],
  }),
});

describe("a figure of law", () => {
  it("changes the ceiling from its first day, and nothing on the day before", () => {
    const fresh = withValue("2018-05-01", 50_000_000);
    const on = basisChanges(workbook("2018-05-01"), shipped, fresh);
    expect(on.parameters).toHaveLength(1);
    expect(on.parameters[0]).toMatchObject({
      id: "MAY-MOC.TRAN",
      before: { value: 200_000_000, cite: { verified: "text" } },
      after: { value: 50_000_000, cite: { verified: "memory", from: "2018-05-01" } },
    });
    expect(on.deAn).toEqual([
      {
        code: "DA01",
        name: "Máy",
        total: { beforeDong: 400_000_000, afterDong: 400_000_000 },
        ceiling: { beforeDong: 200_000_000, afterDong: 50_000_000 },
      },
    ]);
    // The ceiling of the machine and its citation.
    expect(on.cells.map(({ sheet, address }) => `${sheet}!${address}`)).toEqual(["KC_DeAn!N5", "KC_DeAn!R5"]);
    expect(on.total.beforeDong).toBe(on.total.afterDong);

    const before = basisChanges(workbook("2018-04-30"), shipped, fresh);
    expect(before.cells.filter(({ after }) => typeof after === "number")).toEqual([]);
    // It now has a last day, which its citation tells.
    expect(before.parameters).toMatchObject([
      { before: { value: 200_000_000 }, after: { value: 200_000_000, cite: { to: "2018-04-30" } } },
    ]);
  });

  it("that no formula asks for is told apart", () => {
    const fresh = {
      ...shipped,
      law: withPublished(law, {
        values: [{ parameter: "MO-HINH.TRAN", from: day("2018-05-01"), value: 1, cite, verified: "memory" }],
      }),
    };
    const changes = basisChanges(workbook("2018-05-02"), shipped, fresh);
    expect(changes.parameters).toEqual([]);
    expect(changes.otherParameters.map(({ id }) => id)).toEqual(["MO-HINH.TRAN"]);
    expect([...changes.cells, ...changes.deAn]).toEqual([]);
  });

  it("is not compared where the workbook has no day", () => {
    const flat = workbook("2018-05-01");
    const undated = {
      sheets: flat.sheets.map((sheet) =>
        sheet.name === "KC_ThongTin" ? { ...sheet, cells: { ...sheet.cells, B7: { value: "" } } } : sheet,
      ),
    };
    const changes = basisChanges(undated, shipped, withValue("2018-05-01", 50_000_000));
    expect(changes).toMatchObject({ asOf: null, parameters: [], otherParameters: [], prices: [], cells: [] });
  });
});

describe("a price", () => {
  const list = (from: string): BasisBook => ({
    ...shipped,
    prices: [
      sealPriceBook({
        id: "thu",
        title: "Bảng giá thử",
        edition: "1",
        origin: "thử",
        verified: "memory",
        prices: [
          {
            type: "VL",
            resource: "Giấy A4",
            unit: "ram",
            province: null,
            from: day(from),
            priceDong: dong(1_000_000),
            source: "giả định",
          },
        ],
      }),
      ...shipped.prices,
    ],
  });

  it("moves the unit price, the amount, the đề án and the plan from its first day only", () => {
    const flat = workbook("2026-07-01");
    const on = basisChanges(flat, shipped, list("2026-07-01"));
    expect(on.prices).toHaveLength(1);
    expect(on.prices[0]).toMatchObject({ resource: "Giấy A4", after: { entry: { priceDong: 1_000_000 } } });
    const unit = on.cells.find(({ sheet, address }) => `${sheet}!${address}` === "KC_DuToan!E6");
    const step = Number(unit?.after) - Number(unit?.before);
    expect(step).toBeGreaterThan(0);
    expect(on.deAn.map(({ code }) => code)).toEqual(["DA02"]);
    expect(on.total.afterDong - on.total.beforeDong).toBe(3 * step);
    expect(on.parameters).toEqual([]);

    const before = basisChanges(flat, shipped, list("2026-07-02"));
    expect([...before.prices, ...before.cells, ...before.deAn]).toEqual([]);
  });
});

describe("rules, levels and drafts", () => {
  const setting = { rule: "KC-DA-006", mode: "off" as const, from: day("2018-05-01"), reason: "thử" };
  it("a rule is told from the day its setting counts", () => {
    const fresh = { ...shipped, law: withPublished(law, { ruleSettings: [setting] }) };
    expect(basisChanges(workbook("2018-05-01"), shipped, fresh).rules).toMatchObject([
      { rule: "KC-DA-006", before: "live", after: "off", reason: "thử" },
    ]);
    expect(basisChanges(workbook("2018-04-30"), shipped, fresh).rules).toEqual([]);
  });

  it("a period of the vote is told whatever the day", () => {
    const period = { level: "Xã" as never, from: day("2026-01-01"), cite, verified: "memory" as const };
    const fresh = { ...shipped, law: withPublished(law, { voteLevels: [period] }) };
    expect(basisChanges(workbook("2018-05-01"), shipped, fresh).levels).toMatchObject([
      { from: "2026-01-01", before: null },
    ]);
  });

  it("a draft out of evidence is named, and changes no figure by itself", () => {
    const { version: _version, ...data } = draftBook();
    const hash = "a".repeat(64);
    const draft = sealNormBook({
      ...data,
      id: "TU-TINH",
      evidence: { figures: hash, xlsx: hash, docx: hash },
    });
    const changes = basisChanges(workbook("2026-07-01"), shipped, {
      ...shipped,
      norms: [...shipped.norms, draft],
    });
    expect(changes.drafts).toEqual([draft]);
    expect([...changes.norms, ...changes.cells]).toEqual([]);
  });
});

describe("norms", () => {
  it("an edition with another quantity is told line by line from its first day, with the cells it moves", () => {
    const base = draftBook();
    const { version: _version, ...data } = base;
    const edition = (from: string) =>
      sealNormBook({
        ...data,
        title: "Bản sửa",
        from: day(from),
        norms: base.norms.map((norm) => ({
          ...norm,
          lines: norm.lines.map((line) =>
            line.kind === "material" && line.resource === "Giấy A4" ? { ...line, quantity: "9" } : line,
          ),
        })),
      });
    const withEdition = (from: string) => ({ ...shipped, norms: [edition(from), ...shipped.norms] });
    const on = basisChanges(workbook("2026-07-01"), shipped, withEdition("2026-07-01"));
    expect(on.norms).toMatchObject([{ code: CODE, afterBook: "Bản sửa", lines: [{ resource: "Giấy A4" }] }]);
    expect(on.deAn.map(({ code }) => code)).toEqual(["DA02"]);
    const before = basisChanges(workbook("2026-07-01"), shipped, withEdition("2026-07-02"));
    expect([...before.norms, ...before.cells]).toEqual([]);
  });
});

it("the same book changes nothing, and a figure typed over is no change of the book", () => {
  const flat = workbook("2018-05-01");
  const typed = {
    sheets: flat.sheets.map((sheet) =>
      sheet.name === "KC_DeAn" ? { ...sheet, cells: { ...sheet.cells, N5: { value: 7 } } } : sheet,
    ),
  };
  for (const each of [flat, typed]) {
    const changes = basisChanges(each, shipped, shipped);
    expect(changes).toMatchObject({
      parameters: [],
      prices: [],
      norms: [],
      rules: [],
      levels: [],
      cells: [],
    });
    expect(changes.total.beforeDong).toBe(changes.total.afterDong);
  }
});

it("a price that is missing in the new book shows as #N/A; a longer formula is named as not followed", () => {
  const flat = workbook("2026-07-01");
  const cells = { Z9: { value: 1, formula: '=ROUND(KC.DONGIA("KC.03.0210"),-3)' } };
  const wider = {
    sheets: flat.sheets.map((s) => (s.name === "KC_DuToan" ? { ...s, cells: { ...s.cells, ...cells } } : s)),
  };
  const changes = basisChanges(wider, shipped, { ...shipped, prices: [] });
  expect(changes.cells).toContainEqual(
    expect.objectContaining({ sheet: "KC_DuToan", address: "E6", after: "#N/A" }),
  );
  expect(changes.unfollowed).toEqual([{ sheet: "KC_DuToan", address: "Z9" }]);
});
