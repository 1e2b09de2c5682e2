/**
 * How a rule counts from a day: on trial it only warns and says so, live it has its full severity, off it is silent.
 * Settings are published like values of law and travel with the law book, so that no door can judge without them.
 */
import type { IsoDate } from "../kernel/date.ts";
import type { LawBook, RuleMode, RuleSetting } from "./types.ts";

export const RULE_MODES = ["trial", "live", "off"] as const satisfies readonly RuleMode[];

/** Each setting takes the place of the one about the same rule from the same day. Oldest day first. */
export function withSettings(
  known: readonly RuleSetting[],
  published: readonly RuleSetting[],
): readonly RuleSetting[] {
  const by = new Map([...known, ...published].map((setting) => [`${setting.rule}@${setting.from}`, setting]));
  return [...by.values()].sort((a, b) =>
    a.from === b.from ? (a.rule < b.rule ? -1 : 1) : a.from < b.from ? -1 : 1,
  );
}

/** The newest setting of a rule not later than the day; of all days where a workbook names none. Null: as shipped. */
export function settingAt(
  { ruleSettings = [] }: Pick<LawBook, "ruleSettings">,
  rule: string,
  date: IsoDate | null,
): RuleSetting | null {
  if (ruleSettings.length === 0) return null;
  return ruleSettings.filter((s) => s.rule === rule && (date === null || s.from <= date)).at(-1) ?? null;
}
