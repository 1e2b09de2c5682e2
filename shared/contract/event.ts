/**
 * The append-only log, one chain per province. Each event has its own hash; a seal covers the seal before it and the
 * event at its place, so that whoever knows one seal knows everything up to it.
 */
import { z } from "zod";
import { ACTIONS, ROLES, STATES } from "../plan/states.ts";
import { WAIVER_ACTIONS } from "../plan/waivers.ts";

export const EVENT_ACTIONS = ["submit", ...ACTIONS, ...WAIVER_ACTIONS] as const;

export const EventSchema = z
  .object({
    chain: z.string().meta({ description: "Chuỗi nhật ký: mã đơn vị của tỉnh" }),
    seq: z.number().int().min(1),
    at: z.string().meta({ description: "ISO 8601, UTC" }),
    submissionId: z.string(),
    revision: z.number().int(),
    version: z.number().int().meta({ description: "Số thứ tự thay đổi của hồ sơ sau sự kiện này" }),
    action: z.enum(EVENT_ACTIONS),
    from: z.enum(STATES).nullable(),
    to: z.enum(STATES),
    personId: z.string(),
    role: z.enum(ROLES),
    organisationId: z.string(),
    /** sha256 of what the event is about: the workbook, or the comments. */
    detailHash: z.string(),
    /** sha256 of the canonical JSON of all other fields but `seq`. */
    hash: z.string(),
  })
  .meta({ id: "Event" });
export type Event = z.infer<typeof EventSchema>;

/** An event with the names a person reads. */
export const EventViewSchema = EventSchema.extend({
  actionLabel: z.string(),
  personName: z.string(),
  organisationName: z.string(),
  comment: z.string().nullable(),
}).meta({ id: "EventView" });
export type EventView = z.infer<typeof EventViewSchema>;

export const EventListSchema = z.object({ items: z.array(EventViewSchema) }).meta({ id: "EventList" });

export const ChainCheckSchema = z
  .object({
    chain: z.string(),
    events: z.number().int(),
    /** Events so new that their seal is still to be written; normally 0. */
    unsealed: z.number().int(),
    ok: z.boolean(),
    /** The newest seal; keep it to notice a log cut short later. */
    head: z.string().nullable(),
    /** Place of the first event that does not fit. */
    brokenAt: z.number().int().optional(),
  })
  .meta({ id: "ChainCheck" });
export type ChainCheck = z.infer<typeof ChainCheckSchema>;
export const LogCheckSchema = z
  .object({
    ok: z.boolean(),
    chains: z.array(ChainCheckSchema),
    /** Each question asks for rows that say something else than the log does. */
    records: z.array(z.object({ name: z.string(), wrong: z.number().int() })).meta({
      description:
        "Số dòng không khớp nhật ký, theo câu hỏi: trạng thái, bản gửi, nội dung, mã gửi, ý kiến, đặt hàng, tệp, miễn quy tắc",
    }),
  })
  .meta({ id: "LogCheck" });
export type LogCheck = z.infer<typeof LogCheckSchema>;
