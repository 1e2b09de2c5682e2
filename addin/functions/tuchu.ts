import { addDong, dong, type Dong } from "../../shared/kernel/money.ts";
import { foldKey } from "../../shared/kernel/text.ts";
import { AUTONOMY_GROUPS, computeAutonomy, computeIncome, type Income } from "../../shared/norms/autonomy.ts";
import { dongArgument, optionalDecimal, optionalText, text, type Raw } from "./lib/coerce.ts";
import { cellError, exactly, orThrow } from "./lib/errors.ts";
import type { Example, FunctionTexts } from "./lib/texts.ts";

/** Rows of a range without the blank ones; a single value is one row of one cell. */
function rowsOf(raw: Raw): unknown[][] {
  const rows = Array.isArray(raw)
    ? raw.map((row: unknown) => (Array.isArray(row) ? (row as unknown[]) : [row]))
    : [[raw]];
  return rows.filter((row) => row.some((cell) => optionalText(cell, "ô") !== null));
}

function dongOrZero(raw: Raw, name: string): Dong {
  return optionalDecimal(raw, name) === null ? dong(0) : dongArgument(raw, name);
}

/** One column: amounts that all count. Two or three columns: point of Đ.11, amount, what is taken off. */
function readIncome(raw: Raw): Dong {
  const rows = rowsOf(raw);
  const [first] = rows;
  if (first === undefined) return dongArgument(null, "thu (A)");
  if (first.length === 1) return addDong(...rows.map((row) => dongArgument(row[0], "thu (A)")));
  const incomes = rows.map((row): Income => {
    const code = text(row[0], "mã nguồn thu");
    return {
      code,
      dong: dongOrZero(row[1], `thu ${code}`),
      lessDong: dongOrZero(row[2], `phần trừ của ${code}`),
    };
  });
  return orThrow(computeIncome(incomes)).totalDong;
}

/** The last column holds the amounts; the others are names. */
function readSpending(raw: Raw): Dong {
  const rows = rowsOf(raw);
  if (rows.length === 0) return dongArgument(null, "chi (B)");
  return addDong(...rows.map((row) => dongArgument(row.at(-1), "chi (B)")));
}

type Answer = readonly [percent: number | string, group: string];

const HEADER: Answer = ["Mức tự bảo đảm (%)", "Nhóm tự chủ"];

interface Amounts {
  readonly incomeDong: Dong;
  readonly spendingDong: Dong;
  /** Blank in both = group 1 is not asked about. */
  readonly ownDong: Raw;
  readonly depreciationDong: Raw;
}

function answer({ incomeDong, spendingDong, ownDong, depreciationDong }: Amounts): Answer {
  const asked =
    optionalDecimal(ownDong, "đầu tư") !== null || optionalDecimal(depreciationDong, "khấu hao") !== null;
  const investment = asked
    ? {
        ownDong: dongArgument(ownDong, "đầu tư"),
        depreciationDong: dongArgument(depreciationDong, "khấu hao"),
      }
    : undefined;
  const autonomy = orThrow(
    computeAutonomy({ incomeDong, spendingDong, ...(investment === undefined ? {} : { investment }) }),
  );
  return [Number(autonomy.percentText), AUTONOMY_GROUPS[autonomy.group]];
}

function isFigure(raw: Raw): boolean {
  return typeof raw === "number" || (typeof raw === "string" && /^[\s\d.,+-]*\d[\s\d.,đ]*$/.test(raw));
}

const KINDS: Readonly<Record<string, "income" | "spending" | "own" | "depreciation">> = {
  a: "income",
  thu: "income",
  b: "spending",
  chi: "spending",
  dautu: "own",
  khauhao: "depreciation",
};

/** "11.1.a" and its like are sources of income (NĐ 60/2021 Đ.11); other kinds by their name. */
function kindOf(raw: Raw): string | null {
  const typed = optionalText(raw, "loại");
  if (typed === null) return null;
  return /^\d+\.\d/.test(typed) ? "code" : (KINDS[foldKey(typed)] ?? null);
}

/** Rows "kind | amount": every kind added up, one answer. */
function fromKinds(rows: readonly unknown[][]): Answer {
  const of = (kind: string) => rows.filter((row) => kindOf(row[0]) === kind);
  const sum = (kind: string, name: string) =>
    addDong(dong(0), ...of(kind).map((row) => dongArgument(row[1], name)));
  const unknown = rows.find((row) => kindOf(row[0]) === null);
  if (unknown !== undefined)
    throw cellError({
      kind: "VALUE",
      vi: `Không hiểu loại “${text(unknown[0], "loại")}”; ghi A, B, ĐẦU TƯ, KHẤU HAO hoặc mã nguồn thu như 11.1.a.`,
    });
  const coded = of("code");
  const income = coded.length === 0 ? dong(0) : readIncome(coded);
  const optional = (kind: string, name: string) => (of(kind).length === 0 ? null : sum(kind, name));
  return answer({
    incomeDong: addDong(income, sum("income", "thu (A)")),
    spendingDong: sum("spending", "chi (B)"),
    ownDong: optional("own", "đầu tư"),
    depreciationDong: optional("depreciation", "khấu hao"),
  });
}

/** One year or unit a row: [label,] A, B [, investment, depreciation]. A row that has no answer says why and stops no other. */
function fromYears(rows: readonly unknown[][]): Answer[] {
  const first = rows.find((row) => row.filter(isFigure).length >= 2) ?? [];
  const from = first.length > 2 && first.length !== 4 ? 1 : 0;
  return rows.map((row) => {
    const [income, spending, own, depreciation] = row.slice(from);
    try {
      return answer({
        incomeDong: dongArgument(income, "thu (A)"),
        spendingDong: dongArgument(spending, "chi (B)"),
        ownDong: own ?? null,
        depreciationDong: depreciation ?? null,
      });
    } catch (error) {
      // A cell error, Excel's own or ours, is the row's answer; anything else is a fault and goes on.
      const { code, message } = error as { code?: unknown; message?: unknown };
      if (typeof code !== "string" || typeof message !== "string") throw error;
      return ["", message];
    }
  });
}

/** The table form: rows of kinds give one answer, rows of years one each, under a heading when there is one. */
function fromTable(raw: Raw): Answer[] {
  const all = rowsOf(raw);
  const isHeading = (row: readonly unknown[]) => !row.some(isFigure);
  const [first] = all;
  const headed = first !== undefined && all.length > 1 && isHeading(first);
  const rows = headed ? all.slice(1) : all;
  if (rows.length === 0 || rows.some((row) => row.length < 2)) {
    throw cellError({
      kind: "VALUE",
      vi: "Chỉ nhập thu (A) thì phải là bảng: loại và số tiền, hoặc A và B theo từng năm.",
    });
  }
  // Two columns whose first holds words or codes name kinds; amounts side by side are years.
  const byKind = rows.every((row) => row.length === 2 && (kindOf(row[0]) === "code" || !isFigure(row[0])));
  if (byKind) return [fromKinds(rows)];
  const answers = fromYears(rows);
  return headed ? [HEADER, ...answers] : answers;
}

/**
 * Mức tự bảo đảm chi thường xuyên A ÷ B × 100 % và nhóm tự chủ theo Nghị định 60/2021/NĐ-CP.
 * @customfunction TUCHU
 * @helpurl https://localhost:8787/huong-dan/ham/tuchu
 * @param {any[][]} thu A, đồng; hoặc bảng mã nguồn thu (11.1.a, 11.1.c, 11.2.a…), số tiền, phần trừ. Bỏ trống B: bảng loại và số tiền, hoặc A và B mỗi năm một dòng.
 * @param {any[][]} [chi] B, đồng; hoặc bảng các khoản chi thường xuyên, số tiền ở cột cuối. Bỏ trống khi A là bảng đủ cả hai.
 * @param {any} [dauTu] Nguồn tự bảo đảm chi đầu tư, đồng; chỉ cần khi xét nhóm 1.
 * @param {any} [khauHao] Khấu hao và hao mòn tài sản một năm, đồng; chỉ cần khi xét nhóm 1.
 * @returns {any[][]} Tỷ lệ % (cắt ở 2 chữ số thập phân) và tên nhóm; bảng theo năm cho mỗi năm một dòng.
 */
export function tuChu(thu: any[][], chi?: any[][], dauTu?: any, khauHao?: any): any[][] {
  const hasSpending = chi !== undefined && chi !== null && rowsOf(chi).length > 0;
  return exactly(() => {
    if (!hasSpending) return fromTable(thu).map((row) => [...row]);
    const amounts = { incomeDong: readIncome(thu), spendingDong: readSpending(chi) };
    return [[...answer({ ...amounts, ownDong: dauTu ?? null, depreciationDong: khauHao ?? null })]];
  });
}

export const texts = {
  en: {
    description: "Degree of financial autonomy A ÷ B × 100 % and its group, by Decree 60/2021/NĐ-CP.",
    params: {
      thu: "A in đồng; or a table of source (11.1.a, 11.1.c, 11.2.a …), amount, what is taken off. Without B: a table of kind and amount, or A and B with one year a row.",
      chi: "B in đồng; or a table of regular spending with amounts in the last column. Left out when A is a table of both.",
      dauTu: "Own money for investment in đồng; only for group 1.",
      khauHao: "Depreciation and wear of a year in đồng; only for group 1.",
    },
  },
} satisfies FunctionTexts<"thu" | "chi" | "dauTu" | "khauHao">;

export const examples: readonly Example[] = [
  {
    args: [855_000_000, 1_000_000_000],
    value: [[85.5, "Nhóm 3: tự bảo đảm từ 70 % đến dưới 100 % chi thường xuyên"]],
  },
  {
    args: [
      [
        ["11.1.a", 600_000_000],
        ["11.1.c", 400_000_000],
        ["11.2.a", 99_000_000],
      ],
      1_000_000_000,
    ],
    value: [[69.9, "Nhóm 3: tự bảo đảm từ 30 % đến dưới 70 % chi thường xuyên"]],
  },
  { args: [1_000_000_000, 1_000_000_000], value: [[100, "Nhóm 2: tự bảo đảm chi thường xuyên"]] },
  {
    args: [1_000_000_000, 1_000_000_000, 50_000_000, 50_000_000],
    value: [[100, "Nhóm 1: tự bảo đảm chi thường xuyên và chi đầu tư"]],
  },
  {
    args: [
      [
        ["Năm", "Thu (A)", "Chi (B)"],
        [2024, 600_000_000, 1_000_000_000],
        [2025, 855_000_000, 1_000_000_000],
      ],
    ],
    value: [
      ["Mức tự bảo đảm (%)", "Nhóm tự chủ"],
      [60, "Nhóm 3: tự bảo đảm từ 30 % đến dưới 70 % chi thường xuyên"],
      [85.5, "Nhóm 3: tự bảo đảm từ 70 % đến dưới 100 % chi thường xuyên"],
    ],
  },
  {
    args: [
      [
        ["11.1.a", 600_000_000],
        ["11.2.a", 99_000_000],
        ["B", 700_000_000],
        ["B", 300_000_000],
      ],
    ],
    value: [[69.9, "Nhóm 3: tự bảo đảm từ 30 % đến dưới 70 % chi thường xuyên"]],
  },
  {
    args: [
      [
        ["Thuê ngoài", 5],
        ["B", 10],
      ],
    ],
    error: "#VALUE!",
  },
  { args: [855_000_000], error: "#VALUE!" },
  { args: [[[9_000_000_000_000_000], [9_000_000_000_000_000]], 1_000_000_000], error: "#NUM!" },
  { args: [1_000_000_000, 0], error: "#VALUE!" },
  { args: [[["12.9", 5]], 1_000_000_000], error: "#VALUE!" },
];
