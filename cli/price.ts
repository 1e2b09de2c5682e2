/** `kc price`: quantities × a norm book × a price list → CSV. See `USAGE`. */
import { readFile } from "node:fs/promises";
import type { Finding } from "../shared/kernel/finding.ts";
import { parseAddress } from "../shared/kernel/address.ts";
import { writeCsv } from "../shared/norms/csv.ts";
import { gridFromCsv, gridFromSheet, type Grid } from "../shared/norms/grid.ts";
import { readNormRows, readPriceRows, readQuantityRows } from "../shared/norms/import.ts";
import { pricedRows, priceQuantities } from "../shared/norms/pricing/quantities.ts";

const USAGE = `Cách dùng: kc price --book BOOK.csv --prices PRICES.csv --quantities Q.csv
  BOOK.csv    code,type,resource,unit,qty      (type: VL, NC, M; unit % = phần trăm của các hao phí khác cùng loại)
  PRICES.csv  type,resource,price_dong         (resource * = mọi hao phí cùng loại chưa có giá riêng)
  Q.csv       code,quantity
Mỗi tệp cũng có thể là .xlsx: đọc trang tính đầu tiên, cùng các cột.
In ra CSV: code,quantity,vl_dong,nc_dong,m_dong,total_dong. Mỗi con số làm tròn nửa lên đến đồng một lần, khi in.
Mã thoát: 0 xong; 1 có lỗi trong số liệu (không in gì ra kết quả); 2 sai cách dùng hoặc không đọc được tệp.
`;

const OPTIONS = ["--book", "--prices", "--quantities"] as const;
type Option = (typeof OPTIONS)[number];

/** Where text goes; replaced in tests. Resolves when the text has been taken, so a large output is never cut. */
export interface PriceOutput {
  readonly out: (text: string) => Promise<void>;
  readonly err: (text: string) => Promise<void>;
}

function writer(stream: NodeJS.WriteStream): (text: string) => Promise<void> {
  return (text) =>
    new Promise((resolve, reject) => stream.write(text, (error) => (error ? reject(error) : resolve())));
}

/** Also accepts --book=FILE. A sentence instead of paths when the arguments cannot be used. */
function parseArgs(args: readonly string[]): Record<Option, string> | string {
  const found: Partial<Record<Option, string>> = {};
  const words = args.flatMap((arg) => {
    const split = /^(--[a-z]+)=(.*)$/s.exec(arg);
    return split ? [split[1] ?? "", split[2] ?? ""] : [arg];
  });
  for (let i = 0; i < words.length; i += 2) {
    const option = OPTIONS.find((name) => name === words[i]);
    if (option === undefined) return `Không hiểu tham số “${words[i]}”.`;
    if (found[option] !== undefined) return `Tham số ${option} có hai lần.`;
    const value = words[i + 1];
    if (value === undefined || value === "") return `Thiếu tên tệp sau ${option}.`;
    found[option] = value;
  }
  const missing = OPTIONS.find((option) => found[option] === undefined);
  return missing === undefined ? (found as Record<Option, string>) : `Thiếu tham số ${missing}.`;
}

function unreadable(path: string, error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const reason = code === "ENOENT" ? "không có tệp này" : code === "EISDIR" ? "đây là thư mục" : code;
  return `Không đọc được tệp ${path}: ${reason}.`;
}

/** The first sheet of a workbook; its reader is loaded only when a workbook is given. */
async function sheetGrid(path: string, bytes: Uint8Array): Promise<Grid | string> {
  const { readXlsx } = await import("../shared/workbook/xlsx/index.ts");
  const book = await readXlsx(bytes);
  if (!book.ok) return `Không đọc được tệp ${path}: ${book.error.vi}`;
  const [sheet] = book.value.sheets;
  if (sheet === undefined) return `Tệp ${path} không có trang tính nào.`;
  return { ...gridFromSheet(sheet), name: path };
}

/** A .csv (UTF-8) or .xlsx file as a grid, or a sentence saying why not. */
async function readGrid(path: string): Promise<Grid | string> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return unreadable(path, error);
  }
  if (/\.xlsx$/i.test(path)) return sheetGrid(path, bytes);
  try {
    return gridFromCsv(new TextDecoder("utf-8", { fatal: true }).decode(bytes), path);
  } catch {
    return `Tệp ${path} không phải văn bản UTF-8; hãy lưu lại dạng “CSV UTF-8”.`;
  }
}

/** "Q.csv:3:1: lỗi KC-NK-012: … → …" */
function printFinding(finding: Finding): string {
  const { sheet, row, cell } = finding.where;
  const column = cell === undefined ? null : parseAddress(cell);
  const place = `${sheet}:${row ?? 1}${column ? `:${column.column}` : ""}`;
  const word = finding.severity === "error" ? "lỗi" : "lưu ý";
  return `${place}: ${word} ${finding.rule}: ${finding.message} ${finding.remedy}\n`;
}

export async function run(
  args: string[],
  output: PriceOutput = { out: writer(process.stdout), err: writer(process.stderr) },
): Promise<number> {
  if (args.includes("--help") || args.includes("-h")) {
    await output.out(USAGE);
    return 0;
  }
  const paths = parseArgs(args);
  if (typeof paths === "string") {
    await output.err(`${paths}\n${USAGE}`);
    return 2;
  }
  const [book, prices, quantities] = await Promise.all(OPTIONS.map((option) => readGrid(paths[option])));
  if (typeof book !== "object" || typeof prices !== "object" || typeof quantities !== "object") {
    const problems = [book, prices, quantities].filter((grid) => typeof grid === "string");
    await output.err(problems.map((problem) => `${problem}\n`).join(""));
    return 2;
  }
  const result = priceQuantities(readNormRows(book), readPriceRows(prices), readQuantityRows(quantities));
  if (result.findings.length > 0) await output.err(result.findings.map(printFinding).join(""));
  if (result.findings.some((finding) => finding.severity === "error")) {
    await output.err("Có lỗi trong số liệu; không in kết quả.\n");
    return 1;
  }
  await output.out(writeCsv(pricedRows(result.lines)));
  return 0;
}
