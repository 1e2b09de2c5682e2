/** Has Excel work out every formula again, custom functions included: after what they compute with has changed. */
import { inExcel } from "./problem.ts";

export function recalculate(): Promise<void> {
  return inExcel(async (context) => {
    context.workbook.application.calculate("Full");
    await context.sync();
  });
}
