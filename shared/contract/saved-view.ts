/** Filters of the queue that a person gave a name. */
import { z } from "zod";

export const SAVED_VIEWS_LIMIT = 30;

const name = z.string().trim().min(1).max(60);

export const SavedViewSchema = z
  .strictObject({
    name,
    /** As it stands behind "?" in the page's address. */
    filter: z
      .string()
      .max(600)
      .regex(/^[\w%.+=&-]*$/)
      .meta({ description: "Bộ lọc như trong địa chỉ trang: state=submitted&q=gom" }),
  })
  .meta({ id: "SavedView" });
export type SavedView = z.infer<typeof SavedViewSchema>;

export const SavedViewNameSchema = z.strictObject({ name }).meta({ id: "SavedViewName" });

export const SavedViewsSchema = z.object({ items: z.array(SavedViewSchema) }).meta({ id: "SavedViews" });
export type SavedViews = z.infer<typeof SavedViewsSchema>;
