import { describe, expect, it } from "vitest";
import { day } from "../../kernel/date.ts";
import { dong } from "../../kernel/money.ts";
import { quantity } from "../../kernel/quantity.ts";
import { fail, mustOk, ok } from "../../kernel/result.ts";
import { sealNormBook } from "../book.ts";
import type { Norm, NormLine } from "../model.ts";
import { fromDong } from "../rational.ts";
import { leaf } from "./node.ts";
import { computeUnitPrice, type PriceSource, type UnitPriceOptions } from "./unit-price.ts";

const LINES: NormLine[] = [
  { kind: "labour", resource: "Kỹ sư", unit: "công", quantity: "2", step: "a" },
  { kind: "labour", resource: "Kỹ sư", unit: "giờ", quantity: "4", step: "b" },
  { kind: "percent", of: "NC", resource: "Lao động gián tiếp", unit: "%", quantity: "15" },
  {
    kind: "material",
    resource: "Thép",
    unit: "kg",
    quantity: "10",
    lossPercent: "5",
    recoveryPercent: "20",
    step: "a",
  },
  { kind: "tool", resource: "Bàn", unit: "ca", quantity: "2.6", lifeMonths: "100", step: "b" },
  { kind: "percent", of: "VL", resource: "Vật liệu khác", unit: "%", quantity: "10" },
  { kind: "percent", of: "DC", resource: "Dụng cụ nhỏ", unit: "%", quantity: "5" },
  { kind: "machine", resource: "Máy hàn", unit: "ca", loaded: "0.5", unloaded: "0.25", step: "a" },
  { kind: "material", resource: "Không dùng", unit: "kg", quantity: null, step: "a" },
];

const norm = (change: Partial<Norm> = {}): Norm => ({
  code: "X.1",
  name: "Dịch vụ thử",
  unit: "cơ sở",
  content: null,
  conditions: "",
  steps: [
    { id: "a", name: "Bước a" },
    { id: "b", name: "Bước b" },
  ],
  lines: LINES,
  difficulty: [{ id: "kho", name: "Khó", factor: "1.2", appliesTo: ["NC", "M"] }],
  process: [],
  quality: [],
  note: "",
  ...change,
});

const reading = (change: Partial<Norm> = {}) => {
  const book = sealNormBook({
    id: "THU",
    title: "Bộ thử",
    edition: "1",
    status: "du-thao",
    label: "dự thảo nội bộ, chưa ban hành",
    authority: "",
    origin: "thử",
    cite: null,
    verified: "memory",
    from: day("2026-01-01"),
    norms: [norm(change)],
  });
  return { norm: book.norms[0] as Norm, book };
};

const PRICES: Record<string, number> = { "Kỹ sư": 400_000, Thép: 20_000, Bàn: 1_000_000, "Máy hàn": 80_000 };
const source: PriceSource = (line) => {
  const price = PRICES[line.resource];
  if (price === undefined) return fail("NA", "price-unknown", `Chưa có giá ${line.resource}`, "no price");
  const node = leaf({
    id: "gia",
    label: line.resource,
    formula: String(price),
    exact: fromDong(dong(price)),
  });
  return ok({ node, depreciation: line.kind === "machine" ? fromDong(dong(30_000)) : null });
};

const options: UnitPriceOptions = {
  depreciation: true,
  managementPercent: quantity("5"),
  other: [{ label: "Thuê hội trường", dong: dong(100_000) }],
};
const parts = (change: Partial<Norm> = {}, more: Partial<UnitPriceOptions> = {}) => {
  const price = mustOk(computeUnitPrice(reading(change), source, { ...options, ...more }));
  return {
    ...Object.fromEntries(Object.entries(price.parts).map(([key, node]) => [key, node.dong])),
    TONG: price.total.dong,
  };
};
const code = (change: Partial<Norm>, more: Partial<UnitPriceOptions> = {}) => {
  const result = computeUnitPrice(reading(change), source, { ...options, ...more });
  return result.ok ? "ok" : result.error.code;
};

describe("computeUnitPrice", () => {
  it("prices every kind of line", () => {
    // NC: (2 + 4/8) × 400.000 × 1,15. VL: 10 × 1,05 × 0,8 × 20.000 × 1,1 + 2,6/(100 × 26) × 1.000.000 × 1,05.
    // M without depreciation: 0,75 × 50.000. KH: 0,75 × 30.000. QL: 5 % of direct.
    expect(parts()).toEqual({
      VL: 185_850,
      NC: 1_150_000,
      M: 37_500,
      TT: 1_373_350,
      QL: 68_668,
      KH: 22_500,
      KHAC: 100_000,
      TONG: 1_564_518,
    });
  });

  it("shows that 68.667,5 was rounded up in its own line and in the total", () => {
    const { total } = mustOk(computeUnitPrice(reading(), source, options));
    expect(total.exact).toEqual({ n: 3_129_035n, d: 2n });
    expect(total.roundingDong).toBe(0);
    expect(total.children.map((child) => child.id)).toEqual(["TT", "QL", "KH", "KHAC"]);
  });

  it("leaves depreciation out for a group-2 order and says so", () => {
    const price = mustOk(computeUnitPrice(reading(), source, { ...options, depreciation: false }));
    expect(price.parts.KH.dong).toBe(0);
    expect(price.parts.KH.basis.text).toContain("Điều 9 khoản 2");
    expect(price.total.dong).toBe(1_564_518 - 22_500);
  });

  it("refuses to drop a depreciation it cannot see", () => {
    const opaque: PriceSource = (line) => {
      const found = source(line);
      return found.ok ? ok({ ...found.value, depreciation: null }) : found;
    };
    const result = computeUnitPrice(reading(), opaque, { ...options, depreciation: false });
    expect(result.ok ? "" : result.error.code).toBe("price-depreciation-unknown");
    expect(mustOk(computeUnitPrice(reading(), opaque, options)).parts.M.dong).toBe(60_000);
  });

  it("multiplies labour and machines by the class of difficulty", () => {
    expect(parts({}, { difficulty: "kho" })).toMatchObject({
      VL: 185_850,
      NC: 1_380_000,
      M: 45_000,
      KH: 27_000,
    });
  });

  it("prices one step by its lines, or by its coefficient where lines name no step", () => {
    expect(parts({}, { step: "b" })).toMatchObject({ VL: 1_050, NC: 230_000, M: 0 });
    const plain = LINES.map((line) => ({ ...line, step: undefined })) as unknown as NormLine[];
    const steps = [
      { id: "a", name: "Bước a", coefficient: "0.4" },
      { id: "b", name: "Bước b", coefficient: "0.6" },
    ];
    expect(parts({ lines: plain, steps }, { step: "b" })).toMatchObject({
      NC: 690_000,
      M: 22_500,
      KH: 13_500,
    });
  });

  it("explains every figure down to its price", () => {
    const { parts: tree } = mustOk(computeUnitPrice(reading(), source, { ...options, difficulty: "kho" }));
    const [steel] = tree.VL.children;
    expect(steel?.formula).toBe("10 kg × (1 + 5 %) × (1 − 20 %) × 20.000 đ");
    expect(steel?.basis.text).toBe("X.1, Bộ thử (dự thảo nội bộ, chưa ban hành)");
    expect(tree.NC.children[1]?.formula).toBe("4 giờ ÷ 8 × 1,2 × 400.000 đ");
    expect(tree.M.children[0]?.children[0]?.label).toBe("Máy hàn");
  });

  it("names what stops it", () => {
    expect(code({ lines: [{ kind: "material", resource: "Lạ", unit: "kg", quantity: "1" }] })).toBe(
      "price-unknown",
    );
    expect(code({ lines: [{ kind: "labour", resource: "Kỹ sư", unit: "công", quantity: null }] })).toBe(
      "norm-not-applicable",
    );
    expect(code({}, { difficulty: "lạ" })).toBe("difficulty-unknown");
    expect(code({}, { step: "lạ" })).toBe("step-unknown");
    expect(code({}, { managementPercent: quantity("101") })).toBe("management-percent");
  });
});
