/** Sessions of the browser pages that are open in one's own name. */
import { z } from "zod";

/** The beginning of the hash of a session's secret: names it, opens nothing. */
export const OWN_SESSION_ID_LENGTH = 24;
export const OwnSessionIdSchema = z.string().regex(/^[0-9a-f]{24}$/);

export const OwnSessionSchema = z
  .object({
    id: OwnSessionIdSchema,
    device: z
      .string()
      .meta({ description: "Trình duyệt và hệ điều hành, ví dụ Chrome · Windows; có thể trống" }),
    createdAt: z.string(),
    /** Noted every five minutes. */
    seenAt: z.string(),
    expiresAt: z.string(),
    /** The one this request came with. */
    current: z.boolean(),
  })
  .meta({ id: "OwnSession" });
export type OwnSession = z.infer<typeof OwnSessionSchema>;

export const OwnSessionsSchema = z.object({ items: z.array(OwnSessionSchema) }).meta({ id: "OwnSessions" });
export type OwnSessions = z.infer<typeof OwnSessionsSchema>;

export const EndSessionSchema = z.strictObject({ id: OwnSessionIdSchema }).meta({ id: "EndSession" });
