/** Provinces side by side: what can be compared, its figures, and what they say together. */
import { z } from "zod";
import type { Topic } from "../plan/comparables.ts";
import { FindingSchema } from "./finding.ts";

export const COMPARED_KEYS_LIMIT = 200;
export const COMPARED_FIGURES_LIMIT = 5000;
/** Figures of one submission that are held against those of others, and figures of others read for it. */
export const PEER_KEYS_LIMIT = 2000;
export const PEER_FIGURES_LIMIT = 50_000;

/** Unit prices of services are computed when a submission is forwarded; the others are read off its lines. */
export const COMPARED_TOPICS = ["service", "norm", "price", "support"] as const satisfies readonly (
  | Topic
  | "service"
)[];
export type ComparedTopic = (typeof COMPARED_TOPICS)[number];

export const decimal = z.string().regex(/^-?\d+(\.\d{1,6})?$/);
const count = z.number().int().min(0);

export const ComparisonQuerySchema = z.strictObject({
  topic: z.enum(COMPARED_TOPICS),
  q: z.string().trim().max(100).optional(),
});

export const ComparedKeysSchema = z
  .object({
    items: z.array(
      z.object({ key: z.string(), label: z.string(), unit: z.string(), figures: count, provinces: count }),
    ),
  })
  .meta({ id: "ComparedKeys" });
export type ComparedKeys = z.infer<typeof ComparedKeysSchema>;

export const ComparedFiguresQuerySchema = z.strictObject({
  topic: z.enum(COMPARED_TOPICS),
  key: z.string().min(1).max(200),
});

export const OutlierSchema = z.object({
  side: z.enum(["low", "high"]),
  /** Scaled deviations from the median; null when more than half agree exactly. */
  distanceHundredths: count.nullable(),
  /** The slip it looks like; `power`: about 10^power times the median. */
  cause: z.union([
    z.object({ kind: z.literal("zero") }),
    z.object({ kind: z.literal("power"), power: z.number().int() }),
    z.object({ kind: z.literal("unknown") }),
  ]),
});
export type OutlierView = z.infer<typeof OutlierSchema>;

const FigureSchema = z.object({
  submissionId: z.string(),
  provinceCode: z.string(),
  provinceName: z.string(),
  year: z.number().int(),
  value: decimal,
  sheet: z.string(),
  cell: z.string(),
  /** Null when within three scaled deviations of the median. */
  outlier: OutlierSchema.nullable(),
});

/** What figures say together, or how many provinces are still missing. */
export const SummarySchema = z.union([
  z.object({
    enough: z.literal(true),
    n: count,
    provinces: count,
    estimate: decimal,
    low: decimal,
    high: decimal,
    /** Ten-thousandths the interval really holds. */
    coverage: count,
    median: decimal,
    mad: decimal,
  }),
  z.object({ enough: z.literal(false), n: count, provinces: count, needed: count }),
]);
export type Summary = z.infer<typeof SummarySchema>;

export const ComparisonSchema = z
  .object({
    topic: z.enum(COMPARED_TOPICS),
    key: z.string(),
    label: z.string(),
    unit: z.string(),
    figures: z.array(FigureSchema),
    /** True when there were more figures than are shown; then nothing is computed from a part of them. */
    truncated: z.boolean(),
    summary: SummarySchema,
  })
  .meta({ id: "Comparison" });
export type Comparison = z.infer<typeof ComparisonSchema>;
export type ComparedFigureView = z.infer<typeof FigureSchema>;

export const PeerFindingsSchema = z
  .object({
    /** Figures of the submission held against others; those of others that were read. */
    examined: count,
    others: count,
    /** True when there was more than could be read: then nothing is said about the rest. */
    truncated: z.boolean(),
    findings: z.array(FindingSchema),
  })
  .meta({ id: "PeerFindings" });
export type PeerFindings = z.infer<typeof PeerFindingsSchema>;
