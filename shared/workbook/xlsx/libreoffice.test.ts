/** Another program must show every figure of a file saved by us, custom functions included. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseAddress } from "../../kernel/address.ts";
import type { FlatSheet, FlatWorkbook } from "../../kernel/flat.ts";
import { dateFromParts, day, serialFromDate } from "../../kernel/date.ts";
import { builtinLawBook } from "../../law/book.ts";
import { buildFlatWorkbook } from "../build.ts";
import { freezeWorkbook } from "../freeze.ts";
import { quangNinh2018 } from "../demo.ts";
import { ALL_SHEETS, COST_SHEET, DE_AN_SHEET } from "../template.ts";
import { readXlsx } from "./read.ts";
import { writeXlsx } from "./write.ts";

const SOFFICE = "/usr/bin/soffice";
const present = existsSync(SOFFICE);
if (!present) process.stdout.write(`skipped: ${SOFFICE} is missing, files were not opened in LibreOffice\n`);

function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? "");
    if (end !== ",") rows.push([]);
  }
  return rows;
}

/** CSV of every sheet (−1), figures as stored and not as formatted (false). */
const CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

/** Saves the file again in another format, into the folder. */
function convert(folder: string, file: string, format: string, outdir = folder): void {
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  execFileSync(SOFFICE, ["--headless", profile, "--convert-to", format, "--outdir", outdir, file], {
    stdio: "ignore",
    timeout: 120_000,
  });
}

async function readFile(bytes: Uint8Array): Promise<FlatWorkbook> {
  const read = await readXlsx(bytes);
  if (!read.ok) throw new Error(read.error.en);
  return read.value;
}

/** A figure as CSV shows it; LibreOffice writes days as month/day/year there. */
function figureOf(shown: string | undefined): number {
  const date = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(shown ?? "");
  if (date === null) return shown === undefined || shown === "" ? Number.NaN : Number(shown);
  const read = dateFromParts(Number(date[3]), Number(date[1]), Number(date[2]));
  return read.ok ? serialFromDate(read.value) : Number.NaN;
}

/** Every cell with a figure or a text; dates are shown as dates and error results are worked out again. */
function compare(sheet: FlatSheet, rows: readonly (readonly string[])[]): number {
  let compared = 0;
  for (const [address, cell] of Object.entries(sheet.cells)) {
    const place = parseAddress(address);
    if (place === null || cell.value === null || String(cell.value).startsWith("#")) continue;
    const shown = rows[place.row - 1]?.[place.column - 1];
    if (typeof cell.value === "number") expect(figureOf(shown), `${sheet.name}!${address}`).toBe(cell.value);
    else expect(shown, `${sheet.name}!${address}`).toBe(cell.value);
    compared += 1;
  }
  return compared;
}

describe.skipIf(!present)("LibreOffice", () => {
  it.each(["live", "frozen"])(
    "shows the figures we stored: %s",
    async (state) => {
      const folder = mkdtempSync(join(tmpdir(), "kc-lo-"));
      try {
        const live = buildFlatWorkbook(quangNinh2018(), builtinLawBook());
        const versions = { template: "1", law: "l", rules: "r" };
        const workbook =
          state === "live" ? live : freezeWorkbook(live, { on: day("2018-06-01"), versions }).workbook;
        const file = join(folder, "so.xlsx");
        writeFileSync(file, await writeXlsx(workbook));
        convert(folder, file, CSV);
        for (const name of [DE_AN_SHEET.name, COST_SHEET.name]) {
          const sheet = workbook.sheets.find((candidate) => candidate.name === name);
          if (sheet === undefined) throw new Error(`no sheet ${name}`);
          const csv = readFileSync(join(folder, `so-${name}.csv`), "utf8");
          expect(compare(sheet, parseCsv(csv))).toBeGreaterThan(150);
        }
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    150_000,
  );

  it("shows every sheet of the template, and what it saves is read back as it was", async () => {
    const folder = mkdtempSync(join(tmpdir(), "kc-lo-"));
    try {
      const path = new URL("../../../examples/du-cac-trang.xlsx", import.meta.url);
      const workbook = await readFile(new Uint8Array(readFileSync(path)));
      const file = join(folder, "so.xlsx");
      writeFileSync(file, await writeXlsx(workbook));
      convert(folder, file, CSV);
      convert(folder, file, "xlsx", join(folder, "saved"));
      const saved = await readFile(new Uint8Array(readFileSync(join(folder, "saved", "so.xlsx"))));
      for (const { name } of ALL_SHEETS) {
        const sheet = workbook.sheets.find((candidate) => candidate.name === name);
        const again = saved.sheets.find((candidate) => candidate.name === name);
        if (sheet === undefined || again === undefined) throw new Error(`no sheet ${name}`);
        const csv = readFileSync(join(folder, `so-${name}.csv`), "utf8");
        expect(compare(sheet, parseCsv(csv)), name).toBeGreaterThan(5);
        for (const [address, { value }] of Object.entries(sheet.cells))
          if (value !== null && !String(value).startsWith("#"))
            expect(again.cells[address]?.value, `${name}!${address}`).toBe(value);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 150_000);
});
