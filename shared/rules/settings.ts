/** How a rule counts on a day: as it ships, or as the steward published; and what may not be published about it. */
import { PRINCIPLE } from "../kernel/citation.ts";
import type { IsoDate } from "../kernel/date.ts";
import { findDocument, valueAt } from "../law/read.ts";
import { settingAt } from "../law/rule-settings.ts";
import type { LawBook, RuleMode, RuleSetting } from "../law/types.ts";
import type { Rule } from "./types.ts";

export interface RuleState {
  readonly mode: RuleMode;
  /** The published setting behind it; null = as shipped. */
  readonly setting: RuleSetting | null;
}

/** `date` null: a workbook or table without a date is judged by the newest setting. */
export function modeAt(rule: Rule, law: LawBook, date: IsoDate | null): RuleState {
  const setting = settingAt(law, rule.id, date);
  return { mode: setting?.mode ?? (rule.trial === true ? "trial" : "live"), setting };
}

/** Ids of parameters a rule's `figures` name; "*" stands for anything. */
function figuresOf({ figures = [] }: Rule, law: LawBook): LawBook["parameters"] {
  const patterns = figures.map(
    (figure) => new RegExp(`^${figure.replaceAll(".", "\\.").replaceAll("*", ".*")}$`),
  );
  return law.parameters.filter(({ id }) => patterns.some((pattern) => pattern.test(id)));
}

/** What the rule stands on that nobody has read in the law's own text, by name; from the day a setting counts. */
function unreadGrounds(rule: Rule, law: LawBook, from: IsoDate): string[] {
  const { basis } = rule;
  const document = basis === PRINCIPLE ? null : findDocument(law, basis.doc);
  const figures = figuresOf(rule, law).filter((parameter) => {
    const value = valueAt(parameter, from)?.value;
    return value !== undefined && value.value !== null && value.verified !== "text";
  });
  return [
    ...(document === null || document.verified === "text" ? [] : [document.soHieu]),
    ...figures.map(({ label, id }) => `${label.vi} (${id})`),
  ];
}

const NAMED_AT_MOST = 3;

/** Sentences that speak against a setting; none when it may be proposed. */
export function problemsOfSetting(rules: readonly Rule[], law: LawBook, setting: RuleSetting): string[] {
  const rule = rules.find(({ id }) => id === setting.rule);
  if (rule === undefined) return [`Không có quy tắc “${setting.rule}”.`];
  if (rule.foundBy !== undefined)
    return [
      `Quy tắc ${rule.id} là việc đọc và tính lại sổ, không phải một điều kiện: luôn áp dụng, không thử nghiệm và không tắt.`,
    ];
  if (setting.mode !== "live" || rule.severity !== "error") return [];
  const unread = unreadGrounds(rule, law, setting.from);
  if (unread.length === 0) return [];
  const rest = unread.length - NAMED_AT_MOST;
  const named = unread.slice(0, NAMED_AT_MOST).join("; ") + (rest > 0 ? ` và ${rest} căn cứ khác` : "");
  return [
    `Quy tắc ${rule.id} dựa trên số liệu hoặc văn bản chưa đối chiếu nguyên văn (${named}) nên không được chặn; hãy đối chiếu trước, hoặc để thử nghiệm.`,
  ];
}
