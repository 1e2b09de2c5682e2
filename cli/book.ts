/** `kc book import|export`: norm books and price lists into a workbook's own sheets, and out of them. See `USAGE`. */
import { readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { parseDate, vietnamDay } from "../shared/kernel/date.ts";
import type { FlatWorkbook } from "../shared/kernel/flat.ts";
import { ok, type Result } from "../shared/kernel/result.ts";
import { builtinLawBook } from "../shared/law/book.ts";
import { gridFromCsv, gridFromSheet, type Grid } from "../shared/norms/grid.ts";
import { appendRows } from "../shared/workbook/book-append.ts";
import {
  exportBooksJson,
  exportBooksWorkbook,
  exportNormsCsv,
  exportPricesCsv,
} from "../shared/workbook/book-export.ts";
import {
  importNorms,
  importPrices,
  listSheetOf,
  placeOf,
  type ImportedLines,
} from "../shared/workbook/book-import.ts";
import { readPlan } from "../shared/workbook/read.ts";
import { NORM_SHEET, PRICE_SHEET, type ListSheetDef } from "../shared/workbook/template.ts";
import { MAX_FILE_BYTES, readXlsx, writeXlsx } from "../shared/workbook/xlsx/index.ts";

export const USAGE = `Cách dùng: kc book import SỔ.xlsx SỔ-MỚI.xlsx [--norms TỆP] [--prices TỆP] [--from NGÀY] [--source NGUỒN]
            kc book export SỔ.xlsx [--norms RA.csv] [--prices RA.csv] [--json RA.json] [--xlsx RA.xlsx]
  import   ghi định mức vào KC_DinhMuc, giá vào KC_DonGia; TỆP là .csv hoặc .xlsx
           --from, --source: ngày áp dụng và nguồn của bảng giá không tự ghi (mặc định: ngày tính của sổ, tên tệp)
  export   ghi định mức (đề xuất) và giá của sổ ra tệp riêng
Mã thoát: 0 xong; 1 có ô cần sửa hoặc không có gì để xuất (không ghi tệp nào); 2 sai cách dùng, không đọc hoặc không ghi được tệp.
`;

export interface BookOutput {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

const STANDARD: BookOutput = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
};

/** What stops the command: a sentence and the exit code. */
class Stop extends Error {
  readonly code: 1 | 2;
  constructor(sentence: string, code: 1 | 2) {
    super(sentence);
    this.code = code;
  }
}

function mustOk<T>(result: Result<T>, code: 1 | 2): T {
  if (!result.ok) throw new Stop(result.error.vi, code);
  return result.value;
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return (await readFile(path)).subarray(0, MAX_FILE_BYTES + 1);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    throw new Stop(`Không đọc được ${path}: ${code === "ENOENT" ? "không có tệp này" : code}.`, 2);
  }
}

async function workbookOf(path: string): Promise<FlatWorkbook> {
  const { notes: _notes, ...workbook } = mustOk(await readXlsx(await bytesOf(path)), 2);
  return workbook;
}

async function gridOf(path: string, kind: "norms" | "prices"): Promise<Grid> {
  const bytes = await bytesOf(path);
  if (/\.xlsx$/i.test(path)) {
    const sheet = listSheetOf(mustOk(await readXlsx(bytes), 2).sheets, kind);
    if (sheet === null) throw new Stop(`${path} không có trang nào có số liệu.`, 2);
    return { ...gridFromSheet(sheet), name: basename(path) };
  }
  try {
    return gridFromCsv(new TextDecoder("utf-8", { fatal: true }).decode(bytes), basename(path));
  } catch {
    throw new Stop(`${path} không phải văn bản UTF-8; hãy lưu lại dạng “CSV UTF-8”.`, 2);
  }
}

async function save(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(path, content, { flag: "wx" });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    throw new Stop(`Không ghi được ${path}: ${code === "EEXIST" ? "tệp đã có" : code}.`, 2);
  }
}

function added(workbook: FlatWorkbook, def: ListSheetDef, lines: ImportedLines): FlatWorkbook {
  return mustOk(appendRows(workbook, def, lines.rows, builtinLawBook()), 1);
}

function tell(lines: ImportedLines, output: BookOutput): boolean {
  for (const finding of lines.findings) {
    const word = finding.severity === "error" ? "lỗi" : "lưu ý";
    output.err(`${placeOf(finding)}: ${word} ${finding.rule}: ${finding.message} ${finding.remedy}\n`);
  }
  return lines.findings.some(({ severity }) => severity === "error");
}

interface Options {
  readonly norms?: string | undefined;
  readonly prices?: string | undefined;
  readonly from?: string | undefined;
  readonly source?: string | undefined;
  readonly json?: string | undefined;
  readonly xlsx?: string | undefined;
}

async function importInto(paths: readonly string[], options: Options, output: BookOutput): Promise<number> {
  const [from, to, ...rest] = paths;
  const { norms, prices } = options;
  if (from === undefined || to === undefined || rest.length > 0 || (norms ?? prices) === undefined)
    throw new Stop(USAGE, 2);
  const given = await workbookOf(from);
  const plan = readPlan(given);
  const normLines = norms === undefined ? null : importNorms(await gridOf(norms, "norms"));
  const day =
    options.from === undefined
      ? (plan.info.asOf ?? vietnamDay(Date.now()))
      : mustOk(parseDate(options.from), 2);
  const facts = { from: day, source: options.source ?? `Tệp ${basename(prices ?? "")}` };
  const priceLines = prices === undefined ? null : importPrices(await gridOf(prices, "prices"), facts);
  const told = [normLines, priceLines].map((lines) => lines !== null && tell(lines, output));
  const taken = normLines?.names.filter((name) => plan.normLines.some((line) => line.code === name)) ?? [];
  if (taken.length > 0) output.err(`Mã đã có trong KC_DinhMuc: ${taken.join(", ")}.\n`);
  if (told.includes(true) || taken.length > 0) return 1;
  let workbook = normLines === null ? given : added(given, NORM_SHEET, normLines);
  if (priceLines !== null) workbook = added(workbook, PRICE_SHEET, priceLines);
  await save(to, await writeXlsx(workbook));
  output.out(
    `Đã ghi ${normLines?.rows.length ?? 0} dòng định mức, ${priceLines?.rows.length ?? 0} giá vào ${to}.\n`,
  );
  return 0;
}

async function exportFrom(paths: readonly string[], options: Options, output: BookOutput): Promise<number> {
  const [path, ...rest] = paths;
  const { norms, prices, json, xlsx } = options;
  if (path === undefined || rest.length > 0 || (norms ?? prices ?? json ?? xlsx) === undefined)
    throw new Stop(USAGE, 2);
  const workbook = await workbookOf(path);
  const day = readPlan(workbook).info.asOf ?? vietnamDay(Date.now());
  const book = xlsx === undefined ? null : exportBooksWorkbook(workbook);
  const files = [
    { to: norms, content: mustOk(norms === undefined ? ok(null) : exportNormsCsv(workbook), 1) },
    { to: prices, content: exportPricesCsv(workbook, day) },
    { to: json, content: exportBooksJson(workbook) },
    { to: xlsx, content: book === null ? null : await writeXlsx(book) },
  ];
  const wanted = files.filter(({ to }) => to !== undefined);
  if (wanted.some(({ content }) => content === null))
    throw new Stop(`${path} không có định mức hoặc giá hợp lệ để xuất.`, 1);
  for (const { to = "", content } of wanted) {
    await save(to, content ?? "");
    output.out(`Đã ghi ${to}.\n`);
  }
  return 0;
}

/** Exit codes as in `USAGE`. */
export async function run(args: string[], output: BookOutput = STANDARD): Promise<number> {
  const text = { type: "string" } as const;
  const { values, positionals } = parseArgs({
    args,
    options: { norms: text, prices: text, from: text, source: text, json: text, xlsx: text },
    allowPositionals: true,
    strict: true,
  });
  const [verb, ...paths] = positionals;
  try {
    if (verb === "import") return await importInto(paths, values, output);
    if (verb === "export") return await exportFrom(paths, values, output);
    throw new Stop(USAGE, 2);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    output.err(`${error.message.trimEnd()}\n`);
    return error.code;
  }
}
