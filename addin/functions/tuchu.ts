import { addDong, dong, type Dong } from "../../shared/kernel/money.ts";
import { AUTONOMY_GROUPS, computeAutonomy, computeIncome, type Income } from "../../shared/norms/autonomy.ts";
import { dongArgument, optionalDecimal, optionalText, text, type Raw } from "./lib/coerce.ts";
import { exactly, orThrow } from "./lib/errors.ts";
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

/**
 * Mức tự bảo đảm chi thường xuyên A ÷ B × 100 % và nhóm tự chủ theo Nghị định 60/2021/NĐ-CP.
 * @customfunction TUCHU
 * @helpurl https://localhost:8787/huong-dan/ham/tuchu
 * @param {any[][]} thu A, đồng; hoặc bảng mã nguồn thu (11.1.a, 11.1.c, 11.2.a…), số tiền, phần trừ.
 * @param {any[][]} chi B, đồng; hoặc bảng các khoản chi thường xuyên, số tiền ở cột cuối.
 * @param {any} [dauTu] Nguồn tự bảo đảm chi đầu tư, đồng; chỉ cần khi xét nhóm 1.
 * @param {any} [khauHao] Khấu hao và hao mòn tài sản một năm, đồng; chỉ cần khi xét nhóm 1.
 * @returns {any[][]} Tỷ lệ % (cắt ở 2 chữ số thập phân) và tên nhóm.
 */
export function tuChu(thu: any[][], chi: any[][], dauTu?: any, khauHao?: any): any[][] {
  const asked = optionalDecimal(dauTu, "đầu tư") !== null || optionalDecimal(khauHao, "khấu hao") !== null;
  const autonomy = exactly(() =>
    orThrow(
      computeAutonomy({
        incomeDong: readIncome(thu),
        spendingDong: readSpending(chi),
        ...(asked
          ? {
              investment: {
                ownDong: dongArgument(dauTu, "đầu tư"),
                depreciationDong: dongArgument(khauHao, "khấu hao"),
              },
            }
          : {}),
      }),
    ),
  );
  return [[Number(autonomy.percentText), AUTONOMY_GROUPS[autonomy.group]]];
}

export const texts = {
  en: {
    description: "Degree of financial autonomy A ÷ B × 100 % and its group, by Decree 60/2021/NĐ-CP.",
    params: {
      thu: "A in đồng; or a table of source (11.1.a, 11.1.c, 11.2.a …), amount, what is taken off.",
      chi: "B in đồng; or a table of regular spending with amounts in the last column.",
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
  { args: [[[9_000_000_000_000_000], [9_000_000_000_000_000]], 1_000_000_000], error: "#NUM!" },
  { args: [1_000_000_000, 0], error: "#VALUE!" },
  { args: [[["12.9", 5]], 1_000_000_000], error: "#VALUE!" },
];
