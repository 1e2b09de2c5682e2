import { describe, expect, it } from "vitest";
import { day } from "../../kernel/date.ts";
import { dong } from "../../kernel/money.ts";
import { quantity, quantityToString } from "../../kernel/quantity.ts";
import { builtinLawBook } from "../../law/book.ts";
import { sealNormBook, sealPriceBook } from "../../norms/book.ts";
import { likelyCause } from "../../norms/evidence/cause.ts";
import { normBookSchema } from "../../norms/schema.ts";
import type { Norm } from "../../norms/model.ts";
import { validateNormBook } from "../../norms/validate.ts";
import type { NormSheetLine } from "../shapes.ts";
import { proposedBook } from "./draft-book.ts";
import { priceEffect } from "./effect.ts";
import { evidenceOf, mostSaid, roundProposal, type SentService } from "./propose.ts";
import { serviceKey, servicesOf } from "./services.ts";

const BLANK: NormSheetLine = {
  sheet: "KC_DinhMuc",
  row: 5,
  cells: {},
  extra: {},
  addressOf: { quantity: "H5", code: "A5" },
  code: "QN.05.0010",
  name: null,
  serviceUnit: null,
  content: null,
  type: "VL",
  resource: "Giấy A4",
  unit: "ram",
  quantity: quantity("0.1"),
  notApplicable: false,
  unloaded: null,
  lossPercent: null,
  recoveryPercent: null,
  scale: null,
  coefficient: null,
  lifeMonths: null,
  step: null,
  stepCoefficient: null,
  requirement: null,
  note: null,
  difficulty: null,
  conditions: null,
  process: null,
  quality: null,
};
const line = (part: Partial<NormSheetLine>): NormSheetLine => ({ ...BLANK, ...part });
const head = { name: "Tư vấn tiết kiệm điện", serviceUnit: "cơ sở", content: 5 } as const;

/** One province's norm of one service: a line a resource. */
function sent(at: number, lines: readonly Partial<NormSheetLine>[]): SentService {
  const [service] = servicesOf(
    lines.map((part, row) =>
      line({
        code: `T${at}.05.0010`,
        ...(row === 0 ? head : {}),
        row: row + 5,
        addressOf: { quantity: `H${row + 5}` },
        ...part,
      }),
    ),
  );
  if (service === undefined) throw new Error("no service");
  return { province: String(at).padStart(2, "0"), submission: `hs_${at}`, service };
}

describe("the services of a sheet", () => {
  it("are known by the common code or else by their name, whatever code the province gave", () => {
    expect(serviceKey("kc.05.0210", "Tên nào cũng được")).toBe(serviceKey("KC.05.0210", null));
    expect(serviceKey("QN.05.1", "Tư vấn  tiết kiệm Điện")).toBe(serviceKey("ĐL-7", "tư vấn tiết kiệm điện"));
    expect(serviceKey("QN.05.1", null)).not.toBe(serviceKey("QN.05.2", null));
  });

  it("count a consumption over all steps, percentages weighted by it, from its first cell", () => {
    const [service] = servicesOf([
      line({
        ...head,
        quantity: quantity(1),
        lossPercent: quantity(2),
        step: "a",
        addressOf: { quantity: "H5" },
      }),
      line({ quantity: quantity(3), lossPercent: quantity(4), step: "b", addressOf: { quantity: "H6" } }),
      line({ quantity: null, notApplicable: true }),
    ]);
    expect(service?.components).toMatchObject([
      { cell: "H5", figures: { quantity: quantity(4), loss: quantity("3.5") } },
    ]);
    expect(service?.components[0]?.figures).not.toHaveProperty("unloaded");
  });
});

describe("evidence", () => {
  it("is proposed from six provinces on, and only what half of them wrote", () => {
    const both = [{ quantity: quantity("0.1") }, { resource: "Mực in", quantity: quantity("0.2") }];
    const one = both.slice(0, 1);
    const of = (n: number, withInk: number) =>
      evidenceOf(Array.from({ length: n }, (_, at) => sent(at, at < withInk ? both : one))).components.map(
        ({ resource, leftOut }) => [resource, leftOut],
      );
    expect(of(5, 0)).toEqual([["Giấy A4", "too-few"]]);
    expect(of(6, 0)).toEqual([["Giấy A4", null]]);
    expect(of(12, 6)).toEqual([
      ["Giấy A4", null],
      ["Mực in", null],
    ]);
    expect(of(13, 6)).toEqual([
      ["Giấy A4", null],
      ["Mực in", "minority"],
    ]);
  });

  it("takes a blank loss or unloaded time for none of it", () => {
    const found = evidenceOf(
      Array.from({ length: 7 }, (_, at) =>
        sent(at, [{ type: "M", unit: "ca", ...(at < 5 ? { unloaded: quantity("0.5") } : {}) }]),
      ),
    );
    expect(found.components[0]?.parts.map(({ part, proposed }) => [part, proposed])).toEqual([
      ["quantity", quantity("0.1")],
      ["unloaded", quantity("0.5")],
    ]);
    expect(found.components[0]?.parts[1]?.found.n).toBe(7);
  });

  it("rounds half-up to four places and never to nothing; what most say does not depend on the order", () => {
    expect(quantityToString(roundProposal(quantity("1.00005")))).toBe("1.0001");
    expect(quantityToString(roundProposal(quantity("1.000049")))).toBe("1");
    expect(quantityToString(roundProposal(quantity("0.000049")))).toBe("0.000049");
    const texts = ["lớp", "cơ sở", "Cơ sở", "lớp"];
    expect(mostSaid(texts)).toBe(mostSaid(texts.toReversed()));
    expect(mostSaid(["a", "b", "b"])).toBe("b");
  });

  it("names the slip a far figure looks like", () => {
    expect(likelyCause(quantity(100), quantity("0.1"))).toEqual({ kind: "power", power: 3 });
    expect(likelyCause(quantity("0.012"), quantity("0.1"))).toEqual({ kind: "power", power: -1 });
    expect(likelyCause(quantity(0), quantity("0.1"))).toEqual({ kind: "zero" });
    expect(likelyCause(quantity("0.5"), quantity("0.1"))).toEqual({ kind: "unknown" });
    // Three quarters of a tenfold is still "about", a millionth less is not.
    expect(likelyCause(quantity("0.75"), quantity("0.1"))).toEqual({ kind: "power", power: 1 });
    expect(likelyCause(quantity("0.749999"), quantity("0.1"))).toEqual({ kind: "unknown" });
  });
});

const lines = [
  { type: "NC", resource: "Kỹ sư", unit: "công", scale: "A1", coefficient: quantity(3) },
  { type: "VL", resource: "Giấy A4", unit: "ram" },
  { type: "DC", resource: "Thước", unit: "cái", lifeMonths: quantity(24) },
  { type: "M", resource: "Máy vi tính", unit: "ca", unloaded: quantity("0.1") },
  { type: "VL", resource: "Vật liệu khác", unit: "%" },
] as const;
const TRUTH = ["12.5", "0.4", "2", "3", "5"].map((text) => quantity(text));

/** mulberry32: the same provinces in every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** 34 provinces of one line a component each; in every component seven of them, a fifth, are wrong. */
function provinces(seed: number, wrong: readonly number[]): SentService[] {
  const next = random(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const bad = lines.map(() => {
    const order = Array.from({ length: 34 }, (_, at) => ({ at, by: next() })).sort((a, b) => a.by - b.by);
    return new Set(order.slice(0, 7).map(({ at }) => at));
  });
  return Array.from({ length: 34 }, (_, at) =>
    sent(
      at,
      lines.map((part, row) => {
        const factor = bad[row]?.has(at)
          ? (wrong[Math.floor(next() * wrong.length)] ?? 1)
          : 1 + 0.1 * normal();
        return { ...part, quantity: quantity(((Number(TRUTH[row]) / 1e6) * factor).toFixed(6)) };
      }),
    ),
  );
}

function errorsOf(seed: number, wrong: readonly number[]): number[] {
  const found = evidenceOf(provinces(seed, wrong)).components;
  return lines.map(({ type, resource }, row) => {
    const proposed = found.find((one) => one.type === type && one.resource === resource)?.parts[0]?.proposed;
    return Math.abs(Number(proposed ?? 0n) / Number(TRUTH[row]) - 1);
  });
}

describe("with a fifth of every component's rows wrong", () => {
  const seeds = Array.from({ length: 20 }, (_, seed) => seed + 1);
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const measured = (name: string, wrong: readonly number[]) => {
    const errors = seeds.flatMap((seed) => errorsOf(seed, wrong));
    const mean = errors.reduce((a, b) => a + b, 0) / errors.length;
    process.stdout.write(
      `norms from below, ${name}: 34 provinces, 5 components, 20 seeds: error ${percent(mean)} (worst ${percent(Math.max(...errors))})\n`,
    );
    return { mean, worst: Math.max(...errors) };
  };

  it("the norm is recovered from slips of every kind", () => {
    const { mean, worst } = measured("slips both ways", [1000, 0.001, 10, 0.1, 0]);
    expect(mean).toBeLessThan(0.03);
    expect(worst).toBeLessThan(0.12);
  });

  it("and, less sharply, when all of them are a thousandfold", () => {
    const { mean, worst } = measured("all a thousandfold", [1000]);
    expect(mean).toBeLessThan(0.1);
    expect(worst).toBeLessThan(0.2);
  });
});

describe("the draft book", () => {
  const services = [evidenceOf(provinces(7, [1000, 0.001]))];
  const { book, codes } = proposedBook(services, day("2027-01-01"), {
    on: day("2026-11-30"),
    confidencePercent: "95",
  });

  it("is a valid draft that says it is not issued, one norm a service", () => {
    expect(normBookSchema.parse(structuredClone(book))).toEqual(book);
    expect(validateNormBook(book)).toEqual([]);
    expect(book).toMatchObject({ status: "du-thao", cite: null, from: "2027-01-01" });
    expect(book.norms[0]).toMatchObject({
      code: expect.stringMatching(/^DX\.05\.\d{4}$/) as string,
      name: head.name,
      unit: "cơ sở",
      content: 5,
    });
    expect(book.norms[0]?.lines.map(({ kind }) => kind)).toEqual([
      "labour",
      "material",
      "percent",
      "tool",
      "machine",
    ]);
    expect(codes.get(services[0]?.key ?? "")).toBe(book.norms[0]?.code);
  });

  it("changes a province's price by the norm alone, to the đồng", () => {
    const entry = { unit: "ram", province: null, from: day("2020-01-01"), source: "thử" };
    const prices = [
      sealPriceBook({
        id: "gia",
        title: "Giá",
        edition: "1",
        origin: "thử",
        verified: "memory",
        prices: [{ ...entry, type: "VL", resource: "Giấy A4", priceDong: dong(80_001) }],
      }),
    ];
    const norm = (ream: string, code: string) =>
      sealNormBook({
        ...book,
        id: code,
        norms: [
          {
            ...(book.norms[0] as Norm),
            code,
            lines: [{ kind: "material", resource: "Giấy A4", unit: "ram", quantity: ream }],
          },
        ],
      });
    const law = builtinLawBook();
    const place = { date: day("2027-01-01"), province: "22" };
    const now = { books: { norms: [norm("0.5", "QN.1")], prices, law }, place, code: "QN.1" };
    // 0,5 × 80.001 = 40.000,5 → 40.001; 0,4 × 80.001 = 32.000,4 → 32.000.
    expect(priceEffect(now, norm("0.4", "DX.1"), "DX.1")).toEqual({
      before: { dong: 40_001, why: null },
      after: { dong: 32_000, why: null },
      differenceDong: -8001,
      differenceHundredths: -2000,
    });
    const none = priceEffect({ ...now, code: null }, norm("0.4", "DX.1"), "DX.1");
    expect(none).toMatchObject({
      before: { dong: null, why: { code: "norm-unknown" } },
      differenceDong: null,
    });
    const unpriced = priceEffect(
      { ...now, books: { ...now.books, prices: [] } },
      norm("0.4", "DX.1"),
      "DX.1",
    );
    expect(unpriced.after.why?.code).toBe("price-unknown");
  });
});
