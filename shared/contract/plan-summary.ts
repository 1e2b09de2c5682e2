/** The provinces of a year side by side, and the consolidated plan of what was accepted. */
import { z } from "zod";
import { STATES } from "../plan/states.ts";

const dong = z.number().int();
const count = z.number().int().min(0);

const ProvinceRowSchema = z
  .object({
    provinceCode: z.string(),
    provinceName: z.string(),
    /** Files of the year that were not withdrawn or rejected. */
    files: count,
    newest: z
      .object({ id: z.string(), state: z.enum(STATES), revision: count, updatedAt: z.string() })
      .nullable(),
    deAn: count,
    totalDong: dong,
    nationalDong: dong,
    localDong: dong,
    warnings: count,
    infos: count,
  })
  .meta({ id: "ProvinceRow" });
export type ProvinceRow = z.infer<typeof ProvinceRowSchema>;

const FiguresSchema = z.object({
  deAn: count,
  totalDong: dong,
  supportDong: dong,
  nationalDong: dong,
  localDong: dong,
  counterpartDong: dong,
  otherDong: dong,
});
const RowSchema = FiguresSchema.extend({ key: z.string(), label: z.string(), labelEn: z.string() });

export const PlanSummarySchema = z
  .object({
    /** Years with a file, newest first. */
    years: z.array(z.number().int()),
    year: z.number().int().nullable(),
    provinceCode: z.string().nullable(),
    /** All 34 for the ministry, also those that sent nothing; its own for a province. */
    provinces: z.array(ProvinceRowSchema),
    accepted: z.object({
      files: count,
      figures: FiguresSchema,
      content: z.array(RowSchema),
      place: z.array(RowSchema),
      fund: z.array(RowSchema),
    }),
  })
  .meta({ id: "PlanSummary" });
export type PlanSummary = z.infer<typeof PlanSummarySchema>;
