import { describe, expect, it } from "vitest";
import { day } from "../kernel/date.ts";
import type { FlatWorkbook } from "../kernel/flat.ts";
import { dong } from "../kernel/money.ts";
import { quantity } from "../kernel/quantity.ts";
import { sealNormBook } from "../norms/book.ts";
import { builtinLawBook } from "../law/book.ts";
import { builtinNormBooks, illustrativePriceBooks } from "../norms/builtin.ts";
import { draftBook } from "../norms/books/du-thao-khuyen-cong.ts";
import type { NormBook } from "../norms/model.ts";
import { buildFlatWorkbook, type NormLineDraft } from "./build.ts";
import { withOwnBooks } from "./merge-books.ts";
import { newNormBooks, normChanges } from "./norm-changes.ts";
import { basisVersionsText, readBasisVersions, withPin, type NormPin } from "./norm-pins.ts";
import { ownBooksOf } from "./own-books.ts";
import { readPlan } from "./read.ts";
import { infoAddress } from "./sheets/info.ts";

const shipped = { law: builtinLawBook(), norms: builtinNormBooks(), prices: illustrativePriceBooks() };
const CODE = "KC.03.0210";
const hash = "a".repeat(64);

/** The shipped norm with one consumption changed, as a draft out of evidence. */
function offered(from: string, reams: string): NormBook {
  const norm = draftBook().norms.find(({ code }) => code === CODE);
  if (norm === undefined) throw new Error("no norm");
  const { version: _version, ...data } = draftBook();
  return sealNormBook({
    ...data,
    id: "KC-TU-CAC-TINH",
    title: "Từ các tỉnh",
    from: day(from),
    evidence: { figures: hash, xlsx: hash, docx: hash },
    norms: [
      {
        ...norm,
        lines: norm.lines.map((line) =>
          line.kind === "material" && line.resource === "Giấy A4" ? { ...line, quantity: reams } : line,
        ),
      },
    ],
  });
}

const book = offered("2026-01-01", "1.3");
const books = { norms: [...shipped.norms, book], prices: shipped.prices, law: shipped.law };

function workbook(pins: readonly NormPin[] = [], normLines: readonly NormLineDraft[] = []): FlatWorkbook {
  const flat = buildFlatWorkbook(
    {
      info: { province: "Quảng Ninh", organisation: "TTKC", year: 2026, asOf: day("2026-07-01") },
      deAn: [
        {
          code: "DA01",
          name: "Tư vấn",
          content: 5,
          kind: "TU-VAN",
          fund: "ĐP",
          count: quantity(3),
          place: "Quảng Ninh",
        },
      ],
      costLines: [
        {
          deAnCode: "DA01",
          item: "Khảo sát",
          unit: "cơ sở",
          quantity: quantity(3),
          unitPriceDong: dong(2_277_300),
          unitPriceFormula: `=KC.DONGIA("${CODE}",KC_ThongTin!$B$4,KC_ThongTin!$B$7)`,
          supportDong: dong(1_000_000),
        },
      ],
      normLines,
    },
    shipped.law,
  );
  const text = basisVersionsText({ lawVersion: shipped.law.version, bookVersion: null, pins });
  const sheets = flat.sheets.map((sheet) => {
    if (sheet.name === "KC_ThongTin")
      return { ...sheet, cells: { ...sheet.cells, [infoAddress("lawVersion")]: { value: text } } };
    if (sheet.name !== "KC_DuToan") return sheet;
    const cells = Object.fromEntries(
      Object.entries(sheet.cells).map(([at, cell]) => [
        at,
        cell.formula?.startsWith("=KC.DONGIA") === true ? { ...cell, value: 2_277_300 } : cell,
      ]),
    );
    return { ...sheet, cells };
  });
  return { sheets };
}

const pinOf = ({ id, version }: NormBook): NormPin => ({ id, version });

describe("the pins of a workbook", () => {
  it("stand behind the version of the law data and are read back", () => {
    const none = { bookVersion: null, pins: [] };
    const text = basisVersionsText({ lawVersion: "3f2a1b", bookVersion: null, pins: [pinOf(book)] });
    expect(text).toBe(`3f2a1b; KC-TU-CAC-TINH#${book.version}`);
    expect(readBasisVersions(text)).toEqual({ ...none, lawVersion: "3f2a1b", pins: [pinOf(book)] });
    const all = { lawVersion: "3f2a1b", bookVersion: "0123456789ab", pins: [pinOf(book)] };
    expect(basisVersionsText(all)).toBe(`3f2a1b; BO@0123456789ab; KC-TU-CAC-TINH#${book.version}`);
    expect(readBasisVersions(basisVersionsText(all))).toEqual(all);
    expect(readBasisVersions("3f2a1b")).toEqual({ ...none, lawVersion: "3f2a1b" });
    expect(readBasisVersions("3f; BO@12")).toEqual({ ...none, lawVersion: "3f; BO@12" });
    expect(readBasisVersions(null)).toEqual({ ...none, lawVersion: null });
    // A broken pin is not lost: it shows as an unknown version.
    expect(readBasisVersions("3f; X#12")).toEqual({ ...none, lawVersion: "3f; X#12" });
    expect(readPlan(workbook([pinOf(book)])).info).toMatchObject({
      lawVersion: shipped.law.version,
      pins: [pinOf(book)],
    });
    expect(withPin([{ id: "A", version: "1" }, pinOf(book)], { id: "A", version: "2" })).toEqual([
      pinOf(book),
      { id: "A", version: "2" },
    ]);
  });

  it("decide alone whether an offered draft computes anything", () => {
    const titles = (flat: FlatWorkbook) => withOwnBooks(books, ownBooksOf(flat)).norms.map(({ id }) => id);
    expect(titles(workbook())).not.toContain(book.id);
    expect(titles(workbook([pinOf(book)]))).toContain(book.id);
    expect(titles(workbook([{ id: book.id, version: "0".repeat(16) }]))).not.toContain(book.id);
    // Other drafts are used as before.
    expect(titles(workbook())).toContain("KC-DU-THAO");
    expect(ownBooksOf(workbook([pinOf(book)])).version).not.toBe(ownBooksOf(workbook()).version);
  });
});

describe("what a new draft would change", () => {
  it("is offered until its newest edition is taken", () => {
    const later = offered("2027-01-01", "1.4");
    const norms = [...books.norms, later];
    expect(newNormBooks(workbook(), shipped.norms)).toEqual([]);
    expect(newNormBooks(workbook(), norms)).toEqual([later]);
    expect(newNormBooks(workbook([pinOf(book)]), norms)).toEqual([later]);
    expect(newNormBooks(workbook([pinOf(later)]), norms)).toEqual([]);
    // A correction of the same day: the later decision.
    const corrected = offered("2027-01-01", "1.5");
    expect(newNormBooks(workbook(), [...norms, corrected])).toEqual([corrected]);
  });

  it("is told by quantity, unit price, cell and sum, to the đồng, and nothing is changed", () => {
    const flat = workbook();
    const copy = structuredClone(flat);
    const changes = normChanges(flat, books, book);
    expect(flat).toEqual(copy);
    const paper = draftBook()
      .norms.find(({ code }) => code === CODE)
      ?.lines.find(({ resource }) => resource === "Giấy A4");
    const before = paper?.kind === "material" ? quantity(paper.quantity ?? "0") : quantity(0);
    expect(changes).toMatchObject({ holds: true, pinned: null, own: [] });
    expect(changes.norms).toMatchObject([
      {
        code: CODE,
        beforeBook: "Định mức dịch vụ khuyến công",
        lines: [{ type: "VL", resource: "Giấy A4", unit: "ram", before, after: quantity("1.3") }],
        beforeDong: 2_277_300,
      },
    ]);
    // Paper at 80.000 đ, with the five per cent of small materials.
    const more = Number((quantity("1.3") - before) * 84_000n) / 1e6;
    const after = changes.norms[0]?.afterDong ?? 0;
    expect(after - 2_277_300).toBe(more);
    expect(changes.cells).toEqual([
      { sheet: "KC_DuToan", address: expect.any(String) as string, before: 2_277_300, after },
    ]);
    expect(changes.totalBeforeDong).toBe(3 * 2_277_300);
    expect(changes.totalAfterDong).toBe(3 * after);
  });

  it("is nothing before its first day, on both sides of it", () => {
    const of = (from: string) =>
      normChanges(
        workbook(),
        { ...books, norms: [...shipped.norms, offered(from, "1.3")] },
        offered(from, "1.3"),
      );
    expect(of("2026-07-01")).toMatchObject({ holds: true });
    expect(of("2026-07-01").cells).toHaveLength(1);
    expect(of("2026-07-02")).toMatchObject({ holds: false, norms: [], cells: [] });
  });

  it("leaves a norm of the workbook's own in use, and says so", () => {
    const own: NormLineDraft = {
      code: CODE,
      name: "Của đơn vị",
      serviceUnit: "cơ sở",
      type: "VL",
      resource: "Giấy A4",
      unit: "ram",
      quantity: quantity(1),
    };
    const changes = normChanges(workbook([], [own]), books, book);
    expect(changes).toMatchObject({ norms: [], own: [CODE], cells: [] });
    expect(changes.totalAfterDong).toBe(changes.totalBeforeDong);
  });

  it("is worked out against the edition taken before", () => {
    const later = offered("2026-02-01", "1.4");
    const changes = normChanges(workbook([pinOf(book)]), { ...books, norms: [...books.norms, later] }, later);
    expect(changes.pinned).toEqual(pinOf(book));
    expect(changes.norms[0]).toMatchObject({
      beforeBook: "Từ các tỉnh",
      lines: [{ before: quantity("1.3"), after: quantity("1.4") }],
    });
  });
});
