import type { Quantity } from "../kernel/quantity.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { add, divide, fromQuantity, multiply, toDecimalText, ZERO } from "../norms/rational.ts";

/** Places kept of a weighted score, rounded half-up once. */
const SCORE_PLACES = 4;

/**
 * Σ score × weight ÷ Σ weight, as decimal text. Weights need not add to 100.
 * Errors: score-shape, weight-negative, weight-zero.
 */
export function weightedScore(scores: readonly Quantity[], weights: readonly Quantity[]): Result<string> {
  if (scores.length !== weights.length || scores.length === 0) {
    return fail(
      "VALUE",
      "score-shape",
      `Có ${scores.length} điểm nhưng ${weights.length} trọng số.`,
      "Scores and weights differ in number.",
    );
  }
  if (weights.some((weight) => weight < 0n))
    return fail("VALUE", "weight-negative", "Trọng số không được âm.", "Weights must not be negative.");
  const total = weights.map(fromQuantity).reduce((a, b) => add(a, b), ZERO);
  if (total.n === 0n)
    return fail("VALUE", "weight-zero", "Tổng trọng số bằng 0.", "The weights add up to zero.");
  const sum = scores
    .map((score, index) => multiply(fromQuantity(score), fromQuantity(weights[index] as Quantity)))
    .reduce((a, b) => add(a, b), ZERO);
  return ok(toDecimalText(divide(sum, total), SCORE_PLACES));
}
