import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtinLawBook } from "../shared/law/book.ts";
import { blankWorkbook } from "../shared/workbook/blank.ts";
import { writeXlsx } from "../shared/workbook/xlsx/index.ts";
import { run as runBook } from "./book.ts";

const NORMS = "code,type,resource,unit,qty\nQN.1,NC,Kỹ sư,công,2.5\nQN.1,VL,Giấy,ram,1\n";
const PRICES = "type,resource,price_dong\nNC,Kỹ sư,400000\nVL,*,50000\n";
let folder = "";
const file = (name: string) => join(folder, name);

async function run(...args: string[]) {
  let said = "";
  const note = (text: string) => void (said += text);
  return { code: await runBook(args, { out: note, err: note }), said };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "kc-book-"));
  writeFileSync(file("so.xlsx"), await writeXlsx(blankWorkbook(builtinLawBook())));
  writeFileSync(file("dm.csv"), NORMS);
  writeFileSync(file("gia.csv"), PRICES);
  writeFileSync(file("sai.csv"), NORMS.replace("2.5", "2,5"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("kc book", () => {
  it("puts lists into a workbook and takes them out unchanged, through .xlsx too", async () => {
    const given = ["--norms", file("dm.csv"), "--prices", file("gia.csv"), "--from", "01/01/2020"];
    expect(await run("import", file("so.xlsx"), file("co.xlsx"), ...given)).toMatchObject({ code: 0 });
    const wanted = [
      "--norms",
      file("1.csv"),
      "--prices",
      file("2.csv"),
      "--json",
      file("3.json"),
      "--xlsx",
      file("4.xlsx"),
    ];
    expect(await run("export", file("co.xlsx"), ...wanted)).toMatchObject({ code: 0 });
    expect(readFileSync(file("1.csv"), "utf8").replaceAll("\r", "")).toBe(NORMS);
    expect(readFileSync(file("2.csv"), "utf8").replaceAll("\r", "")).toBe(PRICES);
    expect(JSON.parse(readFileSync(file("3.json"), "utf8"))).toMatchObject({ norms: { status: "de-xuat" } });
    const again = ["--norms", file("4.xlsx"), "--prices", file("4.xlsx")];
    expect(await run("import", file("so.xlsx"), file("lai.xlsx"), ...again)).toMatchObject({ code: 0 });
  });

  it("names the cell of what is wrong and writes nothing", async () => {
    const wrong = await run("import", file("so.xlsx"), file("x.xlsx"), "--norms", file("sai.csv"));
    expect(wrong).toMatchObject({ code: 1 });
    expect(wrong.said).toContain("sai.csv F2: lỗi KC-NK-003");
    const none = await run("export", file("so.xlsx"), "--norms", file("y.csv"));
    expect(none).toMatchObject({ code: 1 });
    const twice = await run("import", file("co.xlsx"), file("x.xlsx"), "--norms", file("dm.csv"));
    expect(twice.said).toContain("Mã đã có trong KC_DinhMuc: QN.1");
    expect((await run("import", file("so.xlsx"))).said).toContain("Cách dùng");
  });
});
