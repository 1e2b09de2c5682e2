import { describe, expect, it } from "vitest";
import { gridFromCsv, gridFromSheet } from "./grid.ts";
import { readNormRows, readPriceRows, readQuantityRows } from "./import.ts";

const book = (body: string) => readNormRows(gridFromCsv(`code,type,resource,unit,qty\n${body}`, "BOOK.csv"));
const prices = (body: string) =>
  readPriceRows(gridFromCsv(`type,resource,price_dong\n${body}`, "PRICES.csv"));
const rulesAt = (imported: { findings: readonly { rule: string; where: { cell?: string } }[] }) =>
  imported.findings.map((finding) => `${finding.rule} ${finding.where.cell ?? ""}`);

describe("readNormRows", () => {
  it("reads rows, ignores own columns and the order of columns", () => {
    const grid = gridFromCsv("page,qty,unit,resource,type,code\n5,0.1,kg,Paraphin,vl,CA.1\n", "B.csv");
    expect(readNormRows(grid).rows).toEqual([
      { line: 2, code: "CA.1", type: "VL", resource: "Paraphin", unit: "kg", quantity: 100000n },
    ]);
  });

  it("reads Vietnamese headers and numeric cells of a sheet", () => {
    const values = [
      ["Mã định mức", "Loại", "Hao phí", "ĐVT", "Định mức"],
      ["KC.1", "NC", "Kỹ sư", "công", 0.1],
    ];
    const cells = Object.fromEntries(
      values.flatMap((row, r) => row.map((value, c) => [`${"ABCDE"[c] ?? ""}${r + 3}`, { value }] as const)),
    );
    const imported = readNormRows(gridFromSheet({ name: "KC_DinhMuc", cells }));
    expect(imported.findings).toEqual([]);
    expect(imported.rows).toEqual([
      { line: 4, code: "KC.1", type: "NC", resource: "Kỹ sư", unit: "công", quantity: 100000n },
    ]);
  });

  it("keeps “-” as not applicable, not zero", () => {
    expect(book("A,NC,Kỹ sư,công,-\n").rows[0]?.quantity).toBeNull();
  });

  it("names the cell of every doubt and then gives no rows", () => {
    const imported = book(
      'A,XX,x,kg,1\nA,VL,x,kg,"1,5"\nA,VL,,kg,1\nA,VL,x,kg,1e3\nA,VL,y,kg,-1\nA,VL,z,kg,0.0000001\nA,VL,t,kg,\n',
    );
    expect(rulesAt(imported)).toEqual([
      "KC-NK-005 B2",
      "KC-NK-007 E3",
      "KC-NK-004 C4",
      "KC-NK-006 E5",
      "KC-NK-014 E6",
      "KC-NK-009 E7",
      "KC-NK-004 E8",
    ]);
    expect(imported.rows).toEqual([]);
  });

  it("warns of a resource that stands twice and keeps both rows", () => {
    const imported = book("A,VL,x,kg,1\nA,VL,x,kg,2\n");
    expect(rulesAt(imported)).toEqual(["KC-NK-011 C3"]);
    expect(imported.rows).toHaveLength(2);
  });

  it("names missing and doubled columns", () => {
    expect(rulesAt(readNormRows(gridFromCsv("code,type,resource,qty,qty\nA,VL,x,1,2\n", "B.csv")))).toEqual([
      "KC-NK-001 ",
      "KC-NK-002 E1",
    ]);
    expect(readNormRows(gridFromCsv("", "B.csv")).findings).toHaveLength(5);
  });
});

describe("readPriceRows", () => {
  it("takes whole đồng only; a thousands separator is asked about, never guessed", () => {
    expect(prices("VL,a,150000\nVL,b,0\nVL,c,12000.0\n").rows.map((row) => row.priceDong)).toEqual([
      150000n,
      0n,
      12000n,
    ]);
    expect(rulesAt(prices('VL,a,150.000\nVL,b,"1,000,000"\nVL,c,0.5\nVL,d,-1\nVL,e,1 000\n'))).toEqual([
      "KC-NK-008 C2",
      "KC-NK-008 C3",
      "KC-NK-006 C4",
      "KC-NK-014 C5",
      "KC-NK-006 C6",
    ]);
  });

  it("refuses the same resource twice", () => {
    expect(rulesAt(prices("VL,a,1\nNC,a,1\nVL,a,1\n"))).toEqual(["KC-NK-010 B4"]);
  });
});

describe("readQuantityRows", () => {
  it("keeps the quantity as written", () => {
    const imported = readQuantityRows(gridFromCsv("code,quantity\nA,2.50\n", "Q.csv"));
    expect(imported.rows).toEqual([{ line: 2, code: "A", quantity: 2500000n, text: "2.50" }]);
  });
});
