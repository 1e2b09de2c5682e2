/**
 * The shape of law data that comes from outside: zod refuses unknown keys and inexact figures; `validateLawBook` then
 * checks citations and dates. Not imported by the custom functions.
 */
import { z } from "zod";
import { parseDate, type IsoDate } from "../kernel/date.ts";
import { toQuantity } from "../kernel/quantity.ts";
import { RULE_MODES } from "./rule-settings.ts";
import type { LawBook } from "./types.ts";
import { VOTE_LEVELS } from "./vote-levels.ts";
import { RULE_ID } from "../kernel/finding.ts";

const short = z.string().trim().min(1).max(500);
const note = z.string().max(2000).optional();
const date = z
  .string()
  .refine((value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && parseDate(value).ok, {
    error: "Phải là ngày dạng năm-tháng-ngày.",
  })
  .transform((value) => value as IsoDate);
const verified = z.enum(["text", "secondary", "memory"]);
const figure = z
  .union([z.number(), z.string()])
  .refine((value) => toQuantity(value).ok, { error: "Phải là số thập phân chính xác, tối đa 6 chữ số lẻ." });

const cite = z.strictObject({
  doc: short,
  article: short.optional(),
  clause: short.optional(),
  point: short.optional(),
  note,
});

export const documentSchema = z.strictObject({
  id: short,
  soHieu: short,
  kind: short,
  title: short,
  issuer: short,
  issued: date.nullable(),
  inForce: date.nullable(),
  ended: date.optional(),
  amends: z.array(short).optional(),
  replaces: z.array(short).optional(),
  verified,
  note,
});

/** One dated value, as published alone or inside a parameter. */
export const datedValueShape = {
  from: date,
  value: figure.nullable(),
  cite,
  verified,
  stillValidOn: date.optional(),
  unknown: z.literal(true).optional(),
};
const value = z.strictObject(datedValueShape);

const parameter = z.strictObject({
  id: z
    .string()
    .regex(/^[A-Z0-9]+(?:[.-][A-Z0-9]+)*$/, { error: "Mã gồm chữ hoa không dấu, số, dấu - và dấu chấm." }),
  label: z.strictObject({ vi: short, en: short }),
  unit: z.enum(["dong", "percent", "factor", "days", "count", "text"]),
  values: z.array(value).min(1),
  note,
});

const localLevel = z.strictObject({
  province: z.string().regex(/^\d{2}$/),
  kind: short,
  from: date,
  percent: figure.optional(),
  capDong: z.int().nonnegative().optional(),
  cite,
  verified,
});

export const periodSchema = z.strictObject({
  level: z.enum(VOTE_LEVELS),
  from: date,
  to: date.optional(),
  cite,
  verified,
});

export const settingSchema = z.strictObject({
  rule: z.string().regex(RULE_ID, { error: "Mã quy tắc có dạng KC-DA-012." }),
  mode: z.enum(RULE_MODES),
  from: date,
  reason: short,
});

export const lawBookSchema: z.ZodType<LawBook> = z.strictObject({
  version: short,
  documents: z.array(documentSchema),
  parameters: z.array(parameter),
  localLevels: z.array(localLevel).optional(),
  voteLevels: z.array(periodSchema).optional(),
  ruleSettings: z.array(settingSchema).optional(),
});
