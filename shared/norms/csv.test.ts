import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCsv, writeCsv } from "./csv.ts";

const cellsOf = (text: string) => parseCsv(text).records.map((record) => record.cells);

describe("parseCsv", () => {
  it("reads BOM, CRLF, quotes, doubled quotes and line breaks in a cell", () => {
    const table = parseCsv('\uFEFFcode,name\r\nA,"Dây (thu, phát)"\r\nB,"hai ""nháy""\ndòng"\r\nC,x');
    expect(table.records.map((record) => record.cells)).toEqual([
      ["code", "name"],
      ["A", "Dây (thu, phát)"],
      ["B", 'hai "nháy"\ndòng'],
      ["C", "x"],
    ]);
    expect(table.records.map((record) => record.line)).toEqual([1, 2, 3, 5]);
    expect(table.problems).toEqual([]);
  });

  it("takes ; as separator only when the first line has no comma", () => {
    expect(cellsOf("a;b\n1;2,5\n")).toEqual([
      ["a", "b"],
      ["1", "2,5"],
    ]);
    expect(cellsOf("a,b;c\n1,2\n")).toEqual([
      ["a", "b;c"],
      ["1", "2"],
    ]);
  });

  it("leaves out blank lines but keeps counting them", () => {
    expect(parseCsv("a,b\n\n,,\n1,2\n").records.map((record) => record.line)).toEqual([1, 4]);
  });

  it("reports quotes that never close and quotes inside a cell", () => {
    expect(parseCsv('a,b\n1,"2\n3,4\n').problems).toEqual([{ line: 2, column: 2, code: "quote-open" }]);
    expect(parseCsv('a,b\n1"x,"2"y\n').problems.map((problem) => problem.column)).toEqual([1, 2]);
  });

  it("reads back whatever was written", () => {
    const cell = fc.string({
      unit: fc.constantFrom("a", "đ", '"', ",", ";", "\n", "\r", " ", "1", "=", "+", "-", "@", "\t", "'"),
      maxLength: 6,
    });
    const row = fc.array(cell, { minLength: 2, maxLength: 4 }).map((cells) => ["k", ...cells]);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const table = parseCsv(writeCsv([["x", "y"], ...rows]));
        expect(table.problems).toEqual([]);
        expect(table.records.slice(1).map((record) => record.cells)).toEqual(rows);
      }),
    );
  });
});

describe("a file that a spreadsheet opens", () => {
  it.each(["=1+1", "+84 912", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "=cmd|'/c calc'!A0", "'=1"])(
    "%j is written as a text and read as it was",
    (name) => {
      const text = writeCsv([
        ["a", "b"],
        [name, "x"],
      ]);
      const line = text.slice("a,b\n".length).replace(/^"/, "");
      expect(line.startsWith("'")).toBe(true);
      expect(cellsOf(text)).toEqual([
        ["a", "b"],
        [name, "x"],
      ]);
    },
  );

  it("leaves figures as they are, also negative ones", () => {
    expect(writeCsv([["-5", "+2,5", "-0.25", "x-1", "-"]])).toBe('-5,"+2,5",-0.25,x-1,-\n');
  });
});
