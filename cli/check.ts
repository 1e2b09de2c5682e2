/** `kc check FILE.xlsx [--json]`: what is wrong with a workbook, from a terminal. See `USAGE`. */
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Finding, Severity } from "../shared/kernel/finding.ts";
import { formatDong } from "../shared/kernel/money.ts";
import type { FundTotals } from "../shared/plan/totals.ts";
import { judgeWorkbook, type Verdict } from "../shared/workbook/judge.ts";
import { MAX_FILE_BYTES, readXlsx } from "../shared/workbook/xlsx/index.ts";
import { loadBook, type Unreadable } from "./sources-book.ts";

const USAGE = `Cách dùng: kc check TỆP.xlsx [--book BỘ.json] [--json]
  --book   xét bằng bộ dữ liệu đã lưu của máy chủ (GET /api/v1/book) thay cho bộ kèm theo
  --json   in một đối tượng JSON: file, versions, totals, counts, findings, differences, notes
Mã thoát: 0 không có lỗi (có thể có cảnh báo); 1 có lỗi; 2 sai cách dùng hoặc không đọc được tệp.
`;

/** Where text goes; replaced in tests. Resolves when the text has been taken, so a large output is never cut. */
export interface CheckOutput {
  readonly out: (text: string) => Promise<void>;
  readonly err: (text: string) => Promise<void>;
}

function writer(stream: NodeJS.WriteStream): (text: string) => Promise<void> {
  return (text) =>
    new Promise((resolve, reject) => stream.write(text, (error) => (error ? reject(error) : resolve())));
}

const STANDARD: CheckOutput = { out: writer(process.stdout), err: writer(process.stderr) };

async function loadFile(path: string): Promise<Uint8Array | Unreadable> {
  try {
    const bytes = await readFile(path);
    // The reader refuses larger files; it only needs to see that there is more.
    return bytes.subarray(0, MAX_FILE_BYTES + 1);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "ENOENT") {
      return {
        code: "file-missing",
        vi: `Không tìm thấy tệp ${path}. Hãy kiểm tra tên và thư mục.`,
        en: `There is no file ${path}.`,
      };
    }
    const reason = code === "EISDIR" ? "đây là thư mục" : code === "EACCES" ? "không có quyền đọc" : code;
    return {
      code: "file-unreadable",
      vi: `Không đọc được ${path}: ${reason}.`,
      en: `Cannot read ${path}: ${code}.`,
    };
  }
}

const SEVERITIES: readonly {
  readonly severity: Severity;
  readonly heading: string;
  readonly word: string;
}[] = [
  { severity: "error", heading: "LỖI (phải sửa trước khi gửi)", word: "lỗi" },
  { severity: "warning", heading: "CẢNH BÁO (cần xem lại hoặc nêu lý do)", word: "cảnh báo" },
  { severity: "info", heading: "LƯU Ý", word: "lưu ý" },
];

function place(finding: Finding): string {
  const { sheet, cell, row } = finding.where;
  if (cell !== undefined) return `${sheet}!${cell}`;
  return row === undefined ? sheet : `${sheet} dòng ${row}`;
}

function describe(finding: Finding): string {
  const difference =
    finding.differenceDong === undefined ? "" : ` (chênh ${formatDong(finding.differenceDong)} đ)`;
  const change =
    finding.found === "" && finding.expected === ""
      ? []
      : [`    đang là ${finding.found} → cần là ${finding.expected}${difference}`];
  return [
    `  ${place(finding)} [${finding.rule}] ${finding.message}`,
    ...change,
    `    căn cứ: ${finding.basis}`,
    `    cách xử lý: ${finding.remedy}`,
  ].join("\n");
}

function describeTotals(label: string, totals: FundTotals): string {
  const parts = [
    `tổng ${formatDong(totals.totalDong)} đ`,
    `kinh phí khuyến công ${formatDong(totals.supportDong)} đ`,
    `đóng góp ${formatDong(totals.counterpartDong)} đ`,
    `nguồn khác ${formatDong(totals.otherDong)} đ`,
  ];
  return `  ${label}: ${totals.count} đề án; ${parts.join("; ")}`;
}

function report(file: string, verdict: Verdict, notes: readonly string[]): string {
  const blocks = [`Kiểm tra ${file}`, ...notes.map((note) => `Chú ý: ${note}`)];
  for (const { severity, heading } of SEVERITIES) {
    const own = verdict.findings.filter((finding) => finding.severity === severity);
    if (own.length > 0) blocks.push("", `${heading}: ${own.length}`, ...own.map(describe));
  }
  const { byFund, all } = verdict.totals;
  blocks.push(
    "",
    "Tổng hợp từ các dòng dự toán",
    describeTotals("Khuyến công quốc gia", byFund.QG),
    describeTotals("Khuyến công địa phương", byFund.ĐP),
    describeTotals("Cả kế hoạch", all),
    "",
    `Kết quả: ${SEVERITIES.map(({ severity, word }) => `${verdict.counts[severity]} ${word}`).join(", ")}.`,
    `Phiên bản: mẫu ${verdict.versions.template}, căn cứ ${verdict.versions.law}, quy tắc ${verdict.versions.rules}.`,
  );
  return `${blocks.join("\n")}\n`;
}

/** What `--json` prints; also the expected results of the worked examples. */
export function toJson(file: string, verdict: Verdict, notes: readonly string[]) {
  const { versions, totals, counts, findings, differences } = verdict;
  return { file, versions, totals, counts, findings, differences, notes };
}

async function refuse(failure: Unreadable, asJson: boolean, output: CheckOutput): Promise<number> {
  if (asJson) await output.out(`${JSON.stringify({ error: failure }, null, 2)}\n`);
  await output.err(`${failure.vi}\n`);
  return 2;
}

interface CheckArguments {
  readonly asJson: boolean;
  readonly bookPath: string | undefined;
  /** Everything that is no option. */
  readonly files: readonly string[];
}

function readArguments(args: readonly string[]): CheckArguments {
  const at = args.indexOf("--book");
  const bookPath = at < 0 ? undefined : (args[at + 1] ?? "");
  const files = args.filter(
    (arg, index) => arg !== "--json" && (at < 0 || (index !== at && index !== at + 1)),
  );
  return { asJson: args.includes("--json"), bookPath, files };
}

/** Exit codes as in `USAGE`. */
export async function check(args: readonly string[], output: CheckOutput): Promise<number> {
  const { asJson, bookPath, files } = readArguments(args);
  const [path] = files;
  if (path === "--help" || path === "-h") {
    await output.out(USAGE);
    return 0;
  }
  const unknown = files.find((arg) => arg.startsWith("-"));
  if (path === undefined || files.length > 1 || unknown !== undefined) {
    const vi = unknown === undefined ? "Cần đúng một tên tệp." : `Không hiểu tham số “${unknown}”.`;
    return refuse(
      { code: "usage", vi: `${vi}\n${USAGE.trimEnd()}`, en: "Usage: kc check FILE.xlsx [--json]" },
      asJson,
      output,
    );
  }
  const bytes = await loadFile(path);
  if (!(bytes instanceof Uint8Array)) return refuse(bytes, asJson, output);
  const read = await readXlsx(bytes);
  if (!read.ok)
    return refuse({ code: read.error.code, vi: read.error.vi, en: read.error.en }, asJson, output);
  const { notes, ...workbook } = read.value;
  const book = await loadBook(bookPath);
  if ("code" in book) return refuse(book, asJson, output);
  const verdict = judgeWorkbook(workbook, book.law, book.norms);
  await output.out(
    asJson
      ? `${JSON.stringify(toJson(basename(path), verdict, notes), null, 2)}\n`
      : report(basename(path), verdict, notes),
  );
  return verdict.counts.error > 0 ? 1 : 0;
}

export function run(args: string[]): Promise<number> {
  return check(args, STANDARD);
}
