/**
 * What became of an ordered đề án, folded from its records: progress, changes and stops (TT 36/2013/TT-BCT Đ.11),
 * acceptance, advances, liquidation, settlement (Đ.12–19). Records are only added; a wrong one is cancelled by another.
 */
import { formatDate, type IsoDate } from "../kernel/date.ts";
import { addDong, dong, subtractDong, type Dong } from "../kernel/money.ts";
import type { Fund } from "./shapes.ts";
import type { Role, State } from "./states.ts";

export const RECORD_KINDS = [
  "progress",
  "change",
  "stop",
  "acceptance",
  "advance",
  "refund",
  "liquidation",
  "settlement",
  "effective",
  "cancel",
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export const RECORD_LABEL = {
  progress: { vi: "Báo cáo tiến độ", en: "Progress report" },
  change: { vi: "Điều chỉnh", en: "Change" },
  stop: { vi: "Ngừng thực hiện", en: "Stop" },
  acceptance: { vi: "Nghiệm thu cơ sở", en: "Acceptance" },
  advance: { vi: "Tạm ứng", en: "Advance" },
  refund: { vi: "Hoàn trả tạm ứng", en: "Refund of an advance" },
  liquidation: { vi: "Thanh lý hợp đồng", en: "Liquidation" },
  settlement: { vi: "Quyết toán", en: "Settlement" },
  effective: { vi: "Đánh giá hiệu quả", en: "Mark of effect" },
  cancel: { vi: "Hủy một bản ghi", en: "Cancel a record" },
} as const satisfies Record<RecordKind, { vi: string; en: string }>;

/** Who writes which record: the centre reports, the department accepts, whoever gives the money says what was given. */
export const RECORD_ROLES: Readonly<Record<Exclude<RecordKind, "cancel">, readonly Role[]>> = {
  progress: ["drafter", "province"],
  change: ["drafter", "province", "ministry"],
  stop: ["province", "ministry"],
  acceptance: ["province", "ministry"],
  advance: ["province", "ministry"],
  refund: ["province", "ministry"],
  liquidation: ["province", "ministry"],
  settlement: ["province", "ministry"],
  effective: ["province", "ministry"],
};

const WORKING: readonly State[] = ["in_progress"];
const UNTIL_SETTLED: readonly State[] = ["in_progress", "accepted_work"];

/** States of the whole order in which a kind of record may be written or cancelled. */
export const RECORD_STATES: Readonly<Record<Exclude<RecordKind, "cancel">, readonly State[]>> = {
  progress: WORKING,
  change: WORKING,
  stop: WORKING,
  acceptance: WORKING,
  advance: UNTIL_SETTLED,
  refund: UNTIL_SETTLED,
  liquidation: UNTIL_SETTLED,
  settlement: UNTIL_SETTLED,
  effective: [...UNTIL_SETTLED, "settled"],
};

/** What a change may be about, as Đ.11 tells them apart. */
export const CHANGE_KINDS = [
  "support-more",
  "support-less",
  "content",
  "next-year",
  "within-year",
  "place",
  "beneficiary",
  "partner",
  "other",
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export const CHANGE_LABEL = {
  "support-more": { vi: "Tăng kinh phí hỗ trợ", en: "More support" },
  "support-less": { vi: "Giảm kinh phí hỗ trợ", en: "Less support" },
  content: { vi: "Thay đổi nội dung hoạt động", en: "Change of content" },
  "next-year": { vi: "Gia hạn sang năm sau", en: "Into the next year" },
  "within-year": { vi: "Thời gian trong năm tài chính", en: "Time within the year" },
  place: { vi: "Địa điểm", en: "Place" },
  beneficiary: { vi: "Đơn vị thụ hưởng", en: "Beneficiary" },
  partner: { vi: "Đơn vị phối hợp", en: "Partner" },
  other: { vi: "Điều chỉnh khác", en: "Other" },
} as const satisfies Record<ChangeKind, { vi: string; en: string }>;

/** What only some kinds of record have. */
export interface RecordDetail {
  readonly change?: ChangeKind;
  /** The new support or the new last day of a change. */
  readonly newSupportDong?: Dong;
  readonly newEnd?: IsoDate;
  /** "effective": whether it proved so. */
  readonly effective?: boolean;
  /** "cancel": the record that no longer counts. */
  readonly cancels?: string;
}

export interface WorkRecord {
  readonly id: string;
  readonly deAnCode: string;
  readonly kind: RecordKind;
  readonly on: IsoDate;
  /** Whole per cent of the work, 0…100. */
  readonly percent: number | null;
  readonly amountDong: Dong | null;
  readonly detail: RecordDetail;
  /** Number and day of the paper it rests on. */
  readonly document: string;
  readonly note: string;
}

/** A đề án as it was ordered. */
export interface OrderedLine {
  readonly code: string;
  readonly name: string;
  readonly content: number | null;
  readonly kind: string | null;
  readonly fund: Fund | null;
  readonly place: string;
  /** Made for a group: place and beneficiary were not named yet (TT 36/2013 Đ.11 khoản 4). */
  readonly grouped: boolean;
  readonly end: IsoDate | null;
  readonly supportDong: Dong;
}

export const WORK_STATES = [
  "not-started",
  "running",
  "stopped",
  "accepted",
  "liquidated",
  "settled",
] as const;
export type WorkState = (typeof WORK_STATES)[number];

export const WORK_STATE_LABEL = {
  "not-started": { vi: "Chưa bắt đầu", en: "Not begun" },
  running: { vi: "Đang thực hiện", en: "Under way" },
  stopped: { vi: "Đã ngừng", en: "Stopped" },
  accepted: { vi: "Đã nghiệm thu", en: "Accepted" },
  liquidated: { vi: "Đã thanh lý", en: "Liquidated" },
  settled: { vi: "Đã quyết toán", en: "Settled" },
} as const satisfies Record<WorkState, { vi: string; en: string }>;

export interface LineWork {
  readonly state: WorkState;
  readonly percent: number;
  /** Support ordered, after approved changes. */
  readonly supportDong: Dong;
  readonly end: IsoDate | null;
  readonly advancedDong: Dong;
  readonly refundedDong: Dong;
  readonly accepted: WorkRecord | null;
  readonly liquidated: WorkRecord | null;
  readonly settled: WorkRecord | null;
  readonly stopped: WorkRecord | null;
  /** Null until somebody judged it. */
  readonly effective: boolean | null;
  readonly lastOn: IsoDate | null;
}

const ZERO = dong(0);

/** Records that count: those of the đề án that no later one cancels, in the order they were written. */
export function standing(records: readonly WorkRecord[], code: string): WorkRecord[] {
  const cancelled = new Set(records.flatMap(({ detail }) => detail.cancels ?? []));
  return records.filter(
    ({ id, deAnCode, kind }) => deAnCode === code && kind !== "cancel" && !cancelled.has(id),
  );
}

function sum(records: readonly WorkRecord[], kind: RecordKind): Dong {
  return addDong(
    ...records.filter((record) => record.kind === kind).map(({ amountDong }) => amountDong ?? ZERO),
  );
}

function last(records: readonly WorkRecord[], kind: RecordKind): WorkRecord | null {
  return records.filter((record) => record.kind === kind).at(-1) ?? null;
}

function stateOf(records: readonly WorkRecord[]): WorkState {
  if (last(records, "settlement") !== null) return "settled";
  if (last(records, "liquidation") !== null) return "liquidated";
  if (last(records, "stop") !== null) return "stopped";
  if (last(records, "acceptance") !== null) return "accepted";
  return records.length > 0 ? "running" : "not-started";
}

export function foldWork(line: OrderedLine, records: readonly WorkRecord[]): LineWork {
  const own = standing(records, line.code);
  const supports = own.flatMap(({ detail }) => detail.newSupportDong ?? []);
  const ends = own.flatMap(({ detail }) => detail.newEnd ?? []);
  const accepted = last(own, "acceptance");
  const percents = own.flatMap(({ kind, percent }) =>
    kind === "progress" && percent !== null ? [percent] : [],
  );
  return {
    state: stateOf(own),
    percent: accepted === null ? (percents.at(-1) ?? 0) : 100,
    supportDong: supports.at(-1) ?? line.supportDong,
    end: ends.at(-1) ?? line.end,
    advancedDong: sum(own, "advance"),
    refundedDong: sum(own, "refund"),
    accepted,
    liquidated: last(own, "liquidation"),
    settled: last(own, "settlement"),
    stopped: last(own, "stop"),
    effective: last(own, "effective")?.detail.effective ?? null,
    lastOn: own.reduce<IsoDate | null>(
      (latest, { on }) => (latest === null || on > latest ? on : latest),
      null,
    ),
  };
}

export interface WorkMoney {
  /** Advanced and not given back. */
  readonly heldDong: Dong;
  /** What may still be paid, and what must be given back: one of them is 0. */
  readonly toPayDong: Dong;
  readonly toRefundDong: Dong;
}

/** Advances against what was accepted; a stopped đề án without acceptance owes all of its advance. */
export function moneyOf(work: LineWork): WorkMoney {
  const held = subtractDong(work.advancedDong, work.refundedDong);
  const paid = work.settled !== null;
  const accepted = work.accepted?.amountDong ?? ZERO;
  const rest = subtractDong(accepted, held);
  const known = work.accepted !== null || work.stopped !== null;
  return {
    heldDong: held,
    toPayDong: !paid && known && rest > 0 ? rest : ZERO,
    toRefundDong: known && rest < 0 ? dong(-rest) : ZERO,
  };
}

/** Why the whole order cannot move on yet, a sentence for each đề án in the way; none when it can. */
export function blockers(
  lines: readonly OrderedLine[],
  records: readonly WorkRecord[],
  goal: "accepted_work" | "settled",
): string[] {
  return lines.flatMap((line) => {
    const work = foldWork(line, records);
    const { toRefundDong } = moneyOf(work);
    if (goal === "accepted_work") {
      const done = work.accepted !== null || work.stopped !== null;
      return done ? [] : [`${line.code}: chưa nghiệm thu và cũng chưa ngừng.`];
    }
    const closed = work.settled !== null || (work.stopped !== null && work.accepted === null);
    if (!closed) return [`${line.code}: đã nghiệm thu nhưng chưa quyết toán.`];
    return toRefundDong > 0 ? [`${line.code}: còn tạm ứng phải hoàn trả.`] : [];
  });
}

export function describeRecord({ kind, on, percent, detail }: WorkRecord): string {
  const what =
    detail.change === undefined
      ? RECORD_LABEL[kind].vi
      : `${RECORD_LABEL[kind].vi}: ${CHANGE_LABEL[detail.change].vi}`;
  return `${what}, ${formatDate(on)}${percent === null ? "" : `, ${percent} %`}`;
}
