/** The law data: every dated value cites a registered document in force on the days it is used (shared/law/validate.ts). */
import { countLaw } from "../shared/law/counts.ts";
import type { LawBook } from "../shared/law/types.ts";
import { validateLawBook } from "../shared/law/validate.ts";
import type { CheckResult } from "./lib/check.ts";

export function law(book: LawBook): CheckResult {
  const { parameters, values, byVerified, unknown } = countLaw(book);
  const marks = `${byVerified.text} text, ${byVerified.secondary} secondary, ${byVerified.memory} memory; ${unknown} unknown`;
  return {
    name: "law",
    unit: `values of ${parameters} parameters and of provinces (${marks})`,
    examined: values,
    problems: validateLawBook(book).map(({ code, vi }) => `${code}: ${vi}`),
  };
}
