/** The verdict on a workbook with the data now in force, or a problem when its figures are beyond exact arithmetic. */
import type { FlatWorkbook } from "../../shared/kernel/flat.ts";
import type { CountedWaiver } from "../../shared/plan/waivers.ts";
import type { Book } from "../../shared/contract/book.ts";
import { judgeWorkbook, type Verdict } from "../../shared/workbook/judge.ts";
import { HttpProblem } from "../http/problem.ts";

/** Money arithmetic refuses what it cannot hold exactly; a workbook with such sums is wrong, not the server. Problem: shape. */
export function judgeOrRefuse(
  workbook: FlatWorkbook,
  { law, norms }: Pick<Book, "law" | "norms">,
  waivers: readonly CountedWaiver[] = [],
): Verdict {
  try {
    return judgeWorkbook(workbook, law, norms, waivers);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new HttpProblem(
      "shape",
      "Sổ có số lượng × đơn giá hoặc tổng vượt 9.007.199.254.740.991 đồng; hãy xem lại các số rất lớn.",
      { errors: [{ pointer: "/workbook", detail: "Số tiền vượt giới hạn tính chính xác." }] },
    );
  }
}
