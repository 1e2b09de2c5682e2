/** How GET /api/v1/book is asked. Apart from book.ts, which the functions load and zod would make heavy. */
import { z } from "zod";

export const BookQuerySchema = z.object({
  version: z
    .string()
    .regex(/^[0-9a-f]{12}$/)
    .optional()
    .meta({ description: "Phiên bản của bộ, hoặc của căn cứ trong bộ; bỏ trống là bộ đang dùng" }),
});
