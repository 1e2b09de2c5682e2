/** The file of a choice: everything needed to compute it again, and nothing computed. */
import { z } from "zod";

const amount = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const code = z.string().min(1).max(100);
const member = z.union([z.string(), z.number()]);
const sentence = z.string().trim().min(1).max(1000);

/** Why a project may not be chosen at all: a broken rule with its law. */
export const obstacleSchema = z.strictObject({
  reason: sentence,
  rule: z.string().max(100).optional(),
  law: z.string().max(500).optional(),
});

/**
 * A project to choose from. `value` is its appraisal score, higher is better, rounded half up to six decimals; it may be left out
 * when the file has criteria and the project a score for each.
 */
export const projectSchema = z.strictObject({
  id: code,
  costDong: amount,
  value: z.number().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
  /** Group name → member, e.g. { "diaBan": "Hạ Long", "noiDung": "3" }. */
  groups: z.record(z.string(), member).optional(),
  name: z.string().max(500).optional(),
  /** Criterion → points. */
  scores: z.record(z.string(), z.number().min(0).max(1e6)).optional(),
  /** Not empty: stopped at the gate. */
  obstacles: z.array(obstacleSchema).optional(),
});

/** A limit on the money or number of chosen projects of one group. */
const limit = { group: z.string(), is: member };
export const floorSchema = z
  .strictObject({ ...limit, minDong: amount.optional(), minCount: z.number().int().min(0).optional() })
  .refine((floor) => floor.minDong !== undefined || floor.minCount !== undefined, {
    message: "cần minDong hoặc minCount",
  });
export const ceilingSchema = z
  .strictObject({ ...limit, maxDong: amount.optional(), maxCount: z.number().int().min(0).optional() })
  .refine((ceiling) => ceiling.maxDong !== undefined || ceiling.maxCount !== undefined, {
    message: "cần maxDong hoặc maxCount",
  });

export const criterionSchema = z.strictObject({
  id: code,
  name: z.string().max(200).optional(),
  weight: z.number().min(0).max(1e6),
  /** Why it weighs what it weighs: no law says so. */
  reason: z.string().max(500).optional(),
});

/** A decision of named persons that the optimum must respect. */
export const overrideSchema = z.strictObject({
  id: code,
  decision: z.enum(["in", "out"]),
  by: sentence,
  reason: sentence,
});

export const allocationInputSchema = z.strictObject({
  budgetDong: amount,
  projects: z.array(projectSchema).max(10_000),
  floors: z.array(floorSchema).optional(),
  ceilings: z.array(ceilingSchema).optional(),
  /** Sets of which at most one may be chosen. */
  exclusions: z.array(z.array(code).min(2)).optional(),
  /** Project → projects that must be chosen with it. */
  requires: z.record(z.string(), z.array(code)).optional(),
  criteria: z.array(criterionSchema).optional(),
  overrides: z.array(overrideSchema).optional(),
  /** Whose members get equal shares in the rule shown beside the optimum. */
  sharesBy: z.string().optional(),
  /** Steps in which a project of the reserve list may be funded in part, in per cent of its cost. */
  stepsPercent: z.array(z.number().int().min(1).max(99)).optional(),
});

export type Project = z.infer<typeof projectSchema>;
export type Criterion = z.infer<typeof criterionSchema>;
export type AllocationInput = z.infer<typeof allocationInputSchema>;
export type Override = z.infer<typeof overrideSchema>;

export interface Reason {
  readonly funded: boolean;
  readonly text: string;
  readonly en: string;
  /** Points lost when this project is struck out and the money used as well as possible otherwise. */
  readonly replacementCost?: number;
  /** The smallest change of cost or of score, each alone, after which computing again chooses the project. */
  readonly flip?: { readonly costLessDong?: number; readonly valueMore?: number };
}

export interface Choice {
  /** Ids, sorted: the order of the file's lines leaves no trace. */
  readonly chosen: readonly string[];
  readonly value: number;
  /** No choice whatsoever is worth more than this. */
  readonly bound: number;
  /** (bound − value) / bound; 0 when proven. */
  readonly gap: number;
  readonly proven: boolean;
  readonly costDong: number;
  readonly leftDong: number;
  /** Which search found it. */
  readonly method: "dp" | "highs" | "search";
}

export interface Allocation extends Choice {
  readonly reasons: Readonly<Record<string, Reason>>;
}
