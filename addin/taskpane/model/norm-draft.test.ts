import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildDemoBook } from "../../../shared/contract/built-book.ts";
import { day } from "../../../shared/kernel/date.ts";
import { quantity } from "../../../shared/kernel/quantity.ts";
import { builtinNormBooks } from "../../../shared/norms/builtin.ts";
import { priceNormAt } from "../../../shared/norms/pricing/price-at.ts";
import { buildFlatWorkbook } from "../../../shared/workbook/build.ts";
import { quangNinh2018 } from "../../../shared/workbook/demo.ts";
import { ownBooksOf } from "../../../shared/workbook/own-books.ts";
import { NORM_SHEET, PRICE_SHEET } from "../../../shared/workbook/template.ts";
import { placeLines } from "../../excel/place-rows.ts";
import type { FlatWorkbook } from "../../../shared/kernel/flat.ts";
import { cellAddress, parseAddress } from "../../../shared/kernel/address.ts";
import { compareNorms, sameService } from "./norm-compare.ts";
import { addLine, addStep, copyOf, editLine, editStep, EMPTY_NORM, removeStep } from "./norm-draft.ts";
import { readDraft } from "./norm-reading.ts";
import { evaluateDraft, ownPrices, stepSum, type PriceContext } from "./norm-price.ts";
import { normRows, priceRows, splitPrices } from "./norm-rows.ts";

const BOOK = buildDemoBook();
const CONTEXT: PriceContext = {
  law: BOOK.law,
  norms: BOOK.norms,
  prices: BOOK.prices,
  date: day("2026-07-15"),
  province: "22",
  organisation: "Trung tâm",
};
const SHIPPED = builtinNormBooks().flatMap((book) => book.norms);
const DRAFTS = SHIPPED.filter((norm) => norm.code.startsWith("KC."));

/** The workbook after the lines were written, as a host would hold them. */
function written(
  def: typeof NORM_SHEET,
  rows: ReturnType<typeof normRows>,
  onto: FlatWorkbook,
): FlatWorkbook {
  const placed = placeLines(onto, { def, rows });
  const cells: Record<string, FlatWorkbook["sheets"][number]["cells"][string]> = {};
  for (const { address, entries } of placed.segments) {
    const at = parseAddress(address.split(":")[0] ?? "") ?? { row: 0, column: 0 };
    entries.forEach((line, i) =>
      line.forEach((entry, j) => {
        const value = typeof entry === "string" ? entry.replace(/^'/, "") : entry;
        if (value !== "") cells[cellAddress(at.column + j, at.row + i)] = { value };
      }),
    );
  }
  return {
    sheets: onto.sheets.map((s) => (s.name === def.name ? { ...s, cells: { ...s.cells, ...cells } } : s)),
  };
}

describe("a copied norm", () => {
  it("reads as the same norm, for every norm that is shipped", () => {
    for (const norm of SHIPPED) {
      const { norm: read, errors } = readDraft({ ...copyOf(norm), code: norm.code });
      expect(errors, norm.code).toEqual({});
      expect(
        compareNorms(read, norm).filter((line) => line.differs),
        norm.code,
      ).toEqual([]);
      expect(read.lines.map((line) => [line.kind, line.note])).toEqual(
        norm.lines.map((line) => [line.kind, line.note]),
      );
      expect([read.name, read.unit, read.content]).toEqual([norm.name, norm.unit, norm.content]);
    }
  });

  it("has the price KC.DONGIA gives, line by line", () => {
    let priced = 0;
    for (const norm of DRAFTS) {
      const place = { date: CONTEXT.date, province: "22", daysPerMonth: quantity(26) };
      const expected = priceNormAt(BOOK, norm.code, place, { depreciation: true });
      const { price, lines, missing } = evaluateDraft({ ...copyOf(norm), code: "QN.1" }, CONTEXT);
      expect(price?.total.dong ?? null, `${norm.code} ${missing.join()}`).toBe(
        expected.ok ? expected.value.total.dong : null,
      );
      if (expected.ok) priced += 1;
      if (price !== null) expect(Object.values(lines).every((line) => line.amountDong !== null)).toBe(true);
    }
    expect(priced).toBeGreaterThan(20);
  });

  it("is written to the sheets and read back from them as the same norm at the same price", () => {
    const empty = buildFlatWorkbook({ ...quangNinh2018(), deAn: [], costLines: [] }, BOOK.law);
    for (const norm of DRAFTS.slice(0, 12)) {
      const copied = { ...copyOf(norm), code: "QN.1" };
      const first = copied.lines.find((line) => line.kind === "material");
      const draft = first === undefined ? copied : editLine(copied, first.id, { price: "123.456" });
      const { norm: read, price } = evaluateDraft(draft, CONTEXT);
      const entries = ownPrices(draft, read, CONTEXT);
      const withNorm = written(NORM_SHEET, normRows(read), empty);
      const flat = entries.length === 0 ? withNorm : written(PRICE_SHEET, priceRows(entries), withNorm);
      const own = ownBooksOf(flat);
      expect(own.findings.filter((f) => f.severity === "error")).toEqual([]);
      const books = { ...BOOK, norms: own.norms === null ? [] : [own.norms] };
      const prices = own.prices === null ? BOOK.prices : [own.prices, ...BOOK.prices];
      const place = { date: CONTEXT.date, province: "22", daysPerMonth: quantity(26) };
      const again = priceNormAt({ ...books, prices }, "QN.1", place, { depreciation: true });
      expect(again.ok ? again.value.total.dong : null, norm.code).toBe(price?.total.dong ?? null);
    }
  });
});

describe("checks while typing", () => {
  it("name every field, keep what was typed and give no price meanwhile", () => {
    const wrong = editLine(EMPTY_NORM, 1, { resource: "Cán bộ", quantity: "1,2,3", scale: "A1" });
    const { errors, price } = evaluateDraft(wrong, CONTEXT);
    expect(errors).toMatchObject({
      "line.1.quantity": "quantity-unreadable",
      "line.1.coefficient": "required",
      code: "required",
    });
    expect(price).toBeNull();
    const right = editLine(wrong, 1, { quantity: "2", coefficient: "3,00" });
    expect(evaluateDraft(right, CONTEXT).price?.total.dong).toBe(2 * 360_525);
  });

  it("steps must add up to exactly 1, and lines follow a renamed step", () => {
    const two = addStep(addStep(EMPTY_NORM));
    const [a, b] = two.steps.map((step) => step.id) as [number, number];
    const named = editStep(editStep(two, a, { name: "Khảo sát", coefficient: "0,3" }), b, {
      name: "Lập",
      coefficient: "0,6",
    });
    expect(stepSum(named)).toEqual({ text: "0,9", isOne: false });
    expect(evaluateDraft(named, CONTEXT).issues.map((issue) => issue.code)).toContain("norm-steps-sum");
    expect(stepSum(editStep(named, b, { coefficient: "0,7" }))).toEqual({ text: "1", isOne: true });
    const tied = editStep(editLine(named, 1, { step: "Khảo sát" }), a, { name: "Đi khảo sát" });
    expect(tied.lines[0]?.step).toBe("Đi khảo sát");
    expect(removeStep(tied, a).lines[0]?.step).toBe("");
  });

  it("a share above 100 % is an error of its field and no price; 100 % is a share like any other", () => {
    const material = editLine(addLine(EMPTY_NORM, "material"), 2, {
      resource: "Giấy",
      unit: "ram",
      quantity: "2",
      price: "80.000",
    });
    const paper = editLine(material, 1, { resource: "Kỹ sư", quantity: "1", price: "500.000" });
    const percent = addLine(paper, "percent", "VL");
    const shares = [
      ["line.2.recovery", (value: string) => editLine(paper, 2, { recovery: value }), 500_000],
      ["line.2.loss", (value: string) => editLine(paper, 2, { loss: value }), 820_000],
      ["management", (management: string) => ({ ...paper, management }), 1_320_000],
      [
        "line.3.quantity",
        (value: string) => editLine(percent, 3, { resource: "Khác", quantity: value }),
        820_000,
      ],
    ] as const;
    for (const [path, withShare, dongAtLimit] of shares) {
      const atLimit = evaluateDraft(withShare("100"), CONTEXT);
      expect(atLimit.errors[path], path).toBeUndefined();
      expect(atLimit.price?.total.dong, path).toBe(dongAtLimit);
      const above = evaluateDraft(withShare("100,000001"), CONTEXT);
      expect(above.errors[path], path).toBe("percent-above-100");
      expect(above.price, path).toBeNull();
      expect(above.refusal, path).toBeNull();
    }
    const { lines } = evaluateDraft(editLine(paper, 2, { recovery: "150" }), CONTEXT);
    expect(lines[2]?.amountDong).toBeNull();
    expect(lines[1]?.amountDong).toBe(500_000);
  });

  it("a missing price is named and the sum is not shown", () => {
    const draft = editLine(addLine(EMPTY_NORM, "material"), 2, {
      resource: "Vật lạ",
      unit: "kg",
      quantity: "3",
    });
    const filled = editLine(draft, 1, { resource: "Kỹ sư", quantity: "1", scale: "A1", coefficient: "3" });
    const { missing, price, lines } = evaluateDraft(filled, CONTEXT);
    expect(missing).toEqual(["Vật lạ"]);
    expect(price).toBeNull();
    expect(lines[1]?.amountDong).toBe(360_525);
    expect(lines[2]?.missing).toContain("Vật lạ");
  });

  it("any text in any field is answered, never thrown at", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 8 }), { minLength: 12, maxLength: 12 }), (words) => {
        const [
          a = "",
          b = "",
          c = "",
          d = "",
          e = "",
          f = "",
          g = "",
          h = "",
          i = "",
          j = "",
          k = "",
          l = "",
        ] = words;
        const line = {
          resource: a,
          unit: b,
          quantity: c,
          unloaded: d,
          loss: e,
          recovery: f,
          scale: g,
          step: l,
        };
        let draft = addLine(addLine(addLine(EMPTY_NORM, "machine"), "tool"), "percent", "DC");
        for (const { id } of draft.lines)
          draft = editLine(draft, id, { ...line, coefficient: h, lifeMonths: i, price: j, depreciation: k });
        const { price, errors } = evaluateDraft(draft, CONTEXT);
        expect(price === null || Object.keys(errors).length >= 0).toBe(true);
        normRows(readDraft(draft).norm);
      }),
      { numRuns: 100 },
    );
  });
});

describe("beside other books", () => {
  it("finds the norm it was copied from first, and shows exactly what was changed", () => {
    const norm = DRAFTS[0];
    if (norm === undefined) throw new Error("no draft norm");
    const draft = { ...copyOf(norm), code: "QN.1" };
    const labour = draft.lines.find((line) => line.kind === "labour");
    const changed = editLine(draft, labour?.id ?? 0, { quantity: "99,5" });
    const read = readDraft(changed).norm;
    expect(sameService(read, draft.copiedFrom, BOOK.norms)[0]?.norm.code).toBe(norm.code);
    expect(compareNorms(readDraft(draft).norm, norm).filter((line) => line.differs)).toEqual([]);
    const differing = compareNorms(read, norm).filter((line) => line.differs);
    expect(differing).toHaveLength(1);
    expect(differing[0]).toMatchObject({ type: "NC", mine: expect.stringMatching(/,5$/) });
    expect(differing[0]?.difference).toMatch(/^[+−]\d/);
  });

  it("the same price on the same day is not written twice; another one is a conflict", () => {
    const draft = editLine(EMPTY_NORM, 1, { resource: "Kỹ sư", quantity: "1", price: "500.000" });
    const entries = ownPrices(draft, readDraft(draft).norm, CONTEXT);
    expect(entries).toMatchObject([
      { type: "NC", resource: "Kỹ sư", priceDong: 500_000, from: "2026-07-15" },
    ]);
    const line = { type: "NC", resource: "Kỹ sư", from: CONTEXT.date, priceDong: 500_000 } as never;
    expect(splitPrices(entries, [])).toMatchObject({ fresh: [{}], conflicts: [] });
    expect(splitPrices(entries, [line])).toEqual({ fresh: [], conflicts: [] });
    const other = { ...(line as object), priceDong: 1 } as never;
    expect(splitPrices(entries, [other]).conflicts).toHaveLength(1);
  });
});
