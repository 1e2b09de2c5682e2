/** The ceiling of support: min(percent × cost, cap × count), raised by the priority factor, with the working shown. */
import { VERIFIED_LABEL, type Verified } from "../kernel/citation.ts";
import type { IsoDate } from "../kernel/date.ts";
import { divideRounded, formatDong } from "../kernel/money.ts";
import { formatQuantity, QUANTITY_SCALE, quantity, type Quantity } from "../kernel/quantity.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { noOwnLevel, readParameter } from "./read.ts";
import { findSupportKind, SUPPORT_KINDS, type SupportKind } from "./support-kinds.ts";
import type { LawBook, Reading, SupportCeiling } from "./types.ts";

export interface SupportQuestion {
  readonly kind: string;
  /** Whole cost of the đề án, đồng. */
  readonly costDong: number;
  /** Units the cap counts (cơ sở, mô hình …); one when absent. */
  readonly count?: Quantity;
  readonly priority: boolean;
  readonly date: IsoDate;
}

const ONE = quantity(1);
const WEAKNESS: Record<Verified, number> = { text: 0, secondary: 1, memory: 2 };

function weakest(readings: readonly Reading[]): Verified {
  return readings.map((r) => r.cite.verified).reduce((a, b) => (WEAKNESS[b] > WEAKNESS[a] ? b : a), "text");
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
  const codes = SUPPORT_KINDS.map((kind) => kind.code).join(", ");
  return fail("VALUE", "support-kind-unknown", `Không có loại hỗ trợ “${code}”. Các mã: ${codes}.`, `Unknown kind of support “${code}”.`);
}

interface Levels {
  readonly percent: Reading | null;
  readonly cap: Reading | null;
}

/** Percent and cap at the date; a failure when neither is known or when a level exists whose figure is not at hand. */
function readLevels(book: LawBook, kind: SupportKind, date: IsoDate): Result<Levels> {
  const percent = readParameter(book, `${kind.code}.TY-LE`, date);
  const cap = readParameter(book, `${kind.code}.TRAN`, date);
  const failures = [cap, percent].flatMap((reading) => (reading.ok ? [] : [reading.error]));
  const missing = failures.find((error) => error.code === "parameter-value-unknown" || error.code === "parameter-not-yet");
  if (percent.ok || cap.ok) {
    const undecided = failures.find((error) => error.code === "parameter-value-unknown");
    if (undecided !== undefined) return { ok: false, error: undecided };
    return ok({ percent: percent.ok ? percent.value : null, cap: cap.ok ? cap.value : null });
  }
  if (missing !== undefined) return { ok: false, error: missing };
  return fail("NA", "support-no-own-level", noOwnLevel(kind.vi), `No level of its own is set for “${kind.en}”.`);
}

function show(amount: bigint): string {
  return `${formatDong(Number(amount))} đ`;
}

function workingOf(kind: SupportKind, levels: Levels, question: SupportQuestion, factor: number, results: { percent: bigint | null; cap: bigint | null }): string {
  const factorText = factor === 1 ? "" : ` × ${String(factor).replace(".", ",")} (ưu tiên)`;
  const count = question.count ?? ONE;
  const parts: string[] = [];
  if (levels.percent !== null && results.percent !== null) {
    parts.push(`${String(levels.percent.value).replace(".", ",")} %${factorText} × ${formatDong(question.costDong)} đ = ${show(results.percent)}`);
  }
  if (levels.cap !== null && results.cap !== null) {
    const units = count === ONE ? `/${kind.unitVi}` : ` × ${formatQuantity(count)} ${kind.unitVi}`;
    parts.push(`trần ${formatDong(levels.cap.value)} đ${units}${factorText}${count === ONE && factor === 1 ? "" : ` = ${show(results.cap)}`}`);
  }
  return parts.join("; ");
}

/**
 * The most the national fund may give (local levels come as overlays).
 * Errors: support-kind-unknown, support-no-own-level, cost-invalid, and those of readParameter.
 */
export function computeSupportCeiling(book: LawBook, question: SupportQuestion): Result<SupportCeiling> {
  const kind = findSupportKind(question.kind.trim().toUpperCase());
  if (kind === null) return unknownKind(question.kind);
  if (!Number.isSafeInteger(question.costDong) || question.costDong < 0) {
    return fail("VALUE", "cost-invalid", "Tổng chi phí phải là số nguyên đồng, không âm.", "The cost must be whole, non-negative đồng.");
  }
  const levels = readLevels(book, kind, question.date);
  if (!levels.ok) return levels;
  const priority = question.priority ? readParameter(book, "UU-TIEN", question.date) : null;
  if (priority !== null && !priority.ok) return priority;
  const factor = priority === null ? 1 : priority.value.value;
  const { percent, cap } = levels.value;
  const cost = BigInt(question.costDong);
  const results = {
    percent: percent === null ? null : percentOf(percent.value, cost, factor),
    cap: cap === null ? null : capOf(cap.value, question.count ?? ONE, factor),
  };
  const candidates = [results.percent, results.cap, percent === null ? null : cost].filter((amount) => amount !== null);
  const max = candidates.reduce((a, b) => (b < a ? b : a));
  const used = [percent, cap, priority?.value ?? null].filter((reading) => reading !== null);
  const main = cap ?? percent;
  if (main === null) return fail("NA", "support-no-own-level", noOwnLevel(kind.vi), "No level of its own.");
  const verified = weakest(used);
  const mark = verified === "text" ? "" : ` (${VERIFIED_LABEL[verified].vi})`;
  return ok({
    maxDong: Number(max),
    percent: percent?.value ?? null,
    capDong: cap?.value ?? null,
    factor,
    cite: { ...main.cite, verified },
    verified,
    working: `${workingOf(kind, levels.value, question, factor, results)}${mark}.`,
  });
}
