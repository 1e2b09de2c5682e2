/** Sums over KC_DuToan by mã đề án, as several sheets need them. */
import { FIRST_ROW } from "../sheet-def.ts";

export const COST_NAME = "KC_DuToan";
export const COST_CAPACITY = 5000;

function costColumn(letter: string): string {
  return `${COST_NAME}!$${letter}$${FIRST_ROW}:$${letter}$${FIRST_ROW + COST_CAPACITY - 1}`;
}

/** Sum of one column of the cost lines of the đề án whose code stands in column A of the row. */
export function sumOfCostLines(letter: string): (row: number) => string {
  return (row) => `=SUMIFS(${costColumn(letter)},${costColumn("A")},$A${row})`;
}
