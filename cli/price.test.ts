import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cellAddress } from "../shared/kernel/address.ts";
import { writeXlsx } from "../shared/workbook/xlsx/index.ts";
import { run } from "./price.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kc-price-"));
});
afterAll(() => rm(folder, { recursive: true }));

const BOOK =
  "code,type,resource,unit,qty,page\nA,VL,x,kg,0.1,5\nA,VL,Vật liệu khác,%,10,5\nA,NC,Nhân công nhóm 3,công,3.6,5\n";
const PRICES = "type,resource,price_dong\nVL,*,105\nNC,Nhân công nhóm 3,360525\n";

async function price(files: { book?: string | Uint8Array; prices?: string; quantities?: string }) {
  const paths = {
    book: join(folder, "BOOK.csv"),
    prices: join(folder, "PRICES.csv"),
    quantities: join(folder, "Q.csv"),
  };
  await writeFile(paths.book, files.book ?? BOOK);
  await writeFile(paths.prices, files.prices ?? PRICES);
  await writeFile(paths.quantities, files.quantities ?? "code,quantity\nA,1\n");
  return call(["--book", paths.book, "--prices", paths.prices, `--quantities=${paths.quantities}`]);
}

async function call(args: string[]) {
  const text = { out: "", err: "" };
  const code = await run(args, {
    out: async (part) => void (text.out += part),
    err: async (part) => void (text.err += part),
  });
  return { code, ...text };
}

describe("kc price", () => {
  it("prints one row per quantity, in order", async () => {
    const result = await price({ quantities: "\uFEFFcode,quantity\r\nA,10\r\nA,0.5\r\n" });
    expect(result).toEqual({
      code: 0,
      err: "",
      out: "code,quantity,vl_dong,nc_dong,m_dong,total_dong\nA,10,116,12978900,0,12979016\nA,0.5,6,648945,0,648951\n",
    });
  });

  it("prints nothing but the sentences when a code or a price is missing", async () => {
    const unknown = await price({ quantities: "code,quantity\nA,1\nZZ.99,1\n" });
    expect(unknown.code).toBe(1);
    expect(unknown.out).toBe("");
    expect(unknown.err).toMatch(/Q\.csv:3:1: lỗi KC-NK-012: Mã “ZZ\.99” không có trong/);
    const missing = await price({ prices: "type,resource,price_dong\nVL,*,105\n" });
    expect(missing.code).toBe(1);
    expect(missing.out).toBe("");
    expect(missing.err).toMatch(/BOOK\.csv:4: lỗi KC-NK-013: A: chưa có giá của “Nhân công nhóm 3”/);
  });

  it("exits 2 on usage, on a file that is not there and on one that is not UTF-8", async () => {
    expect((await call([])).code).toBe(2);
    expect((await call(["--book", "x", "--book", "y"])).err).toContain("hai lần");
    expect((await call(["--sach", "x"])).err).toContain("--sach");
    const absent = await call(["--book", join(folder, "none"), "--prices", folder, "--quantities", folder]);
    expect(absent.code).toBe(2);
    expect(absent.err).toContain("không có tệp này");
    const latin = await price({ book: Uint8Array.from([0x63, 0xe9]) });
    expect(latin).toMatchObject({ code: 2, out: "" });
  });

  it("reads the first sheet of an .xlsx as well", async () => {
    const rows = [
      ["Mã định mức", "Loại", "Hao phí", "ĐVT", "Định mức"],
      ["A", "VL", "x", "kg", 0.1],
      ["A", "VL", "Vật liệu khác", "%", 10],
      ["A", "NC", "Nhân công nhóm 3", "công", 3.6],
    ];
    const cells = Object.fromEntries(
      rows.flatMap((row, r) => row.map((value, c) => [cellAddress(c + 1, r + 1), { value }])),
    );
    const book = join(folder, "BOOK.xlsx");
    await writeFile(book, await writeXlsx({ sheets: [{ name: "DinhMuc", cells }] }));
    await price({});
    const csv = ["--prices", join(folder, "PRICES.csv"), "--quantities", join(folder, "Q.csv")];
    const result = await call(["--book", book, ...csv]);
    expect(result).toEqual({ code: 0, err: "", out: (await price({})).out });
    const broken = join(folder, "hong.xlsx");
    await writeFile(broken, "không phải xlsx");
    expect(await call(["--book", broken, ...csv])).toMatchObject({ code: 2, out: "" });
  });

  it("explains itself", async () => {
    const help = await call(["--help"]);
    expect(help.code).toBe(0);
    expect(help.out).toContain("total_dong");
  });

  it("prices 100,000 rows in well under ten seconds", async () => {
    const body = Array.from({ length: 100_000 }, (_, i) => `A,${i}.5`).join("\n");
    const started = performance.now();
    const result = await price({ quantities: `code,quantity\n${body}\n` });
    expect(result.out.split("\n")).toHaveLength(100_002);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
