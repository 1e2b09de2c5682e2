/** The catalogue of services: what was issued about each, and whether a đề án can be ordered on a day. */
import { z } from "zod";
import { findProvince } from "../law/province.ts";
import { SUPPORT_KINDS } from "../law/support-kinds.ts";
import { ALL_SERVICES, CATALOGUE_LEVELS, FACT_KINDS, ROUTES_OF_MONEY } from "../plan/ordering.ts";
import { SubmissionIdSchema } from "./submission.ts";

const VERIFIED = ["text", "secondary", "memory"] as const;
const dayText = z.iso.date().meta({ description: "YYYY-MM-DD" });
const dong = z.number().int();
const SERVICES: readonly string[] = [ALL_SERVICES, ...SUPPORT_KINDS.map(({ code }) => code)];

export const CatalogueFactIdSchema = z.string().regex(/^dm_[0-9A-Za-z]{20,32}$/);

const ProvinceCodeSchema = z
  .string()
  .regex(/^\d{2}$/)
  .refine((code) => findProvince(code) !== null, { message: "Không có tỉnh này." });

export const CatalogueFactRequestSchema = z
  .strictObject({
    service: z.string().refine((code) => SERVICES.includes(code), { message: "Không có dịch vụ này." }),
    fact: z.enum(FACT_KINDS),
    level: z.enum(CATALOGUE_LEVELS),
    provinceCode: ProvinceCodeSchema.nullable().default(null),
    issuer: z.string().trim().min(1).max(200),
    /** Number and name as printed. */
    document: z.string().trim().min(1).max(500),
    issuedOn: dayText.nullable().default(null),
    from: dayText.nullable().default(null),
    to: dayText.nullable().default(null),
    priceDong: dong.min(1).nullable().default(null),
    unit: z.string().trim().min(1).max(60).nullable().default(null),
    verified: z.enum(VERIFIED),
    note: z.string().trim().max(1000).default(""),
    /** The row this one takes the place of. */
    replaces: CatalogueFactIdSchema.nullable().default(null),
    /** False: nothing takes its place, it is only taken back. */
    stands: z.boolean().default(true),
  })
  .refine(({ level, provinceCode }) => (level === "province") === (provinceCode !== null), {
    message: "Cấp tỉnh thì ghi mã tỉnh, cấp Bộ thì để trống.",
    path: ["provinceCode"],
  })
  .refine(({ verified, from }) => verified !== "text" || from !== null, {
    message: "Đã đọc văn bản thì phải ghi ngày có hiệu lực.",
    path: ["from"],
  })
  .refine(({ from, to }) => from === null || to === null || from <= to, {
    message: "Ngày hết hiệu lực trước ngày có hiệu lực.",
    path: ["to"],
  })
  .refine(({ fact, priceDong }) => fact === "price" || priceDong === null, {
    message: "Chỉ đơn giá mới có số tiền.",
    path: ["priceDong"],
  })
  .refine(({ stands, replaces }) => stands || replaces !== null, {
    message: "Rút lại thì phải nói rút công bố nào.",
    path: ["replaces"],
  })
  .meta({ id: "CatalogueFactRequest" });
export type CatalogueFactRequest = z.input<typeof CatalogueFactRequestSchema>;
/** The same, read: nothing left out. */
export type CatalogueFactContent = z.output<typeof CatalogueFactRequestSchema>;

export const CatalogueFactSchema = z
  .object({
    id: z.string(),
    service: z.string(),
    fact: z.enum(FACT_KINDS),
    level: z.enum(CATALOGUE_LEVELS),
    provinceCode: z.string().nullable(),
    issuer: z.string(),
    document: z.string(),
    issuedOn: z.string().nullable(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    priceDong: dong.nullable(),
    unit: z.string().nullable(),
    verified: z.enum(VERIFIED),
    note: z.string(),
    replaces: z.string().nullable(),
    /** False once another row has taken its place, or when it was taken back. */
    current: z.boolean(),
    publishedBy: z.string(),
    confirmedBy: z.string().nullable().meta({ description: "null: công bố từ trước khi cần hai người" }),
    publishedAt: z.string(),
  })
  .meta({ id: "CatalogueFact" });
export type CatalogueFactView = z.infer<typeof CatalogueFactSchema>;

const FactStateSchema = z.object({
  status: z.enum(["issued", "unchecked", "missing"]),
  factId: z.string().nullable(),
});
const ReasonSchema = z.object({
  text: z.string(),
  textEn: z.string(),
  basis: z.string(),
  verified: z.enum(VERIFIED),
});

export const ReadinessSchema = z
  .object({
    facts: z.object({ list: FactStateSchema, norm: FactStateSchema, price: FactStateSchema }),
    route: z.enum(ROUTES_OF_MONEY),
    sure: z.boolean(),
    reasons: z.array(ReasonSchema),
    effect: z.object({
      point: z.enum(["11.1.a", "11.1.c"]).nullable(),
      countsInA: z.boolean(),
      text: z.string(),
      textEn: z.string(),
      basis: z.string(),
      verified: z.enum(VERIFIED),
    }),
  })
  .meta({ id: "OrderReadiness" });
export type ReadinessView = z.infer<typeof ReadinessSchema>;

export const CatalogueQuerySchema = z.object({
  /** Default: the reader's own province. */
  province: ProvinceCodeSchema.optional(),
  /** Default: today in Vietnam. */
  date: dayText.optional(),
});

export const CatalogueSchema = z
  .object({
    date: z.string(),
    provinceCode: z.string(),
    provinceName: z.string(),
    services: z.array(
      z.object({
        code: z.string(),
        vi: z.string(),
        en: z.string(),
        unit: z.string(),
        readiness: ReadinessSchema,
      }),
    ),
    /** Of this province and of the ministry, newest first, with those replaced. */
    facts: z.array(CatalogueFactSchema),
  })
  .meta({ id: "ServiceCatalogue" });
export type ServiceCatalogue = z.infer<typeof CatalogueSchema>;

export const LineReadinessSchema = z
  .object({
    submissionId: SubmissionIdSchema,
    date: z.string(),
    lines: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        service: z.string().nullable(),
        supportDong: dong,
        readiness: ReadinessSchema,
        price: z.object({ expectedDong: dong, differenceDong: dong }).nullable(),
      }),
    ),
    /** Money by route. */
    totals: z.record(z.enum(ROUTES_OF_MONEY), z.object({ lines: z.number().int(), supportDong: dong })),
  })
  .meta({ id: "SubmissionReadiness" });
export type SubmissionReadiness = z.infer<typeof LineReadinessSchema>;
