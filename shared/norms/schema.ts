/**
 * The shapes of books that come from outside (published, imported, sent): zod refuses unknown keys and unreadable
 * decimals; `validateNormBook` then checks what the figures mean. Not imported by the custom functions.
 */
import { z } from "zod";
import { parseDate } from "../kernel/date.ts";
import type { IsoDate } from "../kernel/date.ts";
import { toDong, type Dong } from "../kernel/money.ts";
import { toQuantity } from "../kernel/quantity.ts";
import { COST_TYPES } from "./import.ts";
import { NORM_STATUSES, type NormBookData } from "./model.ts";
import type { PriceBookData } from "./prices.ts";

const text = z.string().max(2000);
const name = z.string().trim().min(1).max(500);
const decimal = z.string().refine((value) => toQuantity(value).ok, {
  error: "Phải là số thập phân dùng dấu chấm, tối đa 6 chữ số lẻ.",
});
const isoDate = z
  .string()
  .refine((value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && parseDate(value).ok, {
    error: "Phải là ngày dạng năm-tháng-ngày.",
  })
  .transform((value) => value as IsoDate);
const dongAmount = z
  .number()
  .refine((value) => toDong(value).ok && value >= 0, { error: "Phải là số nguyên đồng, không âm." })
  .transform((value) => value as Dong);
const costType = z.enum(COST_TYPES);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const verified = z.enum(["text", "secondary", "memory"]);

const base = { resource: name, unit: name, step: name.optional(), note: text.optional() };

const line = z.discriminatedUnion("kind", [
  z.strictObject({
    ...base,
    kind: z.literal("labour"),
    quantity: decimal.nullable(),
    grade: z.strictObject({ scale: name, coefficient: decimal }).optional(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal("material"),
    quantity: decimal.nullable(),
    lossPercent: decimal.optional(),
    recoveryPercent: decimal.optional(),
    requirement: text.optional(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal("machine"),
    loaded: decimal.nullable(),
    unloaded: decimal.nullable().optional(),
    parameters: text.optional(),
  }),
  z.strictObject({ ...base, kind: z.literal("tool"), quantity: decimal.nullable(), lifeMonths: decimal }),
  z.strictObject({
    ...base,
    kind: z.literal("percent"),
    of: z.enum([...COST_TYPES, "DC"]),
    quantity: decimal,
  }),
]);

const norm = z.strictObject({
  code: name,
  name,
  unit: name,
  content: z.int().min(1).max(9).nullable(),
  conditions: text,
  steps: z.array(
    z.strictObject({ id: name, name, coefficient: decimal.optional(), parent: name.optional() }),
  ),
  lines: z.array(line),
  difficulty: z.array(z.strictObject({ id: name, name, factor: decimal, appliesTo: z.array(costType) })),
  process: z.array(text),
  quality: z.array(text),
  note: text,
});

export const normBookSchema: z.ZodType<NormBookData> = z.strictObject({
  id: name,
  title: name,
  edition: name,
  status: z.enum(NORM_STATUSES),
  label: text,
  authority: text,
  origin: name,
  cite: z
    .strictObject({
      doc: name,
      article: text.optional(),
      clause: text.optional(),
      point: text.optional(),
      note: text.optional(),
    })
    .nullable(),
  verified,
  from: isoDate,
  to: isoDate.optional(),
  norms: z.array(norm),
  evidence: z.strictObject({ figures: hash, xlsx: hash, docx: hash }).optional(),
});

const price = z.strictObject({
  type: costType,
  code: name.optional(),
  resource: name,
  unit: name,
  province: z
    .string()
    .regex(/^\d{2}$/)
    .nullable(),
  from: isoDate,
  to: isoDate.optional(),
  priceDong: dongAmount,
  depreciationDong: dongAmount.optional(),
  source: name,
});

export const priceBookSchema: z.ZodType<PriceBookData> = z.strictObject({
  id: name,
  title: name,
  edition: name,
  origin: name,
  verified,
  prices: z.array(price),
});
