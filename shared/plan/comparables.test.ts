import { describe, expect, it } from "vitest";
import { dong } from "../kernel/money.ts";
import { quantity } from "../kernel/quantity.ts";
import { findSupportKind } from "../law/support-kinds.ts";
import { comparablesOf } from "./comparables.ts";
import type { DeAnLine, NormSheetLine, Plan, PriceSheetLine } from "./shapes.ts";

const at = (sheet: string) => ({ sheet, row: 5, cells: {}, extra: {}, addressOf: { support: "O5" } });

function planOf(part: {
  deAn?: Partial<DeAnLine>[];
  priceLines?: Partial<PriceSheetLine>[];
  normLines?: Partial<NormSheetLine>[];
}): Plan {
  return {
    deAn: (part.deAn ?? []).map((line) => ({ ...at("KC_DeAn"), ...line })),
    priceLines: (part.priceLines ?? []).map((line) => ({ ...at("KC_DonGia"), ...line })),
    normLines: (part.normLines ?? []).map((line) => ({ ...at("KC_DinhMuc"), ...line })),
  } as unknown as Plan;
}

const stall = (supportDong: number, count: number | null = 3) => ({
  kind: "GIAN-HANG",
  fund: "QG" as const,
  supportDong: dong(supportDong),
  count: count === null ? null : quantity(count),
});

describe("figures that can be laid side by side", () => {
  it("are the support of one unit, half-up to đồng, with its cell", () => {
    expect(comparablesOf(planOf({ deAn: [stall(10_000_000)] }))).toEqual([
      {
        topic: "support",
        key: "gianhang|qg",
        label: `${findSupportKind("GIAN-HANG")?.vi} (QG)`,
        unit: "đồng",
        value: quantity(3_333_333),
        sheet: "KC_DeAn",
        cell: "O5",
      },
    ]);
    const each = (supportDong: number) =>
      comparablesOf(planOf({ deAn: [stall(supportDong, 2)] })).map(({ value }) => value);
    expect([each(4), each(5)]).toEqual([[quantity(2)], [quantity(3)]]);
    expect(comparablesOf(planOf({ deAn: [stall(7, null)] }))[0]?.value).toBe(quantity(7));
  });

  it("leave out đề án without a kind or without support", () => {
    expect(comparablesOf(planOf({ deAn: [stall(0), { ...stall(5), kind: null }] }))).toEqual([]);
  });

  it("are prices of named resources, the same whatever the accents", () => {
    const price = { type: "VL" as const, unit: "kg", priceDong: dong(2500) };
    const lines = ["Xi măng PCB30", "xi mang  pcb30", "*"].map((resource) => ({ ...price, resource }));
    const found = comparablesOf(planOf({ priceLines: lines }));
    expect(found.map(({ key }) => key)).toEqual(["vl|ximangpcb30|kg", "vl|ximangpcb30|kg"]);
    expect(found[0]).toMatchObject({ value: quantity(2500), unit: "đồng/kg" });
  });

  it("are consumptions of norms; “-” is not a figure", () => {
    const line = { code: "KC.01.0110", type: "NC" as const, resource: "Kỹ sư", unit: "công" };
    const found = comparablesOf(
      planOf({
        normLines: [
          { ...line, quantity: quantity("0.35"), notApplicable: false },
          { ...line, quantity: null, notApplicable: true },
        ],
      }),
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ key: "kc010110|nc|kysu|cong", value: quantity("0.35"), unit: "công" });
  });
});
