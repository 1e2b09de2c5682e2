/** `kc unfreeze FILE.xlsx OUT.xlsx`: the formulas of a frozen workbook again. */
import { convert } from "./freeze.ts";

export function run(args: string[]): Promise<number> {
  return convert("unfreeze", args);
}
