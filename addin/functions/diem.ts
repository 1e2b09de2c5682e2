import { weightedScore } from "../../shared/allocation/score.ts";
import { fail } from "../../shared/kernel/result.ts";
import { quantityArgument } from "./lib/coerce.ts";
import { orThrow } from "./lib/errors.ts";
import { rowsOf } from "./lib/table.ts";
import type { Example, FunctionTexts } from "./lib/texts.ts";

/**
 * Điểm thẩm định theo trọng số: tổng (điểm × trọng số) ÷ tổng trọng số, mỗi đề án một dòng.
 * @customfunction DIEM
 * @helpurl https://localhost:8787/huong-dan/ham/diem
 * @param {any[][]} bangDiem Bảng điểm: mỗi dòng một đề án, mỗi cột một tiêu chí.
 * @param {any[][]} trongSo Trọng số của từng tiêu chí, một dòng hoặc một cột; không cần cộng bằng 100.
 * @returns {any[][]} Một cột điểm, làm tròn nửa lên đến 4 chữ số thập phân.
 */
export function diem(bangDiem: any[][], trongSo: any[][]): any[][] {
  const weights = rowsOf(trongSo)
    .flat()
    .map((cell, i) => quantityArgument(cell, `trọng số ${i + 1}`));
  const rows = rowsOf(bangDiem);
  if (rows.length === 0)
    orThrow(fail("VALUE", "score-shape", "Bảng điểm đang trống.", "The score table is empty."));
  const one = rows.length === weights.length && rows.every((row) => row.length === 1) && weights.length > 1;
  const lines = one ? [rows.flat()] : rows;
  return lines.map((row, r) => {
    const scores = row.map((cell, c) => quantityArgument(cell, `điểm dòng ${r + 1}, cột ${c + 1}`));
    return [Number(orThrow(weightedScore(scores, weights)))];
  });
}

export const texts = {
  en: {
    description: "Weighted appraisal score, one row for each project.",
    params: {
      bangDiem: "Scores: a row for each project, a column for each criterion.",
      trongSo: "Weight of each criterion.",
    },
  },
} satisfies FunctionTexts<"bangDiem" | "trongSo">;

export const examples: readonly Example[] = [
  {
    args: [
      [
        [80, 90],
        [60, 100],
      ],
      [[70, 30]],
    ],
    value: [[83], [72]],
  },
  { args: [[[1, 2]], [[1, 2]]], value: [[1.6667]] },
  { args: [[[1, 2]], [[1]]], error: "#VALUE!" },
  { args: [[[1, 2]], [[0, 0]]], error: "#VALUE!" },
];
