/** The ceiling of support: min(percent × cost, cap × count), raised by the priority factor, with the working shown. */
import { weakest, type Verified } from "../kernel/citation.ts";
import type { IsoDate } from "../kernel/date.ts";
import { divideRounded } from "../kernel/money.ts";
import { QUANTITY_SCALE, quantity, type Quantity } from "../kernel/quantity.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { nearestNames } from "../kernel/nearest.ts";
import { findLocalLevel } from "./overlays.ts";
import { citationText, noOwnLevel, readParameter } from "./read.ts";
import { findSupportKind, SUPPORT_KINDS, type SupportKind } from "./support-kinds.ts";
import { supportWorking, type Working } from "./support-working.ts";
import type { LawBook, LocalLevel, Reading, SupportCeiling } from "./types.ts";

/** The law says "không quá 1,5 lần mức hỗ trợ" without saying whether the percent rises with the cap. */
export type PriorityApplies = "cap" | "cap-and-percent";

export interface SupportQuestion {
  readonly kind: string;
  /** Whole cost of the đề án, đồng; 0 when only the cap is asked for. */
  readonly costDong: number;
  /** Units the cap counts (cơ sở, mô hình …); one when absent. */
  readonly count?: Quantity;
  readonly priority: boolean;
  readonly priorityApplies?: PriorityApplies;
  readonly date: IsoDate;
  /** QG = national fund (default), ĐP = local fund. */
  readonly fund?: "QG" | "ĐP";
  /** Today's two-digit code; its own levels are used for the local fund only. */
  readonly province?: string;
}

export interface Levels {
  readonly percent: Reading | null;
  readonly cap: Reading | null;
  readonly level: SupportCeiling["level"];
}

const ONE = quantity(1);
function weakestOf(readings: readonly Reading[]): Verified {
  return weakest(readings.map((reading) => reading.cite.verified)) ?? "text";
}

/** percent (e.g. 2.5) × amount, rounded down: support is "không quá". */
function percentOf(percent: number, amount: bigint, factor: number): bigint {
  const parts = quantity(percent) * quantity(factor);
  return divideRounded(amount * parts, 100n * QUANTITY_SCALE * QUANTITY_SCALE, "down");
}

function capOf(capDong: number, count: Quantity, factor: number): bigint {
  return divideRounded(BigInt(capDong) * count * quantity(factor), QUANTITY_SCALE * QUANTITY_SCALE, "down");
}

function unknownKind(code: string): Result<never> {
  const codes = SUPPORT_KINDS.map((kind) => kind.code);
  const near = nearestNames(code, codes);
  const hint = near.length === 0 ? "" : ` Có phải là ${near.join(", ")}?`;
  return fail(
    "VALUE",
    "support-kind-unknown",
    `Không có loại hỗ trợ “${code}”.${hint} Các mã: ${codes.join(", ")}.`,
    `Unknown kind of support “${code}”.`,
  );
}

/** Percent and cap at the date; a failure when neither is known or when a level exists whose figure is not at hand. */
function readNational(book: LawBook, kind: SupportKind, date: IsoDate): Result<Levels> {
  const percent = readParameter(book, `${kind.code}.TY-LE`, date);
  const cap = readParameter(book, `${kind.code}.TRAN`, date);
  const failures = [cap, percent].flatMap((reading) => (reading.ok ? [] : [reading.error]));
  const missing = failures.find(
    (error) => error.code === "parameter-value-unknown" || error.code === "parameter-not-yet",
  );
  if (percent.ok || cap.ok) {
    const undecided = failures.find((error) => error.code === "parameter-value-unknown");
    if (undecided !== undefined) return { ok: false, error: undecided };
    return ok({
      percent: percent.ok ? percent.value : null,
      cap: cap.ok ? cap.value : null,
      level: "national",
    });
  }
  if (missing !== undefined) return { ok: false, error: missing };
  return fail("NA", "support-no-own-level", noOwnLevel(kind), `No level of its own is set for “${kind.en}”.`);
}

function localReading(
  book: LawBook,
  kind: SupportKind,
  local: LocalLevel,
  unit: "percent" | "dong",
  value: number | string,
): Reading {
  const { cite, from, province, verified } = local;
  return {
    id: `${kind.code}.${unit === "percent" ? "TY-LE" : "TRAN"}@${province}`,
    label: kind.vi,
    unit,
    value: Number(value),
    cite: { text: citationText(book, cite), doc: cite.doc, from, to: null, verified },
  };
}

/** The province's figures where it sets them, the State's for the rest. */
export function readLevels(book: LawBook, kind: SupportKind, question: SupportQuestion): Result<Levels> {
  const national = readNational(book, kind, question.date);
  if (question.province === undefined || question.fund === "QG") return national;
  const local = findLocalLevel(book, question.province, kind.code, question.date);
  if (local === null) return national.ok ? ok({ ...national.value, level: "national-for-local" }) : national;
  const rest = national.ok ? national.value : { percent: null, cap: null };
  return ok({
    percent:
      local.percent === undefined ? rest.percent : localReading(book, kind, local, "percent", local.percent),
    cap: local.capDong === undefined ? rest.cap : localReading(book, kind, local, "dong", local.capDong),
    level: "local",
  });
}

function refuseAmounts({ costDong, count }: SupportQuestion): Result<never> | null {
  if (!Number.isSafeInteger(costDong) || costDong < 0) {
    return fail(
      "VALUE",
      "cost-invalid",
      "Tổng chi phí phải là số nguyên đồng, không âm.",
      "The cost must be whole, non-negative đồng.",
    );
  }
  if (count !== undefined && count <= 0n) {
    return fail("VALUE", "count-invalid", "Số lượng phải lớn hơn 0.", "The count must be above 0.");
  }
  return null;
}

/** Everything about a ceiling but its arithmetic in words. */
export type CeilingFigures = Omit<SupportCeiling, "working">;

interface WorkedCeiling {
  readonly figures: CeilingFigures;
  readonly working: Working;
}

function workOut(book: LawBook, question: SupportQuestion): Result<WorkedCeiling> {
  const kind = findSupportKind(question.kind.trim().toUpperCase());
  if (kind === null) return unknownKind(question.kind);
  const refused = refuseAmounts(question);
  if (refused !== null) return refused;
  const levels = readLevels(book, kind, question);
  if (!levels.ok) return levels;
  const priority = question.priority ? readParameter(book, "UU-TIEN", question.date) : null;
  if (priority !== null && !priority.ok) return priority;
  const factor = priority === null ? 1 : priority.value.value;
  const factors = { cap: factor, percent: question.priorityApplies === "cap" ? 1 : factor };
  const { percent, cap, level } = levels.value;
  const cost = BigInt(question.costDong);
  const count = question.count ?? ONE;
  const amounts = {
    percent: percent === null ? null : percentOf(percent.value, cost, factors.percent),
    cap: cap === null ? null : capOf(cap.value, count, factors.cap),
    cost: percent === null && cost === 0n ? null : cost,
  };
  const max = Object.values(amounts).reduce((a, b) => (a === null || (b !== null && b < a) ? b : a));
  const main = cap ?? percent;
  if (main === null || max === null)
    return fail("NA", "support-no-own-level", noOwnLevel(kind), "No level of its own.");
  if (!Number.isSafeInteger(Number(max)))
    return fail(
      "NUM",
      "support-too-large",
      "Mức hỗ trợ vượt quá giới hạn tính chính xác.",
      "The ceiling exceeds the exact range.",
    );
  const verified = weakestOf([percent, cap, priority?.value ?? null].filter((reading) => reading !== null));
  return ok({
    figures: {
      maxDong: Number(max),
      percent: percent?.value ?? null,
      capDong: cap?.value ?? null,
      factor,
      level,
      cite: { ...main.cite, verified },
      verified,
    },
    working: {
      kind,
      levels: levels.value,
      costDong: question.costDong,
      count,
      factors,
      amounts,
      max,
      verified,
    },
  });
}

/**
 * The most a fund may give: the national level, or the province's own for its local fund. Never above a cost that is given.
 * Errors: support-kind-unknown, support-no-own-level, cost-invalid, count-invalid, support-too-large, and those of readParameter.
 */
export function computeSupportCeiling(book: LawBook, question: SupportQuestion): Result<SupportCeiling> {
  const worked = workOut(book, question);
  if (!worked.ok) return worked;
  const { figures, working } = worked.value;
  return ok({ ...figures, working: supportWorking(working) });
}

/** The same for the many lines that are only compared with it, and say nothing about it. Errors: the same. */
export function ceilingFigures(book: LawBook, question: SupportQuestion): Result<CeilingFigures> {
  const worked = workOut(book, question);
  return worked.ok ? ok(worked.value.figures) : worked;
}
