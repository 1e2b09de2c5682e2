import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { day } from "../kernel/date.ts";
import { builtinLawBook } from "./book.ts";
import { DOCUMENTS } from "./documents.ts";
import { staleParameters } from "./freshness.ts";
import { LOCAL_LEVELS } from "./overlays.ts";
import { citationWithFate, readParameter } from "./read.ts";
import { lawBookSchema } from "./schema.ts";
import type { LawBook, LegalDocument, LocalLevel, Parameter } from "./types.ts";
import { validateLawBook } from "./validate.ts";

const law = builtinLawBook();

it("the shipped law breaks no rule of the data", () => expect(validateLawBook(law)).toEqual([]));

it("the shipped law has the shape that published corrections must have", () => {
  expect(lawBookSchema.parse(JSON.parse(JSON.stringify(law)))).toEqual(JSON.parse(JSON.stringify(law)));
  const [first] = law.parameters;
  const broken = [
    { ...law, more: 1 },
    { ...law, parameters: [{ ...first, values: [] }] },
    { ...law, parameters: [{ ...first, values: [{ ...first?.values[0], value: 1e-9 }] }] },
    { ...law, parameters: [{ ...first, values: [{ ...first?.values[0], from: "2026-02-30" }] }] },
    { ...law, parameters: [{ ...first, values: [{ ...first?.values[0], cite: undefined }] }] },
    { ...law, localLevels: [{ province: "1" }] },
  ];
  for (const book of broken) expect(lawBookSchema.safeParse(book).success).toBe(false);
});

describe("the parameters", () => {
  it("are one file each, in the folder and in the list", () => {
    const files = readdirSync(new URL("./parameters/", import.meta.url)).filter(
      (f) => f.endsWith(".ts") && f !== "index.ts",
    );
    expect(files.map((f) => f.replace(".ts", "")).sort()).toEqual(
      law.parameters.map((p) => p.id.toLowerCase().replaceAll(".", "-")).sort(),
    );
  });

  it("give the contributions that make 23,5 % around every change of law", () => {
    for (const date of [
      "2024-07-01",
      "2025-06-30",
      "2025-07-01",
      "2025-12-31",
      "2026-01-01",
      "2026-06-30",
      "2026-07-01",
    ]) {
      const rates = ["BHXH", "BHYT", "BHTN", "KPCD"].map((id) => readParameter(law, id, day(date)));
      expect(
        rates.reduce((sum, rate) => sum + (rate.ok ? rate.value.value : NaN), 0),
        date,
      ).toBe(23.5);
    }
  });

  it.each([
    ["TU-CHU.NHOM-3A", "2021-08-15", 70],
    ["TAM-UNG.TY-LE", "2018-05-10", 70],
    ["TAM-UNG-LAN-1.CCN", "2018-07-09", 30],
    ["TAM-UNG-LAN-1.CHUNG", "2014-02-10", 70],
    ["TAM-UNG-LAN-1.LAP-DN", "2018-07-09", 100],
    ["UU-TIEN.NGUYEN-LIEU", "2017-09-28", 50],
    ["UU-TIEN.LAO-DONG", "2017-09-28", 50],
    ["BINH-CHON.DIEM-DAT", "2018-08-15", 70],
    ["DAO-TAO-NGHE.KHUYET-TAT", "2026-11-23", 6_000_000],
    ["GIANG-VIEN.BUOI", "2025-10-27", 2_000_000],
    ["LUU-TRU", "2025-05-03", 200_000],
    ["LUU-TRU", "2025-05-04", 300_000],
    ["LUU-TRU-BIEN-DAO", "2025-05-04", 400_000],
    ["LTT-VUNG-1", "2026-01-01", 5_310_000],
  ])("%s on %s", (id, date, value) =>
    expect(readParameter(law, id, day(date))).toMatchObject({ ok: true, value: { value } }),
  );

  it.each([
    ["TAM-UNG.TY-LE", "2018-05-11", "parameter-value-unknown", "70 %"],
    ["GIANG-VIEN.BUOI", "2025-10-28", "parameter-value-unknown", "2.000.000 đ"],
    ["CHUYEN-GIA.MUC-1", "2026-05-05", "parameter-value-unknown", "70.000.000 đ"],
    ["SXSH.TRAN", "2018-05-10", "parameter-not-yet", "11/05/2018"],
    ["LUONG-CO-S0", "2026-01-01", "parameter-unknown", "LUONG-CO-SO"],
  ])("%s on %s is #N/A (%s) and says “%s”", (id, date, code, words) =>
    expect(readParameter(law, id, day(date))).toMatchObject({
      ok: false,
      error: { kind: "NA", code, vi: expect.stringContaining(words) },
    }),
  );
});

describe("data that must not be used", () => {
  const cite = { doc: "ttlt-26-2014", article: "6" };
  const value = { from: day("2014-04-08"), value: 1, cite, verified: "text" } as const;
  const last = {
    ...value,
    from: day("2018-05-11"),
    cite: { doc: "tt-28-2018-btc" },
    verified: "memory",
  } as const;
  const parameter = (...values: readonly object[]): LawBook => ({
    version: "t",
    documents: DOCUMENTS,
    parameters: [
      { id: "X", label: { vi: "X", en: "X" }, unit: "dong", values: values as Parameter["values"] },
    ],
  });
  const documents = (change: object): LawBook => ({
    version: "t",
    documents: [...DOCUMENTS, { ...DOCUMENTS[0], id: "moi", ...change } as LegalDocument],
    parameters: [],
  });
  const level = (change: object): LawBook => ({
    ...parameter(value, last),
    localLevels: [{ ...LOCAL_LEVELS[0], ...change } as LocalLevel],
  });

  it("lets a good parameter pass", () => expect(validateLawBook(parameter(value, last))).toEqual([]));

  it.each([
    ["no value", parameter(), "values-missing"],
    ["no citation", parameter({ ...value, cite: undefined }, last), "citation-missing"],
    [
      "an unregistered document",
      parameter({ ...value, cite: { doc: "khong-co", article: "1" } }, last),
      "citation-unknown",
    ],
    [
      "a day before its document",
      parameter({ ...value, from: day("2014-04-07") }, last),
      "citation-not-in-force",
    ],
    [
      "a document whose date is unknown",
      parameter(value, { ...last, cite: { doc: "tt-64-2024-btc" } }),
      "citation-not-in-force",
    ],
    ["a document already replaced", parameter(value), "citation-ended"],
    ["falling dates", parameter(last, { ...value, from: day("2018-05-11") }), "values-order"],
    ["half a đồng", parameter({ ...value, value: 0.5 }, last), "value-not-dong"],
    ["a figure too fine", parameter({ ...value, value: "0.0000001" }, last), "value-inexact"],
    ["a negative figure", parameter({ ...value, value: -1 }, last), "value-inexact"],
    ["a figure that is unknown", parameter(value, { ...last, unknown: true }), "value-unknown"],
    [
      "a strong mark on a document not read",
      parameter(value, { ...last, verified: "text", cite: { doc: "tt-28-2018-btc", article: "8" } }),
      "mark-too-strong",
    ],
    [
      "a strong mark without an article",
      parameter({ ...value, cite: { doc: "ttlt-26-2014" } }, last),
      "mark-no-article",
    ],
    [
      "two of one id",
      {
        ...parameter(value, last),
        parameters: [...parameter(value, last).parameters, ...parameter(value, last).parameters],
      },
      "id-repeated",
    ],
    ["a document in force before it was issued", documents({ issued: day("2013-01-01") }), "document-dates"],
    ["a document that ends first", documents({ ended: day("2012-01-01") }), "document-dates"],
    ["a change of nothing", documents({ amends: ["khong-co"] }), "document-unknown"],
    ["two documents in force at once", documents({ replaces: ["tt-46-2012-bct"] }), "document-overlap"],
    ["a level of nowhere", level({ province: "99" }), "level-province"],
    ["a level of nothing", level({ kind: "XYZ" }), "level-kind"],
    ["a level without a figure", level({ capDong: undefined }), "level-empty"],
    ["a level before its resolution", level({ from: day("2025-05-04") }), "citation-not-in-force"],
  ])("refuses %s", (_what, book, code) => {
    const codes = validateLawBook(book).map((problem) => problem.code);
    expect(codes).toContain(code);
    expect(validateLawBook(book).every(({ vi }) => /[À-ỹ]/.test(vi))).toBe(true);
  });
});

describe("freshness", () => {
  const parameter: Parameter = {
    id: "X",
    label: { vi: "X", en: "X" },
    unit: "dong",
    values: [
      {
        from: day("2020-01-01"),
        value: 1,
        cite: { doc: "nd-45-2012" },
        verified: "text",
        stillValidOn: day("2025-06-01"),
      },
    ],
  };
  const book: LawBook = { version: "t", documents: DOCUMENTS, parameters: [parameter] };
  it("lists a value from the day its year is over", () => {
    expect(staleParameters(book, day("2026-06-01"))).toEqual([]);
    expect(staleParameters(book, day("2026-06-02"))).toMatchObject([
      { id: "X", confirmed: "2025-06-01", cite: "Nghị định 45/2012/NĐ-CP" },
    ]);
    expect(staleParameters(book, day("2019-12-31"))).toEqual([]);
  });
  it("lists the values shipped that nobody has confirmed", () => {
    const stale = staleParameters(law, day("2026-11-23"));
    expect(stale.map(({ id }) => id)).toContain("LUONG-CO-SO");
    expect(stale.every(({ cite }) => cite.length > 5)).toBe(true);
    console.log(`values not confirmed for a year at 2026-11-23: ${stale.length}`);
  });
});

describe("a citation with what has become of its document", () => {
  const told = (doc: string, more: object = {}) => citationWithFate(law, { doc, ...more });

  it.each([
    [
      "ttlt-26-2014",
      "Thông tư liên tịch 26/2014/TTLT-BTC-BCT (có hiệu lực đến 10/05/2018; sau đó là Thông tư 28/2018/TT-BTC, chưa đối chiếu)",
    ],
    [
      "nd-45-2012",
      "Nghị định 45/2012/NĐ-CP (từ 15/10/2025 Nghị định 235/2025/NĐ-CP sửa đổi, chưa đối chiếu)",
    ],
    [
      "tt-36-2013-bct",
      "Thông tư 36/2013/TT-BCT (từ 10/07/2018 Thông tư 17/2018/TT-BCT sửa đổi, chưa đối chiếu)",
    ],
    ["qd-19-2025-ttg", "Quyết định 19/2025/QĐ-TTg (chưa đối chiếu nguyên văn)"],
    ["tt-47-2018-bct", "Thông tư 47/2018/TT-BCT"],
  ])("%s", (doc, words) => expect(told(doc)).toBe(words));

  it("leaves a note of its own alone", () =>
    expect(told("ttlt-26-2014", { note: "đã biết" })).toBe(
      "Thông tư liên tịch 26/2014/TTLT-BTC-BCT (đã biết)",
    ));
});
