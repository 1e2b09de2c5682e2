import { z } from "zod";

/** A project to choose from. `value` is its appraisal score: any number with at most six decimals, higher is better. */
export const projectSchema = z.strictObject({
  id: z.string().min(1).max(100),
  costDong: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  value: z.number().min(0).max(1e9),
  /** Group name → member, e.g. { "diaBan": "Hạ Long", "noiDung": "3" }. */
  groups: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

/** A limit on the money or number of chosen projects of one group. */
const limit = {
  group: z.string(),
  is: z.union([z.string(), z.number()]),
};
export const floorSchema = z.strictObject({
  ...limit,
  minDong: z.number().int().min(0).optional(),
  minCount: z.number().int().min(0).optional(),
});
export const ceilingSchema = z.strictObject({
  ...limit,
  maxDong: z.number().int().min(0).optional(),
  maxCount: z.number().int().min(0).optional(),
});

export const allocationInputSchema = z.strictObject({
  budgetDong: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  projects: z.array(projectSchema).max(5000),
  floors: z.array(floorSchema).optional(),
  ceilings: z.array(ceilingSchema).optional(),
  /** Sets of which at most one may be chosen. */
  exclusions: z.array(z.array(z.string()).min(2)).optional(),
  /** Project → projects that must be chosen with it. */
  requires: z.record(z.string(), z.array(z.string())).optional(),
});

export type Project = z.infer<typeof projectSchema>;
export type AllocationInput = z.infer<typeof allocationInputSchema>;

export interface Choice {
  /** Ids in the order of the list. */
  readonly chosen: readonly string[];
  readonly value: number;
  /** No choice whatsoever is worth more than this. */
  readonly bound: number;
  /** (bound − value) / bound; 0 when proven. */
  readonly gap: number;
  readonly proven: boolean;
  readonly costDong: number;
}
