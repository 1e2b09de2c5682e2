/** `kc explain FILE.xlsx 'KC_DeAn!N5' [--json]`: why a cell shows its figure, down to the article. See `USAGE`. */
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { VERIFIED_LABEL } from "../shared/kernel/citation.ts";
import { vietnamDay } from "../shared/kernel/date.ts";
import { builtinLawBook } from "../shared/law/book.ts";
import { describeView } from "../shared/law/read.ts";
import { builtinNormBooks } from "../shared/norms/builtin.ts";
import { explainCell, parseCellName, type ExplainNode } from "../shared/workbook/explain.ts";
import { readXlsx } from "../shared/workbook/xlsx/index.ts";

const USAGE = `Cách dùng: kc explain TỆP.xlsx 'TRANG!Ô' [--json]
  ví dụ: kc explain ke-hoach.xlsx 'KC_DeAn!N5'
  --json   in cây giải thích dạng JSON
Mã thoát: 0 có giải thích; 1 ô trống hoặc không có; 2 sai cách dùng hoặc không đọc được tệp.
`;

/** Where text goes; replaced in tests. */
export interface ExplainOutput {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

const STANDARD: ExplainOutput = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
};

/** The lines of one figure: what it is, how it is worked out, what it rests on. */
function linesOf(node: ExplainNode): string[] {
  const where = node.where === undefined ? "" : ` [${node.where}]`;
  const shown = node.shown === "" ? "" : `: ${node.shown}`;
  return [
    `${node.label}${where}${shown}`,
    ...(node.formula === undefined ? [] : [`  công thức: ${node.formula}`]),
    ...(node.working === undefined ? [] : [`  cách tính: ${node.working}`]),
    ...(node.cite === undefined ? [] : [`  căn cứ: ${describeView(node.cite)}`]),
    ...(node.note === undefined ? [] : [`  ghi chú: ${node.note}`]),
  ];
}

/** An indented tree, one line a fact. */
export function printTree(node: ExplainNode, before = "", rest = ""): string[] {
  const own = linesOf(node).map(
    (line, at) => `${at === 0 ? before : rest + (node.children.length > 0 ? "│" : " ")}${line}`,
  );
  const last = node.children.length - 1;
  const below = node.children.flatMap((child, at) =>
    printTree(child, `${rest}${at === last ? "└─ " : "├─ "}`, `${rest}${at === last ? "   " : "│  "}`),
  );
  return [...own, ...below];
}

async function load(path: string): Promise<Uint8Array | string> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return code === "ENOENT"
      ? `Không tìm thấy tệp ${path}. Hãy kiểm tra tên và thư mục.`
      : `Không đọc được ${path}: ${code}.`;
  }
}

/** Exit codes as in `USAGE`. */
export async function explain(args: string[], output: ExplainOutput): Promise<number> {
  const refuse = (sentence: string, code: 1 | 2) => {
    output.err(`${sentence.trimEnd()}\n`);
    return code;
  };
  const { values, positionals } = parseArgs({
    args,
    options: { json: { type: "boolean" } },
    allowPositionals: true,
    strict: true,
  });
  const [path, name, ...others] = positionals;
  if (path === undefined || name === undefined || others.length > 0) return refuse(USAGE, 2);
  const at = parseCellName(name);
  if (at === null) return refuse(`“${name}” không phải địa chỉ ô có tên trang.\n${USAGE}`, 2);
  const bytes = await load(path);
  if (typeof bytes === "string") return refuse(bytes, 2);
  const read = await readXlsx(bytes);
  if (!read.ok) return refuse(read.error.vi, 2);
  const books = {
    law: builtinLawBook(),
    norms: builtinNormBooks(),
    prices: [],
    today: vietnamDay(Date.now()),
  };
  const tree = explainCell(read.value, at, books);
  if (tree === null) return refuse(`Ô ${name} trống hoặc không có trong tệp.`, 1);
  const mark =
    tree.verified === undefined
      ? []
      : [`Mức đối chiếu yếu nhất trong cây: ${VERIFIED_LABEL[tree.verified].vi}.`];
  output.out(
    values.json === true
      ? `${JSON.stringify(tree, null, 2)}\n`
      : `${[...printTree(tree), ...mark].join("\n")}\n`,
  );
  return 0;
}

export function run(args: string[]): Promise<number> {
  return explain(args, STANDARD);
}
