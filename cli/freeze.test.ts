import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FlatWorkbook } from "../shared/kernel/flat.ts";
import { builtinLawBook } from "../shared/law/book.ts";
import { buildFlatWorkbook } from "../shared/workbook/build.ts";
import { quangNinh2018 } from "../shared/workbook/demo.ts";
import { readXlsx, writeXlsx } from "../shared/workbook/xlsx/index.ts";
import { convert } from "./freeze.ts";

let folder = "";
const file = (name: string) => join(folder, name);

async function sheetsOf(name: string): Promise<FlatWorkbook["sheets"]> {
  const read = await readXlsx(readFileSync(file(name)));
  if (!read.ok) throw new Error(read.error.vi);
  return read.value.sheets;
}

async function run(direction: "freeze" | "unfreeze", ...args: string[]) {
  let said = "";
  const note = (text: string) => void (said += text);
  const code = await convert(direction, args, { out: note, err: note });
  return { code, said };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "kc-freeze-"));
  const live = await writeXlsx(buildFlatWorkbook(quangNinh2018(), builtinLawBook()));
  writeFileSync(file("song.xlsx"), live);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("kc freeze and kc unfreeze", () => {
  it("freeze a file and give the same file back", async () => {
    const there = await run("freeze", file("song.xlsx"), file("bang.xlsx"));
    expect(there.said).toMatch(/Đã đóng băng \d{3} ô/);
    const frozen = await sheetsOf("bang.xlsx");
    expect(frozen.at(-1)).toMatchObject({ name: "KC_DongBang", hidden: true });
    const live = (sheets: FlatWorkbook["sheets"]) =>
      sheets
        .flatMap((s) => Object.values(s.cells))
        .filter((c) => c.formula !== undefined && c.value !== null);
    expect(live(frozen)).toEqual([]);
    const back = await run("unfreeze", file("bang.xlsx"), file("lai.xlsx"));
    expect(back).toMatchObject({ code: 0 });
    expect(await sheetsOf("lai.xlsx")).toEqual(await sheetsOf("song.xlsx"));
  });

  it("refuse what cannot be done, with a sentence", async () => {
    expect(await run("unfreeze", file("song.xlsx"), file("x.xlsx"))).toMatchObject({ code: 2 });
    const twice = await run("freeze", file("song.xlsx"), file("song.xlsx"));
    expect(twice).toMatchObject({ code: 2 });
    expect(twice.said).toContain("--force");
    expect((await run("freeze", file("khong-co.xlsx"), file("x.xlsx"))).said).toContain("không có tệp");
    expect((await run("freeze", file("song.xlsx"))).said).toContain("Cách dùng");
  });
});
