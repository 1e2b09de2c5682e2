/** Templates of papers: ours, or a unit's own made in Word. */
import { z } from "zod";
import { TEMPLATE_KINDS } from "./order.ts";

export const DOCX_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const TemplateFieldSchema = z.object({
  name: z.string(),
  vi: z.string(),
  required: z.boolean(),
  /** The list it stands in, outermost first; empty at the top. */
  inside: z.array(z.string()),
  isList: z.boolean(),
});

export const PaperTemplateSchema = z
  .object({
    kind: z.enum(TEMPLATE_KINDS),
    vi: z.string(),
    en: z.string(),
    /** The statutory form whose place the paper takes; its body is not imitated. */
    form: z.string(),
    /** Null: the one this product ships. */
    own: z.object({ fileName: z.string(), at: z.string(), by: z.string() }).nullable(),
    fields: z.array(TemplateFieldSchema),
  })
  .meta({ id: "PaperTemplate" });
export type PaperTemplate = z.infer<typeof PaperTemplateSchema>;

export const PaperTemplateListSchema = z
  .object({ items: z.array(PaperTemplateSchema) })
  .meta({ id: "PaperTemplateList" });
export type PaperTemplateList = z.infer<typeof PaperTemplateListSchema>;

export const TemplateQuerySchema = z.strictObject({ kind: z.enum(TEMPLATE_KINDS) });
export const TemplateUploadQuerySchema = z.strictObject({
  kind: z.enum(TEMPLATE_KINDS),
  fileName: z.string().trim().min(1).max(255),
});
