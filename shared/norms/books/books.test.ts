import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { day } from "../../kernel/date.ts";
import { mustOk } from "../../kernel/result.ts";
import { builtinLawBook } from "../../law/book.ts";
import { readNorm, sealNormBook } from "../book.ts";
import { bookToCsv, pricesFromRows, pricesToCsv } from "../convert.ts";
import { gridFromCsv } from "../grid.ts";
import { readNormRows, readPriceRows, readQuantityRows } from "../import.ts";
import type { NormBook, NormBookData, NormStep } from "../model.ts";
import { priceQuantities } from "../pricing/quantities.ts";
import { normBookSchema, priceBookSchema } from "../schema.ts";
import { validateNormBook } from "../validate.ts";
import { draftBook } from "./du-thao-khuyen-cong.ts";
import { illustrativePrices } from "./gia-minh-hoa.ts";
import { tt38Book } from "./tt38-2026.ts";
import { TT38_ROWS } from "./tt38-2026.rows.ts";

const DRAFT_BOOK = draftBook();
const TT38_BOOK = tt38Book();

describe("draft book of khuyến công services", () => {
  it("has at least 25 services and covers the nine contents", () => {
    expect(DRAFT_BOOK.norms.length).toBeGreaterThanOrEqual(25);
    expect([...new Set(DRAFT_BOOK.norms.map((norm) => norm.content))].sort()).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9,
    ]);
    for (const norm of DRAFT_BOOK.norms)
      expect(norm.code).toMatch(new RegExp(`^KC\\.0${norm.content}\\.\\d{4}$`));
  });

  it("passes every check and is never called issued", () => {
    expect(validateNormBook(DRAFT_BOOK)).toEqual([]);
    expect([DRAFT_BOOK.status, DRAFT_BOOK.label, DRAFT_BOOK.cite]).toEqual([
      "du-thao",
      "dự thảo nội bộ, chưa ban hành",
      null,
    ]);
  });

  it("labels and reasons every line", () => {
    for (const line of DRAFT_BOOK.norms.flatMap((norm) => norm.lines)) {
      expect(line.note).toMatch(/.{3,} \(dự thảo nội bộ, chưa ban hành\)$/);
    }
    for (const norm of DRAFT_BOOK.norms) {
      expect(norm.note).toContain("chưa qua thẩm định");
      expect(norm.process.length).toBeGreaterThan(0);
      expect(norm.quality.length).toBeGreaterThan(0);
    }
  });
});

describe("TT 38/2026/TT-BXD", () => {
  const csv = readFileSync(new URL("tt38-2026.csv", import.meta.url), "utf8");

  it("holds exactly the rows of its CSV", () => {
    const rows = readNormRows(gridFromCsv(csv, "tt38-2026.csv"));
    expect(rows.findings).toEqual([]);
    const text = (row: readonly unknown[]) => row.join("|");
    const source = csv.trim().split(/\r?\n/).length - 1;
    expect(TT38_ROWS).toHaveLength(source);
    expect(TT38_ROWS.map(([code, type, resource, unit]) => text([code, type, resource, unit]))).toEqual(
      rows.rows.map((row) => text([row.code, row.type, row.resource, row.unit])),
    );
    expect(TT38_BOOK.norms).toHaveLength(35);
    expect(validateNormBook(TT38_BOOK)).toEqual([]);
  });

  it("prices the same from its CSV and from the exported book", () => {
    const prices = readPriceRows(
      gridFromCsv("type,resource,price_dong\nVL,*,12345\nNC,*,360525\nM,*,777777\n", "P"),
    );
    const amounts = `code,quantity\n${TT38_BOOK.norms.map((norm, at) => `${norm.code},${at}.375\n`).join("")}`;
    const price = (book: string) =>
      priceQuantities(
        readNormRows(gridFromCsv(book, "B")),
        prices,
        readQuantityRows(gridFromCsv(amounts, "Q")),
      );
    const direct = price(csv);
    expect(direct.lines).toHaveLength(35);
    expect(direct.findings).toEqual([]);
    expect(price(mustOk(bookToCsv(TT38_BOOK))).lines).toEqual(direct.lines);
    // CA.11120: VL 0,1 + 1 + 0,4 + 0,1 + 0,2 = 1,8 × 12.345 × 1,1; NC 3,6 × 360.525; quantity 0,375.
    expect(direct.lines[0]).toMatchObject({
      code: "CA.11120",
      vlDong: 9166n,
      ncDong: 486709n,
      mDong: 0n,
      totalDong: 495875n,
    });
  });
});

describe("schemas", () => {
  const { version: _version, ...draft } = DRAFT_BOOK;
  const { version: _priceVersion, ...prices } = illustrativePrices();

  it("read every shipped book back from JSON unchanged", () => {
    const { version: _tt38, ...official } = TT38_BOOK;
    for (const data of [draft, official])
      expect(normBookSchema.parse(JSON.parse(JSON.stringify(data)))).toEqual(data);
    expect(priceBookSchema.parse(JSON.parse(JSON.stringify(prices)))).toEqual(prices);
  });

  it("refuse unknown keys, comma decimals, fractions of a đồng and dates that are not", () => {
    expect(normBookSchema.safeParse({ ...draft, extra: 1 }).success).toBe(false);
    expect(normBookSchema.safeParse({ ...draft, from: "2026-02-30" }).success).toBe(false);
    const norm = {
      ...draft.norms[0],
      lines: [{ kind: "labour", resource: "x", unit: "công", quantity: "1,5" }],
    };
    expect(normBookSchema.safeParse({ ...draft, norms: [norm] }).success).toBe(false);
    const [first] = prices.prices;
    expect(priceBookSchema.safeParse({ ...prices, prices: [{ ...first, priceDong: 0.5 }] }).success).toBe(
      false,
    );
  });
});

describe("price lists", () => {
  it("travel through CSV", () => {
    const csv = pricesToCsv([illustrativePrices()], null, day("2026-01-01"));
    const rows = readPriceRows(gridFromCsv(csv, "P"));
    expect(rows.findings).toEqual([]);
    const entries = mustOk(
      pricesFromRows(rows.rows, { province: "22", from: day("2026-01-01"), source: "Sở Tài chính" }),
    );
    expect(entries).toHaveLength(illustrativePrices().prices.length);
    expect(entries[3]).toEqual({
      type: "VL",
      resource: "Giấy A4",
      unit: "-",
      province: "22",
      from: "2026-01-01",
      source: "Sở Tài chính",
      priceDong: 80_000,
    });
  });
});

describe("books", () => {
  it("cites registered documents in force when the book begins", () => {
    const { documents } = builtinLawBook();
    for (const { cite, from } of [TT38_BOOK, DRAFT_BOOK]) {
      if (cite === null) continue;
      const document = documents.find((known) => known.id === cite.doc);
      expect(document?.inForce).not.toBeNull();
      expect((document?.inForce ?? "") <= from).toBe(true);
    }
  });

  it("exports the draft without losing a digit", () => {
    const rows = readNormRows(gridFromCsv(mustOk(bookToCsv(DRAFT_BOOK)), "B"));
    expect(rows.findings.filter((finding) => finding.severity === "error")).toEqual([]);
    const bamboo = rows.rows.find((row) => row.resource === "Nguyên liệu mây tre thực hành");
    expect(bamboo?.quantity).toBe(50_400_000n); // 60 × 1,05 × 0,8
  });

  it("changes version when a character changes", () => {
    const { version, ...data } = DRAFT_BOOK;
    expect(sealNormBook(data).version).toBe(version);
    expect(version).toMatch(/^[0-9a-f]{16}$/);
    expect(sealNormBook({ ...data, edition: "dự thảo 2" }).version).not.toBe(version);
  });

  it("is found on the right side of its dates, issued before draft", () => {
    const book = (id: string, status: NormBookData["status"], from: string, to?: string): NormBook =>
      sealNormBook({
        ...DRAFT_BOOK,
        id,
        status,
        from: day(from),
        ...(to === undefined ? {} : { to: day(to) }),
      });
    const books = [
      book("nhap", "du-thao", "2020-01-01"),
      book("cu", "ban-hanh", "2025-01-01", "2026-06-30"),
      book("moi", "ban-hanh", "2026-07-01"),
    ];
    const at = (date: string) => mustOk(readNorm(books, "kc.01.0110", day(date))).book.id;
    expect([at("2024-12-31"), at("2025-01-01"), at("2026-06-30"), at("2026-07-01")]).toEqual([
      "nhap",
      "cu",
      "cu",
      "moi",
    ]);
    const early = readNorm(books, "KC.01.0110", day("2019-12-31"));
    expect(early.ok ? "" : early.error.code).toBe("norm-not-in-force");
    const wrong = readNorm(books, "KC010110", day("2026-01-01"));
    expect(wrong.ok ? "" : wrong.error.vi).toContain("Có phải “KC.01.0110”");
  });
});

describe("validateNormBook", () => {
  const [sample] = DRAFT_BOOK.norms;
  if (sample === undefined) throw new Error("the draft is empty");
  const issues = (change: object, book: Partial<NormBookData> = {}) =>
    validateNormBook({ ...DRAFT_BOOK, ...book, norms: [{ ...sample, steps: [], lines: [], ...change }] }).map(
      (issue) => issue.code,
    );
  const step = (id: string, coefficient?: string, parent?: string): NormStep => ({
    id,
    name: id,
    ...(coefficient === undefined ? {} : { coefficient }),
    ...(parent === undefined ? {} : { parent }),
  });
  const lines = [{ kind: "labour", resource: "x", unit: "công", quantity: "1" }];

  it("takes coefficients that add up to exactly 1, sub-steps to their parent (pH meters, TT 06/2017/TT-BKHCN)", () => {
    const steps = [
      step("ngoai", "0.08"),
      step("ky-thuat", "0.06"),
      step("do-luong", "0.86"),
      step("sai-so", "0.33", "do-luong"),
      step("lap-lai", "0.29", "do-luong"),
      step("on-dinh", "0.24", "do-luong"),
    ];
    expect(issues({ lines, steps })).toEqual([]);
    expect(issues({ lines, steps: [...steps.slice(0, 5), step("on-dinh", "0.25", "do-luong")] })).toEqual([
      "norm-steps-sum",
    ]);
    expect(issues({ lines, steps: [step("a", "0.999999"), step("b", "0.000002")] })).toEqual([
      "norm-steps-sum",
    ]);
    expect(issues({ lines, steps: [step("a", "0.5"), step("b")] })).toEqual(["norm-steps-partial"]);
    expect(issues({ lines, steps: [step("a", "1"), step("a", undefined, "z")] })).toContain(
      "norm-step-unknown",
    );
  });

  it.each([
    [{ kind: "labour", resource: "x", unit: "kg", quantity: "1" }, "norm-unit"],
    [{ kind: "labour", resource: "x", unit: "công", quantity: "-1" }, "norm-negative"],
    [{ kind: "labour", resource: "x", unit: "công", quantity: "1,5" }, "norm-number"],
    [{ kind: "labour", resource: "x", unit: "công", quantity: "1001" }, "norm-labour-large"],
    [{ kind: "labour", resource: "x", unit: "công", quantity: "1", step: "z" }, "norm-step-unknown"],
    [
      { kind: "material", resource: "x", unit: "kg", quantity: "1", recoveryPercent: "100.1" },
      "norm-percent",
    ],
    [{ kind: "material", resource: " ", unit: "kg", quantity: "1" }, "norm-resource"],
    [{ kind: "machine", resource: "x", unit: "cái", loaded: "1" }, "norm-unit"],
    [{ kind: "tool", resource: "x", unit: "ca", quantity: "1", lifeMonths: "0" }, "norm-life"],
    [{ kind: "percent", of: "VL", resource: "x", unit: "%", quantity: "101" }, "norm-percent"],
  ])("names a wrong line %#", (line, code) => {
    expect(issues({ lines: [line] })).toEqual([code]);
  });

  it("names what is wrong with the book and the norm", () => {
    expect(issues({ lines: [] })).toEqual(["norm-empty"]);
    expect(issues({ lines, content: 10 })).toEqual(["norm-content"]);
    expect(issues({ lines, unit: "" })).toEqual(["norm-name"]);
    expect(issues({ lines, difficulty: [{ id: "a", name: "a", factor: "0", appliesTo: ["NC"] }] })).toEqual([
      "norm-difficulty",
    ]);
    expect(issues({ lines }, { label: "nội bộ" })).toEqual(["book-label"]);
    expect(issues({ lines }, { status: "ban-hanh" })).toEqual(["book-cite"]);
    expect(issues({ lines }, { to: day("2017-12-31") })).toEqual(["book-dates"]);
    const twice = validateNormBook({ ...DRAFT_BOOK, norms: [sample, sample] });
    expect(twice.map((issue) => issue.code)).toEqual(["norm-twice"]);
  });
});
