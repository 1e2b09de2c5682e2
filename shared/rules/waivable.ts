/** Which rules a reviewer may waive: those that weigh a plan, never those without which nothing can be read or computed. */
import { RULES } from "./index.ts";
import type { Rule } from "./types.ts";

/** A Vietnamese sentence, or null when the rule can be waived. */
export function whyNotWaivable(id: string): string | null {
  const rule = RULES.find((each) => each.id === id);
  if (rule === undefined) return `Không có quy tắc “${id}”.`;
  if (rule.foundBy === "recompute")
    return `${id} so số trong ô với số tính lại; số sai thì phải sửa, không miễn được.`;
  if (rule.foundBy === "reader" || rule.stage === "shape" || rule.category === "so-lam-viec")
    return `${id} kiểm cấu trúc của sổ; không có nó thì không đọc được sổ, nên không miễn được.`;
  if (rule.stage === "cross-submission")
    return `${id} so với hồ sơ khác và chỉ để tham khảo; không có gì phải miễn.`;
  return null;
}

/** A rule that can block is waived by two people, also while it is on trial. */
export function waivingNeedsTwo(id: string, rules: readonly Rule[] = RULES): boolean {
  return rules.find((each) => each.id === id)?.severity === "error";
}
