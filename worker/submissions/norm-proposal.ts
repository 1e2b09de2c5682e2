/** A draft norm book worked out of the submissions the Ministry sees: read from what was stored, counted by shared/. */
import type { Book } from "../../shared/contract/book.ts";
import {
  EVIDENCE_SUBMISSIONS_LIMIT,
  type NormProposal,
  type NormProposalQuestion,
  type ProposalEffect,
  type ProposalPart,
  type ProposalService,
} from "../../shared/contract/norm-proposal.ts";
import type { StoredEnvelope } from "../../shared/contract/submission.ts";
import { canonicalJson } from "../../shared/kernel/canonical.ts";
import type { IsoDate } from "../../shared/kernel/date.ts";
import type { FlatWorkbook } from "../../shared/kernel/flat.ts";
import { quantityToString } from "../../shared/kernel/quantity.ts";
import { sealNormBook } from "../../shared/norms/book.ts";
import { fewestFor } from "../../shared/norms/evidence/signed-rank.ts";
import type { NormBook, NormBookData } from "../../shared/norms/model.ts";
import { proposedBook } from "../../shared/plan/evidence/draft-book.ts";
import { priceEffect, type PriceEffect } from "../../shared/plan/evidence/effect.ts";
import {
  evidenceOf,
  sourceOf,
  type ComponentEvidence,
  type PartEvidence,
  type SentService,
  type ServiceEvidence,
} from "../../shared/plan/evidence/propose.ts";
import { isCommonCode, servicesOf } from "../../shared/plan/evidence/services.ts";
import { ownBooksOf, withOwnBooks } from "../../shared/workbook/own-books.ts";
import { readPlan } from "../../shared/workbook/read.ts";
import type { Env } from "../env.ts";
import { HttpProblem } from "../http/problem.ts";
import { sendersOf, type SenderRow } from "../store/comparables.ts";
import { readContent, sha256Hex } from "../store/content.ts";
import { outlierView, summaryOf } from "./compare.ts";
import { bookInForce } from "./publications.ts";

export const CONFIDENCE = 9500;
const READ_AT_ONCE = 10;

interface Sender extends SenderRow {
  readonly workbook: FlatWorkbook;
}

/** A service as one submission has it, with the submission. */
export interface Sent extends SentService {
  readonly sender: Sender;
}

export interface WorkedOut {
  readonly answer: NormProposal;
  readonly book: NormBookData;
  readonly services: readonly { readonly evidence: ServiceEvidence; readonly sent: readonly Sent[] }[];
}

async function readSender(env: Env, row: SenderRow): Promise<Sender> {
  const text = await readContent(env.DB, row.envelopeHash);
  if (text === null) throw new Error("the envelope of a revision is missing");
  return { ...row, workbook: (JSON.parse(text) as StoredEnvelope).workbook };
}

/** Problem: too-large. */
async function readSenders(env: Env, keys: readonly string[]): Promise<Sender[]> {
  const rows = await sendersOf(env.DB, keys, EVIDENCE_SUBMISSIONS_LIMIT + 1);
  if (rows.length > EVIDENCE_SUBMISSIONS_LIMIT)
    throw new HttpProblem(
      "state-conflict",
      `Các dịch vụ đã chọn có trong hơn ${EVIDENCE_SUBMISSIONS_LIMIT} hồ sơ; hãy chọn ít dịch vụ hơn.`,
    );
  const found: Sender[] = [];
  for (let at = 0; at < rows.length; at += READ_AT_ONCE)
    found.push(...(await Promise.all(rows.slice(at, at + READ_AT_ONCE).map((row) => readSender(env, row)))));
  return found;
}

function sentOf(sender: Sender): Sent[] {
  const { provinceCode: province, submissionId: submission } = sender;
  return servicesOf(readPlan(sender.workbook).normLines).map((service) => ({
    province,
    submission,
    service,
    sender,
  }));
}

function placeOf({ sender }: Sent, sheet: string, cell: string) {
  const { provinceCode, provinceName, submissionId } = sender;
  return { provinceCode, provinceName, submissionId, sheet, cell };
}

/** Source of a figure → where it stands. */
function placesIn(sent: readonly Sent[], key: string): Map<string, ReturnType<typeof placeOf>> {
  return new Map(
    sent.flatMap((one) =>
      one.service.components
        .filter((component) => component.key === key)
        .map((component) => [
          sourceOf({ sent: one, component }),
          placeOf(one, component.sheet, component.cell),
        ]),
    ),
  );
}

function partView(
  { part, found, proposed }: PartEvidence,
  places: ReturnType<typeof placesIn>,
): ProposalPart {
  const outliers = found.enough ? found.outliers : [];
  return {
    part,
    summary: summaryOf(found),
    proposed: proposed === null ? null : quantityToString(proposed),
    outliers: outliers.flatMap((outlier) => {
      const { value, source } = outlier.observation;
      const place = places.get(source);
      if (place === undefined) return [];
      return [{ ...outlierView(outlier, found), value: quantityToString(value), ...place }];
    }),
  };
}

function componentView(
  sent: readonly Sent[],
  component: ComponentEvidence,
): ProposalService["components"][number] {
  const { key, type, resource, unit, provinces, leftOut, parts } = component;
  const places = placesIn(sent, key);
  return {
    key,
    type,
    resource,
    unit,
    provinces,
    leftOut,
    parts: parts.map((part) => partView(part, places)),
  };
}

const whyOf = ({ before, after }: PriceEffect) => (before.why ?? after.why)?.vi ?? null;

function amountsOf({ before, after, differenceDong, differenceHundredths }: PriceEffect) {
  return { beforeDong: before.dong, afterDong: after.dong, differenceDong, differenceHundredths };
}

function effectView(one: Sent, effect: PriceEffect): ProposalEffect {
  const { provinceCode, provinceName } = one.sender;
  return {
    provinceCode,
    provinceName,
    place: placeOf(one, one.service.sheet, one.service.cell),
    ...amountsOf(effect),
    why: whyOf(effect),
  };
}

const NO_AMOUNTS = { beforeDong: null, afterDong: null, differenceDong: null, differenceHundredths: null };

/** The newest of each province; `sent` is in that order. */
function newestOfEach(sent: readonly Sent[]): Sent[] {
  const seen = new Set<string>();
  return sent.filter(({ province }) => !seen.has(province) && seen.add(province));
}

function effectsOf(
  sent: readonly Sent[],
  code: string | null,
  draft: NormBook,
  { book, from }: { readonly book: Book; readonly from: IsoDate },
): Pick<ProposalService, "effects" | "published"> {
  if (code === null) return { effects: [], published: NO_AMOUNTS };
  const effects = newestOfEach(sent).map((one) => {
    const books = withOwnBooks(book, ownBooksOf(one.sender.workbook));
    const place = { date: from, province: one.province };
    return effectView(one, priceEffect({ books, place, code: one.service.code }, draft, code));
  });
  const general = { books: book, place: { date: from, province: null } };
  const published = priceEffect({ ...general, code: isCommonCode(code) ? code : null }, draft, code);
  return { effects, published: amountsOf(published) };
}

/** Problems: not-found, state-conflict. */
export async function workOut(env: Env, question: NormProposalQuestion, today: IsoDate): Promise<WorkedOut> {
  const { services: keys, from, minProvinces } = question;
  const [senders, book] = await Promise.all([readSenders(env, keys), bookInForce(env)]);
  const all = senders.flatMap(sentOf);
  const options = { confidence: CONFIDENCE, ...(minProvinces === undefined ? {} : { minProvinces }) };
  const services = keys.map((key) => {
    const sent = all.filter(({ service }) => service.key === key);
    if (sent.length === 0)
      throw new HttpProblem(
        "not-found",
        "Không còn hồ sơ nào có định mức của một dịch vụ đã chọn; hãy tải lại.",
      );
    return { evidence: evidenceOf(sent, options), sent };
  });
  const proposed = proposedBook(
    services.map(({ evidence }) => evidence),
    from,
    { on: today, confidencePercent: "95" },
  );
  const draft = sealNormBook(proposed.book);
  const views = services.map(({ evidence, sent }): ProposalService => {
    const { key, name, unit, provinces, submissions } = evidence;
    const code = proposed.codes.get(key) ?? null;
    return {
      key,
      name,
      unit,
      provinces,
      submissions,
      code,
      components: evidence.components.map((component) => componentView(sent, component)),
      ...effectsOf(sent, code, draft, { book, from }),
    };
  });
  const answer = {
    from,
    bookId: draft.id,
    confidence: CONFIDENCE,
    needed: Math.max(fewestFor(CONFIDENCE), minProvinces ?? 0),
    norms: draft.norms.length,
    services: views,
  };
  const figuresHash = sha256Hex(canonicalJson(answer));
  return { answer: { figuresHash, ...answer }, book: proposed.book, services };
}
