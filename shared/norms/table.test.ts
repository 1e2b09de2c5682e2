import { describe, expect, it } from "vitest";
import { day } from "../kernel/date.ts";
import { mustOk } from "../kernel/result.ts";
import { readNorm } from "./book.ts";
import { builtinNormBooks } from "./builtin.ts";
import { normTable, resourceQuantity } from "./table.ts";

const reading = (code: string) => mustOk(readNorm(builtinNormBooks(), code, day("2026-11-23")));

describe("normTable", () => {
  it("lists every line with its reason and its status", () => {
    const rows = mustOk(normTable(reading("KC.01.0210"), null));
    expect(rows[0]).toHaveLength(9);
    const bamboo = rows.find((row) => row[1] === "Nguyên liệu mây tre thực hành");
    expect(bamboo?.slice(0, 6)).toEqual(["VL", "Nguyên liệu mây tre thực hành", "kg", 60, 5, 20]);
    expect(bamboo?.[8]).toBe("dự thảo nội bộ, chưa ban hành");
    expect(rows[1]?.[6]).toBe("Chọn nghệ nhân, chiêu sinh, chuẩn bị nguyên liệu");
  });

  it("takes one part", () => {
    expect(mustOk(normTable(reading("KC.01.0210"), "DC")).slice(1)).toHaveLength(1);
    const none = normTable(reading("KC.05.0110"), "DC");
    expect(none.ok ? "" : none.error.code).toBe("norm-part-empty");
  });
});

describe("resourceQuantity", () => {
  it("adds a resource up over its steps", () => {
    expect(mustOk(resourceQuantity(reading("KC.03.0210"), "vien chuc loai A1, he so 3,00"))).toBe(4_500_000n);
    expect(mustOk(resourceQuantity(reading("KC.03.0210"), "Máy ảnh kỹ thuật số"))).toBe(1_000_000n);
    expect(mustOk(resourceQuantity(reading("CA.11120"), "Paraphin"))).toBe(100_000n);
  });

  it("names the resources there are, and tells “-” from zero", () => {
    const unknown = resourceQuantity(reading("KC.03.0210"), "Xăng");
    expect(unknown.ok ? "" : unknown.error.vi).toContain("Giấy A4");
    const { norm, book } = reading("KC.03.0210");
    const absent = {
      ...norm,
      lines: [{ kind: "labour", resource: "Thợ", unit: "công", quantity: null } as const],
    };
    const result = resourceQuantity({ norm: absent, book }, "Thợ");
    expect(result.ok ? "" : result.error.code).toBe("resource-not-applicable");
    expect(mustOk(normTable({ norm: absent, book }, null))[1]?.[3]).toBe("-");
    const hours = { kind: "labour", resource: "Thợ", unit: "giờ", quantity: "1" } as const;
    const mixed = resourceQuantity(
      { norm: { ...norm, lines: [hours, { ...hours, unit: "công" }] }, book },
      "Thợ",
    );
    expect(mixed.ok ? "" : mixed.error.code).toBe("resource-units-differ");
  });
});
