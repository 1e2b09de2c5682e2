/** What the data steward publishes: proposed by one person, confirmed by another, laid over the shipped book. */
import { z } from "zod";

export const PUBLICATION_KINDS = [
  "law-value",
  "document",
  "vote-level",
  "rule-setting",
  "norm-book",
  "price-list",
  "catalogue-fact",
  "withdrawal",
] as const;
export type PublicationKind = (typeof PUBLICATION_KINDS)[number];
export const PUBLICATION_STATES = ["proposed", "confirmed", "refused"] as const;

export const PublicationIdSchema = z.string().regex(/^cb_[0-9A-Z]{25}$/);
const text = z.string().trim().min(1).max(2000);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

export const PublicationRequestSchema = z
  .strictObject({
    kind: z.enum(PUBLICATION_KINDS),
    reason: text.meta({ description: "Vì sao công bố" }),
    content: z.record(z.string(), z.unknown()).meta({
      description:
        "law-value: parameter, from, value, cite, verified; document: một văn bản của danh mục; vote-level: level, from, to, cite, verified; rule-setting: rule, mode, from, reason; norm-book, price-list: cả bộ; catalogue-fact: như CatalogueFactRequest; withdrawal: of (mã công bố)",
    }),
  })
  .meta({ id: "PublicationRequest" });
export type PublicationRequest = z.infer<typeof PublicationRequestSchema>;

export const ChangeSchema = z
  .object({
    what: z.string(),
    old: z.string().nullable(),
    new: z.string().nullable(),
    basis: z.string(),
    verified: z.enum(["text", "secondary", "memory"]),
  })
  .meta({ id: "PublicationChange", description: "Một số thay đổi; null là không có" });
export type PublicationChange = z.infer<typeof ChangeSchema>;

export const PreviewSchema = z
  .object({ contentHash: hash, from: z.string(), bookVersion: z.string(), changes: z.array(ChangeSchema) })
  .meta({ id: "PublicationPreview" });
export type PublicationPreview = z.infer<typeof PreviewSchema>;

export const PublicationSchema = z
  .object({
    id: PublicationIdSchema,
    kind: z.enum(PUBLICATION_KINDS),
    subject: z.string(),
    version: z.number().int().min(1),
    from: z.string(),
    contentHash: hash,
    reason: z.string(),
    state: z.enum(PUBLICATION_STATES),
    inForce: z.boolean().meta({ description: "Đã xác nhận, chưa bị thay hoặc thu hồi" }),
    proposedBy: z.object({ id: z.string(), name: z.string() }),
    proposedAt: z.string(),
    decidedBy: z.object({ id: z.string(), name: z.string() }).nullable(),
    decidedAt: z.string().nullable(),
    note: z.string(),
    evidence: z.object({ figures: hash, xlsx: hash, docx: hash }).nullable().meta({
      description: "SHA-256 của số liệu và hai phụ lục minh chứng, với bộ định mức tổng hợp từ các tỉnh",
    }),
  })
  .meta({ id: "Publication" });
export type Publication = z.infer<typeof PublicationSchema>;

export const PublicationListSchema = z
  .object({
    bookVersion: z.string(),
    chain: z.object({ events: z.number().int(), head: hash.nullable(), ok: z.boolean() }),
    items: z.array(PublicationSchema),
  })
  .meta({ id: "PublicationList" });
export type PublicationList = z.infer<typeof PublicationListSchema>;

export const DecisionSchema = z
  .strictObject({
    id: PublicationIdSchema,
    decision: z.enum(["confirmed", "refused"]),
    contentHash: hash.meta({ description: "Băm của nội dung người xác nhận đã xem" }),
    note: z.string().trim().max(2000).default(""),
  })
  .meta({ id: "PublicationDecision" });
export const DifferenceQuerySchema = z.strictObject({ id: PublicationIdSchema });
