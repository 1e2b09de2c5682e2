/**
 * Waivers: one rule need not hold for one submission, for a named reason. Kept as steps that are only added; what they
 * come to is worked out here. A rule that can block is waived by two people.
 */
import type { Waived } from "../kernel/finding.ts";
import { vietnamDayOf } from "../kernel/date.ts";
import type { Role } from "./states.ts";

/** Those who grant, confirm and revoke. */
export const WAIVER_ROLES = ["ministry"] as const satisfies readonly Role[];

/** `grant`: in force at once, for what only warns. `propose`: waits for another person. */
export const WAIVER_STEPS = ["grant", "propose", "confirm", "refuse", "revoke"] as const;
export type WaiverStep = (typeof WAIVER_STEPS)[number];

export const WAIVER_ACTIONS = [
  "waiver-grant",
  "waiver-propose",
  "waiver-confirm",
  "waiver-refuse",
  "waiver-revoke",
] as const satisfies readonly `waiver-${WaiverStep}`[];
export type WaiverAction = (typeof WAIVER_ACTIONS)[number];

export const WAIVER_LABEL = {
  "waiver-grant": { vi: "Miễn một quy tắc", en: "Waive a rule" },
  "waiver-propose": { vi: "Đề nghị miễn một quy tắc", en: "Propose waiving a rule" },
  "waiver-confirm": { vi: "Xác nhận miễn quy tắc", en: "Confirm the waiver" },
  "waiver-refuse": { vi: "Không đồng ý miễn quy tắc", en: "Refuse the waiver" },
  "waiver-revoke": { vi: "Thu hồi việc miễn quy tắc", en: "Revoke the waiver" },
} as const satisfies Record<WaiverAction, { vi: string; en: string }>;

export function isWaiverAction(action: string): action is WaiverAction {
  return WAIVER_ACTIONS.some((each) => each === action);
}

export const WAIVER_STATES = ["proposed", "granted", "refused", "revoked"] as const;
export type WaiverState = (typeof WAIVER_STATES)[number];

export interface WaiverRecord {
  readonly waiver: string;
  readonly step: WaiverStep;
  readonly rule: string;
  readonly reason: string;
  readonly personId: string;
  readonly personName: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** Somebody, when, and what they wrote. */
export interface WaiverWord {
  readonly id: string;
  readonly name: string;
  readonly at: string;
  readonly note: string;
}

export interface Waiver {
  readonly id: string;
  readonly rule: string;
  readonly state: WaiverState;
  readonly reason: string;
  readonly by: WaiverWord;
  /** Who confirmed or refused; null where nobody had to, or has yet. */
  readonly decided: WaiverWord | null;
  readonly revoked: WaiverWord | null;
}

/** Whoever waived it, one or both. */
export function peopleOf({ by, confirmedBy }: Pick<Waived, "by" | "confirmedBy">): string {
  return confirmedBy === null ? by : `${by}, ${confirmedBy}`;
}

/** What counts when a workbook is judged: goes into the receipt, so that the verdict can be made again. */
export interface CountedWaiver extends Waived {
  readonly rule: string;
}

const wordOf = ({ personId, personName, at, reason }: WaiverRecord): WaiverWord => ({
  id: personId,
  name: personName,
  at,
  note: reason,
});

export const STATE_AFTER: Readonly<Record<WaiverStep, WaiverState>> = {
  grant: "granted",
  propose: "proposed",
  confirm: "granted",
  refuse: "refused",
  revoke: "revoked",
};

/** @param records of one submission, oldest first */
export function waiversOf(records: readonly WaiverRecord[]): Waiver[] {
  const waivers = new Map<string, Waiver>();
  for (const record of records) {
    const known = waivers.get(record.waiver);
    const state = STATE_AFTER[record.step];
    const word = wordOf(record);
    if (known === undefined) {
      const { waiver: id, rule, reason } = record;
      waivers.set(id, { id, rule, state, reason, by: word, decided: null, revoked: null });
    } else if (record.step === "revoke") waivers.set(known.id, { ...known, state, revoked: word });
    else waivers.set(known.id, { ...known, state, decided: word });
  }
  return [...waivers.values()];
}

/** The one about a rule that is neither refused nor revoked. */
export function openWaiver<W extends Pick<Waiver, "rule" | "state">>(
  waivers: readonly W[],
  rule: string,
): W | null {
  return (
    waivers.find((each) => each.rule === rule && (each.state === "proposed" || each.state === "granted")) ??
    null
  );
}

/** Day from which it counts: the second person's, where there is one. */
function dayOf({ by, decided }: Waiver): string {
  return vietnamDayOf((decided ?? by).at);
}

export function countedWaivers(waivers: readonly Waiver[]): CountedWaiver[] {
  return waivers
    .filter(({ state }) => state === "granted")
    .map((each) => ({
      id: each.id,
      rule: each.rule,
      reason: each.reason,
      by: each.by.name,
      confirmedBy: each.decided?.name ?? null,
      on: dayOf(each),
    }));
}

/** What waives a finding, or null: an error only what two people have agreed on. */
export function waiverFor(
  waivers: readonly CountedWaiver[],
  finding: { readonly rule: string; readonly severity: string },
): Waived | null {
  const found = waivers.find(
    ({ rule, confirmedBy }) =>
      rule === finding.rule && (finding.severity !== "error" || confirmedBy !== null),
  );
  if (found === undefined) return null;
  const { rule: _rule, ...waived } = found;
  return waived;
}
