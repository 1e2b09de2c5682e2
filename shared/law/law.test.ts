import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { day } from "../kernel/date.ts";
import { builtinLawBook } from "./book.ts";
import { DOCUMENTS } from "./documents.ts";
import { staleParameters } from "./freshness.ts";
import { LOCAL_LEVELS } from "./overlays.ts";
import { citationText, findDocument, readParameter, valueAt } from "./read.ts";
import { findProvince } from "./province.ts";
import { findSupportKind } from "./support-kinds.ts";
import type { LawBook, Parameter } from "./types.ts";

const law = builtinLawBook();

describe("the register", () => {
  it("names each document once, and every document it amends or replaces is registered", () => {
    const ids = DOCUMENTS.map((document) => document.id);
    expect(new Set(ids).size).toBe(ids.length);
    const links = DOCUMENTS.flatMap((d) => [...(d.amends ?? []), ...(d.replaces ?? [])]);
    expect(links.length).toBeGreaterThan(8);
    for (const id of links) expect(ids).toContain(id);
  });

  it("is issued before it is in force, and ends before its successor starts", () => {
    for (const d of DOCUMENTS) {
      if (d.issued !== null && d.inForce !== null) expect(d.issued <= d.inForce, d.id).toBe(true);
      if (d.ended !== undefined && d.inForce !== null) expect(d.inForce <= d.ended, d.id).toBe(true);
      for (const id of d.replaces ?? []) {
        const old = findDocument(law, id);
        expect(
          old?.ended !== undefined && d.inForce !== null && old.ended < d.inForce,
          `${d.id} → ${id}`,
        ).toBe(true);
      }
    }
  });
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

  it("have rising dates and exact values of their unit", () => {
    for (const parameter of law.parameters) {
      expect(parameter.values.length, parameter.id).toBeGreaterThan(0);
      parameter.values.forEach((value, i) => {
        const before = parameter.values[i - 1];
        if (before !== undefined) expect(before.from < value.from, parameter.id).toBe(true);
        if (value.value === null)
          return expect(value.unknown, `${parameter.id}: unknown or repealed`).toBe(true);
        if (parameter.unit === "dong") expect(Number.isSafeInteger(value.value), parameter.id).toBe(true);
        expect(Number(value.value), parameter.id).toBeGreaterThan(0);
      });
    }
  });

  it("never call a figure checked once a document nobody has read applies", () => {
    for (const parameter of law.parameters) {
      for (const value of parameter.values.filter((v) => v.verified === "text")) {
        const document = findDocument(law, value.cite.doc);
        expect(document?.verified, parameter.id).toBe("text");
        expect(value.cite.article, parameter.id).toBeDefined();
      }
    }
  });

  it("cite a document in force on every day the value is used", () => {
    let ending = 0;
    const outlived = law.parameters.flatMap((parameter) =>
      parameter.values.flatMap((value) => {
        const ended = findDocument(law, value.cite.doc)?.ended;
        if (ended === undefined) return [];
        ending += 1;
        const to = valueAt(parameter, value.from)?.to ?? null;
        return to === null || to > ended ? [`${parameter.id} ${value.from}`] : [];
      }),
    );
    expect(ending).toBeGreaterThan(40);
    expect(outlived).toEqual([]);
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

describe("local levels", () => {
  it("belong to a province, a kind and a registered document in force on their first day", () => {
    expect(LOCAL_LEVELS.length).toBeGreaterThan(5);
    for (const level of LOCAL_LEVELS) {
      expect(findProvince(level.province)?.code).toBe(level.province);
      expect(findSupportKind(level.kind)).not.toBeNull();
      expect(level.percent !== undefined || level.capDong !== undefined).toBe(true);
      const document = findDocument(law, level.cite.doc);
      expect(document?.inForce !== null && document !== null && document.inForce <= level.from).toBe(true);
      expect(citationText(law, level.cite)).toMatch(/^Nghị quyết .*HĐND/);
    }
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
