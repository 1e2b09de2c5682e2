/** `kc freeze FILE.xlsx OUT.xlsx` and `kc unfreeze …`: figures instead of formulas, and back. See `USAGE`. */
import { readFile, writeFile } from "node:fs/promises";
import { formatDate, vietnamDay } from "../shared/kernel/date.ts";
import type { FlatWorkbook } from "../shared/kernel/flat.ts";
import { builtinLawBook } from "../shared/law/book.ts";
import { builtinNormBooks } from "../shared/norms/builtin.ts";
import { RULES } from "../shared/rules/index.ts";
import { ruleSetVersion } from "../shared/rules/run.ts";
import { lawCiter } from "../shared/workbook/freeze-citation.ts";
import { freezeWorkbook, isFrozen, LOST_TEXT, unfreezeWorkbook } from "../shared/workbook/freeze.ts";
import { TEMPLATE_VERSION } from "../shared/workbook/template.ts";
import { MAX_FILE_BYTES, readXlsx, writeXlsx } from "../shared/workbook/xlsx/index.ts";

export const USAGE = `Cách dùng: kc freeze TỆP.xlsx TỆP-MỚI.xlsx [--force]
            kc unfreeze TỆP.xlsx TỆP-MỚI.xlsx [--force]
  freeze    thay công thức bằng giá trị; công thức, căn cứ, phiên bản, ngày giữ ở trang ẩn KC_DongBang
  unfreeze  khôi phục công thức, cả khi dòng đã dời chỗ; nêu từng công thức không khôi phục được
  --force   ghi đè khi tệp mới đã có
Mã thoát: 0 xong; 1 có ô không đóng băng hoặc không khôi phục được (vẫn ghi tệp); 2 sai cách dùng, không đọc hoặc không ghi được tệp.
`;

export interface FreezeOutput {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

const STANDARD: FreezeOutput = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
};

interface Answer {
  readonly workbook: FlatWorkbook;
  readonly lines: readonly string[];
  readonly complete: boolean;
}

function freezeFile(workbook: FlatWorkbook): Answer {
  const law = builtinLawBook();
  const on = vietnamDay(Date.now());
  const {
    workbook: frozen,
    record,
    left,
  } = freezeWorkbook(workbook, {
    on,
    versions: { template: TEMPLATE_VERSION, law: law.version, rules: ruleSetVersion(RULES) },
    cite: lawCiter(workbook, { law, norms: builtinNormBooks(), prices: [], today: on }),
  });
  return {
    workbook: frozen,
    lines: [
      `Đã đóng băng ${record.cells.length} ô ngày ${formatDate(on)}.`,
      ...left.map(({ sheet, address }) => `${sheet}!${address}: chưa có số liệu, giữ nguyên công thức.`),
    ],
    complete: left.length === 0,
  };
}

function unfreezeFile(workbook: FlatWorkbook): Answer {
  const { workbook: live, restored, lost } = unfreezeWorkbook(workbook);
  const moved = restored.filter((cell) => cell.movedFrom !== undefined).length;
  const edited = restored.filter((cell) => cell.edited === true);
  return {
    workbook: live,
    lines: [
      `Đã khôi phục ${restored.length} công thức${moved === 0 ? "" : `, ${moved} công thức ở dòng đã dời chỗ`}.`,
      ...edited.map(({ sheet, address }) => `${sheet}!${address}: số đã bị sửa sau khi đóng băng.`),
      ...lost.map(
        ({ sheet, address, formula, reason }) =>
          `${sheet}!${address}: không khôi phục được ${formula} (${LOST_TEXT[reason].vi}).`,
      ),
    ],
    complete: lost.length === 0,
  };
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  if (code === "ENOENT") return "không có tệp hoặc thư mục này";
  if (code === "EEXIST") return "tệp đã có; thêm --force để ghi đè";
  return code === "EISDIR" ? "đây là thư mục" : code;
}

/** Exit codes as in `USAGE`. */
export async function convert(
  direction: "freeze" | "unfreeze",
  args: readonly string[],
  output: FreezeOutput = STANDARD,
): Promise<number> {
  const [from, to, ...rest] = args.filter((arg) => arg !== "--force");
  const refuse = (sentence: string) => (output.err(`${sentence.trimEnd()}\n`), 2);
  if (from === undefined || to === undefined || rest.length > 0 || from.startsWith("-") || to.startsWith("-"))
    return refuse(USAGE);
  let bytes: Uint8Array;
  try {
    bytes = (await readFile(from)).subarray(0, MAX_FILE_BYTES + 1);
  } catch (error) {
    return refuse(`Không đọc được ${from}: ${reasonOf(error)}.`);
  }
  const read = await readXlsx(bytes);
  if (!read.ok) return refuse(read.error.vi);
  const { notes, ...workbook } = read.value;
  if (direction === "unfreeze" && !isFrozen(workbook))
    return refuse(`${from} không có trang KC_DongBang: tệp này chưa đóng băng.`);
  const answer = direction === "freeze" ? freezeFile(workbook) : unfreezeFile(workbook);
  try {
    const flag = args.includes("--force") ? "w" : "wx";
    await writeFile(to, await writeXlsx(answer.workbook), { flag });
  } catch (error) {
    return refuse(`Không ghi được ${to}: ${reasonOf(error)}.`);
  }
  output.out(`${[...notes, ...answer.lines, `Đã ghi ${to}.`].join("\n")}\n`);
  return answer.complete ? 0 : 1;
}

export function run(args: string[]): Promise<number> {
  return convert("freeze", args);
}
