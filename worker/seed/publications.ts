/**
 * What the two stewards have published in the demonstration, and what still waits: one rule on trial, one proposal to
 * make it live again, one price list. All of it labelled as an illustration.
 */
import { readPublication, subjectOf } from "../../shared/contract/publications-content.ts";
import type { PublicationRequest } from "../../shared/contract/publications.ts";
import { day } from "../../shared/kernel/date.ts";
import { canonicalJson } from "../../shared/kernel/canonical.ts";
import { dong } from "../../shared/kernel/money.ts";
import type { PriceBookData } from "../../shared/norms/prices.ts";
import type { Env } from "../env.ts";
import { keepContent, sha256Hex } from "../store/content.ts";
import {
  addPublication,
  addPublicationEvent,
  listPublicationEvents,
  type PublicationEvent,
} from "../store/publications.ts";
import { nextEvent } from "../submissions/publications.ts";

const PAPER: PriceBookData["prices"][number] = {
  type: "VL",
  resource: "Giấy in A4",
  unit: "ram",
  province: null,
  from: day("2027-01-01"),
  priceDong: dong(80_000),
  source: "Minh hoạ, không phải giá thị trường",
};

const PRICES: PublicationRequest = {
  kind: "price-list",
  reason: "Đề nghị minh hoạ để thử xác nhận hai người; các giá là số minh hoạ",
  content: {
    id: "gia-minh-hoa-2027",
    title: "Bảng giá minh hoạ 2027",
    edition: "1",
    origin: "Số minh hoạ",
    verified: "memory",
    prices: [PAPER, { ...PAPER, resource: "Mực in", unit: "hộp", priceDong: dong(1_500_000) }],
  } satisfies PriceBookData as unknown as Record<string, unknown>,
};

function setting(rule: string, mode: string, from: string, reason: string): PublicationRequest {
  return { kind: "rule-setting", reason, content: { rule, mode, from, reason } };
}

interface Seeded {
  readonly id: string;
  readonly at: string;
  readonly request: PublicationRequest;
  readonly confirmed: boolean;
}

/** KC-DA-030 asks what a đề án is to give: it speaks about the demonstration's plans of 2025. */
const SEEDED: readonly Seeded[] = [
  {
    id: "cb_000000000000000000QUYTAC1",
    at: "2026-11-20T00:00:00.000Z",
    request: setting(
      "KC-DA-030",
      "trial",
      "2025-01-01",
      "Minh hoạ: các trung tâm còn làm quen, đến hết năm 2026 chỉ thử nghiệm",
    ),
    confirmed: true,
  },
  { id: "cb_00000000000000000000GIA01", at: "2026-11-23T00:00:00.000Z", request: PRICES, confirmed: false },
  {
    id: "cb_000000000000000000QUYTAC2",
    at: "2026-11-24T00:00:00.000Z",
    request: setting("KC-DA-030", "live", "2027-01-01", "Minh hoạ: hết thời gian thử nghiệm"),
    confirmed: false,
  },
];

/** Only into an empty chain, so that repeating it changes nothing. */
export async function seedPublications(env: Env): Promise<void> {
  const events: PublicationEvent[] = await listPublicationEvents(env.DB);
  if (events.length > 0) return;
  const statements: D1PreparedStatement[] = [];
  for (const { id, at, request, confirmed } of SEEDED) {
    const text = canonicalJson(request.content);
    const contentHash = sha256Hex(text);
    const { subject, from } = subjectOf(readPublication(request.kind, request.content));
    const { kind, reason } = request;
    const proposed = { id, kind, subject, version: 1, from: from ?? at.slice(0, 10), contentHash, reason };
    statements.push(
      ...keepContent(env.DB, contentHash, text),
      addPublication(env.DB, { ...proposed, proposedBy: "quan-tri", proposedAt: at }),
    );
    const steps = [
      { action: "proposed", personId: "quan-tri", note: reason },
      ...(confirmed ? [{ action: "confirmed", personId: "quan-tri-2", note: "Minh hoạ" } as const] : []),
    ] as const;
    for (const step of steps) {
      const event = nextEvent(events, { publicationId: id, at, contentHash, ...step });
      events.push(event);
      statements.push(addPublicationEvent(env.DB, event));
    }
  }
  await env.DB.batch(statements);
}
