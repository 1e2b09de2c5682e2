/**
 * One figure of a norm out of what many provinces sent: a robust centre with an exact interval, the spread, and the
 * figures that stand far from the rest. All arithmetic is on whole millionths, so the same figures give the same answer
 * on every machine and in every order. Why this estimator: docs/decisions/0007.
 */
import type { Quantity } from "../../kernel/quantity.ts";
import { cutFor, fewestFor } from "./signed-rank.ts";

/** One province's figure for one component of one service, with where it can be looked up. */
export interface Observation {
  /** Province code; one province speaks once, however many figures it sent. */
  readonly province: string;
  readonly value: Quantity;
  /** Submission and line, e.g. "HS-2026-000123/KC_DinhMuc!F7". */
  readonly source: string;
}

export interface Outlier {
  readonly observation: Observation;
  readonly side: "low" | "high";
  /** Distance from the median in scaled MADs, in hundredths, rounded down; null when more than half agree exactly. */
  readonly distance: number | null;
}

export interface Enough {
  readonly enough: true;
  /** Figures and provinces behind the estimate. */
  readonly n: number;
  readonly provinces: number;
  /** Hodges–Lehmann centre of the provinces' medians, half-up to a millionth. */
  readonly estimate: Quantity;
  /** The interval around it; `coverage` in ten-thousandths is what it really holds, never less than asked for. */
  readonly low: Quantity;
  readonly high: Quantity;
  readonly coverage: number;
  readonly median: Quantity;
  /** Median absolute deviation of all figures, unscaled. */
  readonly mad: Quantity;
  readonly outliers: readonly Outlier[];
}

export interface TooFew {
  readonly enough: false;
  readonly n: number;
  readonly provinces: number;
  /** Provinces needed before anything is proposed. */
  readonly needed: number;
}

export interface EvidenceOptions {
  /** In ten-thousandths; 9500 unless told. */
  readonly confidence?: number;
  /** Never fewer than the interval itself needs. */
  readonly minProvinces?: number;
}

const CONFIDENCE = 9500;
/** Three scaled deviations: 3 × 1,4826, the factor that makes the MAD of a normal sample its standard deviation. */
const FAR = { n: 44_478n, d: 10_000n };

const ascending = (a: bigint, b: bigint) => (a < b ? -1 : a > b ? 1 : 0);

/** Twice the median of sorted values: whole even when two values share the middle. */
function doubleMedian(sorted: readonly bigint[]): bigint {
  const upper = sorted.length >> 1;
  const lower = (sorted.length - 1) >> 1;
  return (sorted[lower] ?? 0n) + (sorted[upper] ?? 0n);
}

/** value / divisor, half away from zero upwards, for values of either sign. */
function halfUp(value: bigint, divisor: bigint): Quantity {
  const shifted = 2n * value + divisor;
  const by = 2n * divisor;
  const floor = shifted >= 0n ? shifted / by : -((-shifted + by - 1n) / by);
  return floor as Quantity;
}

function doubleMediansByProvince(observations: readonly Observation[]): bigint[] {
  const byProvince = new Map<string, bigint[]>();
  for (const { province, value } of observations) {
    const list = byProvince.get(province);
    if (list === undefined) byProvince.set(province, [value]);
    else list.push(value);
  }
  return [...byProvince.values()].map((values) => doubleMedian(values.sort(ascending)));
}

/** Sums of every pair, each with itself too: four times the pairwise means when the inputs are doubled. */
function pairSums(values: readonly bigint[]): bigint[] {
  return values.flatMap((value, at) => values.slice(at).map((other) => value + other)).sort(ascending);
}

function findOutliers(observations: readonly Observation[], median2: bigint, mad4: bigint): Outlier[] {
  return observations.flatMap((observation): Outlier[] => {
    // Everything in quarters of a millionth: distance4 = 4·|x − median|.
    const signed = 2n * (2n * observation.value - median2);
    const distance4 = signed < 0n ? -signed : signed;
    if (distance4 * FAR.d <= FAR.n * mad4) return [];
    const side = signed < 0n ? "low" : "high";
    const distance = mad4 === 0n ? null : Number((distance4 * FAR.d * 300n) / (FAR.n * mad4));
    return [{ observation, side, distance }];
  });
}

/**
 * The centre of what the provinces sent, or how many provinces are still missing. Every province counts once, by the
 * median of its own figures, so a province that sends much does not outvote the others.
 */
export function estimate(
  observations: readonly Observation[],
  options: EvidenceOptions = {},
): Enough | TooFew {
  const confidence = options.confidence ?? CONFIDENCE;
  const centres2 = doubleMediansByProvince(observations);
  const needed = Math.max(fewestFor(confidence), options.minProvinces ?? 0);
  const cut = cutFor(centres2.length, confidence);
  const n = observations.length;
  const provinces = centres2.length;
  if (provinces < needed || cut === null) return { enough: false, n, provinces, needed };
  const sums4 = pairSums(centres2);
  const sorted = observations.map(({ value }) => value as bigint).sort(ascending);
  const median2 = doubleMedian(sorted);
  const deviations2 = sorted.map((value) => {
    const signed = 2n * value - median2;
    return signed < 0n ? -signed : signed;
  });
  const mad4 = doubleMedian(deviations2.sort(ascending));
  return {
    enough: true,
    n,
    provinces,
    estimate: halfUp(doubleMedian(sums4), 8n),
    low: halfUp(sums4[cut.leftOut] ?? 0n, 4n),
    high: halfUp(sums4[sums4.length - 1 - cut.leftOut] ?? 0n, 4n),
    coverage: cut.coverage,
    median: halfUp(median2, 2n),
    mad: halfUp(mad4, 4n),
    outliers: findOutliers(observations, median2, mad4),
  };
}
