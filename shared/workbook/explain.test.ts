import { describe, expect, it } from "vitest";
import { day } from "../kernel/date.ts";
import type { FlatCell, FlatWorkbook } from "../kernel/flat.ts";
import { builtinLawBook } from "../law/book.ts";
import { builtinNormBooks, illustrativePriceBooks } from "../norms/builtin.ts";
import { buildFlatWorkbook } from "./build.ts";
import { quangNinh2018 } from "./demo.ts";
import { parseFormula } from "./explain-formula.ts";
import { meets } from "./explain-match.ts";
import { explainCell, parseCellName, type ExplainNode } from "./explain.ts";

const BOOKS = {
  law: builtinLawBook(),
  norms: builtinNormBooks(),
  prices: illustrativePriceBooks(),
  today: day("2026-11-23"),
};
const PLAN = buildFlatWorkbook(quangNinh2018(), BOOKS.law);

function explain(address: string, workbook: FlatWorkbook = PLAN): ExplainNode {
  const at = parseCellName(address);
  const tree = at === null ? null : explainCell(workbook, at, BOOKS);
  if (tree === null) throw new Error(`nothing at ${address}`);
  return tree;
}

function flatten(node: ExplainNode): ExplainNode[] {
  return [node, ...node.children.flatMap(flatten)];
}

function book(cells: Record<string, FlatCell["value"] | string>): FlatWorkbook {
  const entries = Object.entries(cells).map(([address, content]): [string, FlatCell] => [
    address,
    typeof content === "string" && content.startsWith("=")
      ? { value: 0, formula: content }
      : { value: content },
  ]);
  return { sheets: [{ name: "Tinh", cells: Object.fromEntries(entries) }] };
}

describe("explaining a cell of the worked example", () => {
  it("leads a ceiling to its parameters and articles", () => {
    const nodes = flatten(explain("KC_DeAn!N5"));
    const call = nodes.find((node) => node.label.startsWith("KC.MUCHOTRO"));
    expect(call).toMatchObject({
      value: 300_000_000,
      cite: { doc: "ttlt-26-2014", from: "2014-04-08", to: "2018-05-10" },
      verified: "text",
    });
    expect(call?.working).toContain("30 % × 1.000.000.000 đ = 300.000.000 đ");
    expect(nodes.map((node) => node.label)).toContain("Mô hình trình diễn kỹ thuật: mức trần (MO-HINH.TRAN)");
    expect(nodes.find((node) => node.where === "KC_ThongTin!B7")?.shown).toBe("15/01/2018");
  });

  it("follows a derived total to the lines that match, and no other", () => {
    const nodes = flatten(explain("KC_DeAn!M5"));
    const lines = nodes.filter((node) => /^KC_DuToan!F\d+$/.test(node.where ?? ""));
    const expected = quangNinh2018().costLines.filter((line) => line.deAnCode === "DA01").length;
    expect(lines).toHaveLength(expected);
    expect(nodes[0]?.working).toContain("“DA01”");
    expect(nodes.find((node) => node.where === "KC_DuToan!E5")?.note).toMatch(/^Nhập tay/);
  });

  it("adds every line of the plan up to its total", () => {
    const tree = explain("KC_DeAn!M3");
    const sum = tree.children.reduce((total, child) => total + Number(child.value), 0);
    expect(sum).toBe(tree.value);
    expect(tree.label).toBe("Tổng cột “Tổng kinh phí”");
  });

  it("writes the arithmetic of the beneficiary's share with its figures", () => {
    expect(explain("KC_DuToan!H5").working).toBe("1.000.000.000 − 300.000.000 − 0");
  });

  it("says when the cell shows another figure than its function gives", () => {
    const sheets = PLAN.sheets.map((sheet) => {
      const cell = sheet.cells["N5"];
      return sheet.name === "KC_DeAn" && cell !== undefined
        ? { ...sheet, cells: { ...sheet.cells, N5: { ...cell, value: 1 } } }
        : sheet;
    });
    expect(explain("KC_DeAn!N5", { sheets }).note).toBe("Ô đang hiện “1”, tính lại được “300.000.000”.");
  });

  it("has nothing for empty cells and sheets that do not exist", () => {
    expect(explainCell(PLAN, { sheet: "KC_DeAn", address: "ZZ99" }, BOOKS)).toBeNull();
    expect(explainCell(PLAN, { sheet: "Khong", address: "A1" }, BOOKS)).toBeNull();
    expect(parseCellName("A1")).toBeNull();
    expect(parseCellName("'Trang của tôi'!$b$2")).toEqual({ sheet: "Trang của tôi", address: "B2" });
  });
});

describe("functions over norms, prices and pay", () => {
  it("opens a unit price down to pay by law", () => {
    const nodes = flatten(
      explain("Tinh!A1", book({ A1: '=KC.DONGIA("KC.03.0210","Quảng Ninh","2026-07-01")' })),
    );
    expect(nodes[1]).toMatchObject({ value: 2_277_300 });
    expect(
      nodes.some((node) => node.label.startsWith("Định mức KC.03.0210") && node.cite !== undefined),
    ).toBe(true);
    const pay = nodes.find((node) => node.label === "Lương tháng");
    expect(pay?.cite?.from).toBe("2026-07-01");
    expect(nodes[0]?.verified).toBeDefined();
    expect(() => JSON.stringify(nodes)).not.toThrow();
  });

  it("works out an argument that is itself a call", () => {
    const nodes = flatten(
      explain("Tinh!A1", book({ A1: '=KC.THANHTIEN(2*B1,KC.GIA("VL.GIAY-A4",,"2026-11-23"))', B1: 3 })),
    );
    expect(nodes[1]).toMatchObject({ value: 480_000 });
    expect(nodes.some((node) => node.label.startsWith("Giá Giấy A4"))).toBe(true);
  });

  it("gives the sentence of the law where there is no figure", () => {
    const tree = explain("Tinh!A1", book({ A1: '=KC.THAMSO("LUONG-CO-SO","2010-01-01")' }));
    expect(tree.children[0]?.note).toContain("chưa có quy định");
  });

  it("names the province's own level where it sets one", () => {
    const nodes = flatten(
      explain("Tinh!A1", book({ A1: '=KC.MUCHOTRO("MO-HINH",4000000000,1,"UT; 66","2026-01-01")' })),
    );
    expect(nodes[1]).toMatchObject({ value: 1_200_000_000 });
    expect(nodes.some((node) => node.label.includes("@66"))).toBe(true);
    expect(nodes.some((node) => node.label.includes("UU-TIEN"))).toBe(true);
  });

  it("reads dates that the sheet makes", () => {
    const tree = explain("Tinh!A1", book({ A1: '=KC.THAMSO("LUONG-CO-SO",DATE(2026,B1,30))', B1: 6 }));
    expect(tree.children[0]).toMatchObject({ value: 2_340_000 });
    expect(flatten(tree).find((node) => node.label === "Ngày")?.shown).toBe("30/06/2026");
    expect(explain("Tinh!A1", book({ A1: '=KC.THAMSO("LUONG-CO-SO",TODAY())' })).children[0]?.value).toBe(
      2_530_000,
    );
  });

  it("names the day of a labour day's parts", () => {
    const nodes = flatten(explain("Tinh!A1", book({ A1: '=KC.NGAYCONG("A1",3,0,"2026-07-01")' })));
    expect(nodes[1]?.value).toBe(360_525);
    expect(nodes.filter((node) => node.cite !== undefined).length).toBeGreaterThanOrEqual(5);
  });
});

describe("bounds", () => {
  it("names a circle where it closes", () => {
    const nodes = flatten(explain("Tinh!A1", book({ A1: "=B1+1", B1: "=C1", C1: "=A1*2" })));
    expect(nodes.at(-1)?.note).toBe("Vòng lặp: Tinh!A1 → Tinh!B1 → Tinh!C1 → Tinh!A1");
  });

  it("explains a formula once, however often it is used", () => {
    const cells: Record<string, string | number> = { A1: 1 };
    for (let row = 2; row <= 60; row += 1) cells[`A${row}`] = `=A${row - 1}+A${row - 1}`;
    const tree = explainCell(book(cells), { sheet: "Tinh", address: "A18" }, BOOKS);
    expect(flatten(tree as ExplainNode).length).toBeLessThan(60);
    const deep = explainCell(book(cells), { sheet: "Tinh", address: "A60" }, BOOKS, { depth: 5 });
    expect(flatten(deep as ExplainNode).some((node) => node.note?.startsWith("Dừng ở đây"))).toBe(true);
  });

  it("lists part of a long range and counts the rest", () => {
    const cells: Record<string, string | number> = { B1: "=SUM(A:A)" };
    for (let row = 1; row <= 300; row += 1) cells[`A${row}`] = row;
    const tree = explain("Tinh!B1", book(cells));
    expect(tree.children).toHaveLength(201);
    expect(tree.children.at(-1)?.label).toBe("và 100 ô nữa");
  });

  it("survives formulas nobody writes", () => {
    for (const formula of [
      `=${"(".repeat(4000)}1`,
      `=1${"+A1-B1".repeat(2000)}`,
      `=${"-".repeat(8000)}1`,
      "=SUM(,",
      "=)",
      "=A1 B2",
      "=tbl[Cột]+[1]Sheet!A1",
      "={1,2;3}",
    ]) {
      expect(explain("Tinh!C1", book({ A1: 1, B1: 2, C1: formula })).formula).toBe(formula);
    }
  });
});

describe("reading formulas", () => {
  it("knows precedence, chains and areas", () => {
    expect(parseFormula("=1+2*3")).toMatchObject({ operator: "+", parts: [{ value: 1 }, { operator: "*" }] });
    expect(parseFormula("=A1-B1-C1")).toMatchObject({ operator: "-", parts: [{}, {}, {}] });
    expect(parseFormula("='Trang 1'!$B$3:A1")).toMatchObject({
      area: { sheet: "Trang 1", firstColumn: 1, lastColumn: 2, firstRow: 1, lastRow: 3 },
    });
    expect(parseFormula("=A1>=2")).toMatchObject({ operator: ">=" });
    expect(parseFormula("=F(,1)")).toMatchObject({ args: [{ value: null }, { value: 1 }] });
  });

  it.each([
    ["DA01", "da01", true],
    ["DA01", "DA0?", true],
    ["DA01", "*1", true],
    ["DA01", "DA02", false],
    ["a*b", "a~*b", true],
    ["axb", "a~*b", false],
    [5, ">=5", true],
    [4, ">=5", false],
    [5, "5", true],
    ["5", 5, true],
    ["x", "<>x", false],
    ["y", "<>x", true],
    [null, "", true],
    [null, "<>", false],
  ] as const)("%j meets %j: %j", (value, criterion, expected) => {
    expect(meets(value, criterion)).toBe(expected);
  });
});
