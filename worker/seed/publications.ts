/** A proposal that waits for the second steward: labelled as an illustration, and without effect until confirmed. */
import type { PublicationRequest } from "../../shared/contract/publications.ts";
import { day } from "../../shared/kernel/date.ts";
import { canonicalJson } from "../../shared/kernel/canonical.ts";
import { dong } from "../../shared/kernel/money.ts";
import type { PriceBookData } from "../../shared/norms/prices.ts";
import type { Env } from "../env.ts";
import { keepContent, sha256Hex } from "../store/content.ts";
import { addPublication, addPublicationEvent, listPublicationEvents } from "../store/publications.ts";
import { nextEvent } from "../submissions/publications.ts";

const AT = "2026-11-23T00:00:00.000Z";
const ID = "cb_00000000000000000000GIA01";
const PAPER: PriceBookData["prices"][number] = {
  type: "VL",
  resource: "Giấy in A4",
  unit: "ram",
  province: null,
  from: day("2027-01-01"),
  priceDong: dong(80_000),
  source: "Minh hoạ, không phải giá thị trường",
};

const REQUEST = {
  kind: "price-list",
  reason: "Đề nghị minh hoạ để thử xác nhận hai người; các giá là số minh hoạ",
  content: {
    id: "gia-minh-hoa-2027",
    title: "Bảng giá minh hoạ 2027",
    edition: "1",
    origin: "Số minh hoạ",
    verified: "memory",
    prices: [PAPER, { ...PAPER, resource: "Mực in", unit: "hộp", priceDong: dong(1_500_000) }],
  } satisfies PriceBookData,
} satisfies PublicationRequest;

/** Only into an empty chain, so that repeating it changes nothing. */
export async function seedPublication(env: Env): Promise<void> {
  const events = await listPublicationEvents(env.DB);
  if (events.length > 0) return;
  const text = canonicalJson(REQUEST.content);
  const contentHash = sha256Hex(text);
  const by = { personId: "quan-tri", at: AT, note: REQUEST.reason, contentHash };
  await env.DB.batch([
    ...keepContent(env.DB, contentHash, text),
    addPublication(env.DB, {
      id: ID,
      kind: REQUEST.kind,
      subject: REQUEST.content.id,
      version: 1,
      from: PAPER.from,
      contentHash,
      reason: REQUEST.reason,
      proposedBy: "quan-tri",
      proposedAt: AT,
    }),
    addPublicationEvent(env.DB, nextEvent(events, { publicationId: ID, action: "proposed", ...by })),
  ]);
}
