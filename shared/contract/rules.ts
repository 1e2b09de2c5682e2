/** The rule book as it counts on a day, with everything published about its rules. */
import { z } from "zod";
import type { IsoDate } from "../kernel/date.ts";
import { STAGES } from "../kernel/finding.ts";
import { RULE_MODES } from "../law/rule-settings.ts";
import type { LawBook } from "../law/types.ts";
import { RULES } from "../rules/index.ts";
import { basisText, ruleSetVersion } from "../rules/run.ts";
import { modeAt } from "../rules/settings.ts";

const SettingSchema = z.object({ mode: z.enum(RULE_MODES), from: z.string(), reason: z.string() });

const RuleStateSchema = z
  .object({
    id: z.string(),
    severity: z.enum(["error", "warning", "info"]).meta({ description: "Mức khi áp dụng đủ" }),
    category: z.string(),
    stage: z.enum(STAGES),
    title: z.object({ vi: z.string(), en: z.string() }),
    basis: z.string(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    related: z.array(z.string()),
    figures: z.array(z.string()).optional(),
    trial: z.literal(true).optional().meta({ description: "Phát hành ở dạng thử nghiệm" }),
    foundBy: z
      .enum(["reader", "recompute"])
      .optional()
      .meta({ description: "Tìm ra khi đọc hoặc tính lại sổ: luôn áp dụng" }),
    mode: z.enum(RULE_MODES).meta({ description: "trial: chỉ cảnh báo; live: đủ mức; off: tắt" }),
    settings: z.array(SettingSchema).meta({ description: "Mọi trạng thái đã công bố, kể cả cho ngày sau" }),
  })
  .meta({ id: "RuleState" });
export type RuleState = z.infer<typeof RuleStateSchema>;

export const RuleBookSchema = z
  .object({ version: z.string(), date: z.string(), rules: z.array(RuleStateSchema) })
  .meta({ id: "RuleBook" });
export type RuleBook = z.infer<typeof RuleBookSchema>;

export const RuleQuerySchema = z.object({
  date: z.iso.date().optional().meta({ description: "Ngày xét trạng thái; bỏ trống là hôm nay" }),
});

/** Every rule with its state on the day. */
export function ruleBookAt(law: LawBook, date: IsoDate): RuleBook {
  const { ruleSettings = [] } = law;
  const rules = RULES.map((rule): RuleState => {
    const { check: _check, basis, related, figures, ...declared } = rule;
    return {
      ...declared,
      related: [...related],
      ...(figures === undefined ? {} : { figures: [...figures] }),
      basis: basisText(basis, law),
      mode: modeAt(rule, law, date).mode,
      settings: ruleSettings
        .filter((setting) => setting.rule === rule.id)
        .map(({ mode, from, reason }) => ({ mode, from, reason })),
    };
  });
  return { version: ruleSetVersion(RULES, ruleSettings), date, rules };
}
