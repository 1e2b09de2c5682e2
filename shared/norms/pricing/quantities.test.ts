import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gridFromCsv } from "../grid.ts";
import { readNormRows, readPriceRows, readQuantityRows } from "../import.ts";
import { priceQuantities } from "./quantities.ts";

function price(book: string, prices: string, quantities: string) {
  return priceQuantities(
    readNormRows(gridFromCsv(`code,type,resource,unit,qty\n${book}`, "BOOK.csv")),
    readPriceRows(gridFromCsv(`type,resource,price_dong\n${prices}`, "PRICES.csv")),
    readQuantityRows(gridFromCsv(`code,quantity\n${quantities}`, "Q.csv")),
  );
}

const rules = (result: ReturnType<typeof price>) => result.findings.map((finding) => finding.rule);

describe("priceQuantities", () => {
  it("takes percent rows of the other rows of their type", () => {
    const result = price(
      "A,VL,x,kg,2\nA,VL,Vật liệu khác,%,10\nA,NC,y,công,0.5\nA,M,z,ca,1\nA,M,Máy khác,%,5\n",
      "VL,x,1000\nNC,y,200001\nM,*,30\n",
      "A,1\nA,3\n",
    );
    expect(result.findings).toEqual([]);
    expect(result.lines).toEqual([
      { code: "A", quantity: "1", vlDong: 2200n, ncDong: 100001n, mDong: 32n, totalDong: 102232n },
      { code: "A", quantity: "3", vlDong: 6600n, ncDong: 300002n, mDong: 95n, totalDong: 306696n },
    ]);
  });

  it("rounds the total from its exact value, not from the printed parts", () => {
    const result = price(
      "A,VL,x,kg,0.5\nA,NC,y,công,0.5\nA,M,z,ca,0.5\n",
      "VL,x,1\nNC,y,1\nM,z,1\n",
      "A,1\n",
    );
    expect(result.lines[0]).toEqual({
      code: "A",
      quantity: "1",
      vlDong: 1n,
      ncDong: 1n,
      mDong: 1n,
      totalDong: 2n,
    });
  });

  it("prefers the own price of a resource to *", () => {
    expect(price("A,NC,y,công,1\nA,NC,z,công,1\n", "NC,*,10\nNC,y,3\n", "A,1\n").lines[0]?.ncDong).toBe(13n);
  });

  it("names unknown codes and missing prices, and gives no lines at all", () => {
    const result = price(
      "A,VL,Giấy A4,ram,1\nB,NC,y,công,1\n",
      "VL,giấy a4,5\nNC,*,1\n",
      "B,1\nA,1\nKhông có,1\n",
    );
    expect(rules(result)).toEqual(["KC-NK-013", "KC-NK-012"]);
    expect(result.findings[0]?.message).toContain("Giấy A4");
    expect(result.findings[0]?.remedy).toContain("giấy a4");
    expect(result.findings[1]?.message).toContain("Không có");
    expect(result.lines).toEqual([]);
  });

  it("does not ask for prices of codes nobody ordered", () => {
    expect(price("A,NC,y,công,1\nB,VL,x,kg,1\n", "NC,y,7\n", "A,2\n").lines[0]?.totalDong).toBe(14n);
  });

  it("refuses a code whose every line is “-”; one absent line among others costs nothing", () => {
    expect(rules(price("A,NC,y,công,-\n", "NC,y,7\n", "A,1\n"))).toEqual(["KC-NK-016"]);
    expect(price("A,NC,y,công,1\nA,VL,x,kg,-\n", "NC,y,7\n", "A,1\n").lines[0]?.totalDong).toBe(7n);
  });

  it("warns when a percentage has nothing to be a percentage of", () => {
    const result = price("A,NC,y,công,1\nA,VL,Vật liệu khác,%,10\n", "NC,y,7\n", "A,1\n");
    expect(rules(result)).toEqual(["KC-NK-015"]);
    expect(result.lines[0]?.vlDong).toBe(0n);
  });

  it("equals a reference in whole numbers of 10^-20 đồng", () => {
    const decimal = fc.tuple(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 0, max: 6 }));
    const text = ([digits, places]: [number, number]) => {
      const padded = String(digits).padStart(places + 1, "0");
      return places === 0 ? padded : `${padded.slice(0, -places)}.${padded.slice(-places)}`;
    };
    const millionths = ([digits, places]: [number, number]) => BigInt(digits) * 10n ** BigInt(6 - places);
    const priceOf = fc.integer({ min: 0, max: 10 ** 12 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(decimal, priceOf), { minLength: 1, maxLength: 4 }),
        decimal,
        decimal,
        (lines, percent, amount) => {
          const book =
            lines.map(([qty], i) => `A,VL,v${i},kg,${text(qty)}\n`).join("") +
            `A,VL,khác,%,${text(percent)}\n`;
          const list = lines.map(([, dong], i) => `VL,v${i},${dong}\n`).join("");
          const base = lines.reduce((sum, [qty, dong]) => sum + millionths(qty) * BigInt(dong), 0n);
          const exact = base * (100_000_000n + millionths(percent)) * millionths(amount);
          const unit = 10n ** 20n;
          const want = (2n * exact + unit) / (2n * unit);
          const line = price(book, list, `A,${text(amount)}\n`).lines[0];
          expect(line?.vlDong).toBe(want);
          expect(line?.totalDong).toBe(want);
        },
      ),
    );
  });
});
