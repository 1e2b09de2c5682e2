/** All waivers side by side: a rule that is waived again and again should be looked at itself. */
import { WAIVER_REGISTER_LIMIT, type WaiverRegister } from "../../shared/contract/waiver.ts";
import { STATE_AFTER, waiversOf } from "../../shared/plan/waivers.ts";
import type { Database } from "../store/database.ts";
import { countWaiverSteps, newestWaiverRecords, type RegisteredRecord } from "../store/waivers.ts";

type RuleCount = WaiverRegister["rules"][number];

async function countRules(db: Database): Promise<RuleCount[]> {
  const counts = new Map<string, RuleCount>();
  for (const { rule, step, waivers } of await countWaiverSteps(db)) {
    const found = counts.get(rule) ?? { rule, proposed: 0, granted: 0, refused: 0, revoked: 0 };
    const state = STATE_AFTER[step];
    counts.set(rule, { ...found, [state]: found[state] + waivers });
  }
  return [...counts.values()].sort((a, b) => b.granted - a.granted || (a.rule < b.rule ? -1 : 1));
}

export async function readWaiverRegister(db: Database): Promise<WaiverRegister> {
  const records = await newestWaiverRecords(db, WAIVER_REGISTER_LIMIT);
  const placeOf = new Map<string, RegisteredRecord>(records.map((record) => [record.waiver, record]));
  const items = waiversOf(records).flatMap((waiver) => {
    const place = placeOf.get(waiver.id);
    if (place === undefined) return [];
    const { submissionId, provinceCode, provinceName, year } = place;
    return [{ ...waiver, submissionId, provinceCode, provinceName, year }];
  });
  return { items: items.toReversed(), rules: await countRules(db) };
}
