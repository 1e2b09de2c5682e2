/** The annexes of a proposed book: made once, kept under the hash of their bytes, named by hash in the book itself. */
import type { EvidenceFile } from "../../shared/contract/norm-proposal.ts";
import type { IsoDate } from "../../shared/kernel/date.ts";
import { quantityToString } from "../../shared/kernel/quantity.ts";
import type { NormBookData } from "../../shared/norms/model.ts";
import { COMPONENT_PARTS } from "../../shared/plan/evidence/services.ts";
import type { Viewer } from "../auth/authenticate.ts";
import type { Env } from "../env.ts";
import { HttpProblem } from "../http/problem.ts";
import { evidenceAnnex } from "../papers/evidence-annex.ts";
import { evidencePaper } from "../papers/evidence-paper.ts";
import type { EvidenceInput, SentFigure } from "../papers/evidence-words.ts";
import { keepFile, readFile, sha256OfBytes } from "../store/files.ts";
import { listPublications } from "../store/publications.ts";
import type { Sent, WorkedOut } from "./norm-proposal.ts";
import { contentOf, bookInForce } from "./publications.ts";

function figuresOf(sent: readonly Sent[]): SentFigure[] {
  return sent.flatMap(({ sender, service }) =>
    service.components.flatMap(({ key, figures, sheet, cell }) =>
      COMPONENT_PARTS.flatMap((part): SentFigure[] => {
        const value = figures[part];
        if (value === undefined) return [];
        const { provinceCode, provinceName, year, submissionId } = sender;
        const at = { provinceCode, provinceName, year, submissionId, sheet, cell };
        return [{ component: key, part, value: quantityToString(value), ...at }];
      }),
    ),
  );
}

/** The book with the hashes of its annexes, which are kept before anything names them. */
export async function withEvidence(
  env: Env,
  viewer: Viewer,
  { answer, book, services }: WorkedOut,
  today: IsoDate,
): Promise<NormBookData> {
  const input: EvidenceInput = {
    proposal: answer,
    title: `${book.title}, ${book.edition}`,
    ministryName: viewer.organisation.name,
    date: today,
    figures: new Map(services.map(({ evidence, sent }) => [evidence.key, figuresOf(sent)])),
  };
  const annex = await evidenceAnnex(input);
  const xlsx = await sha256OfBytes(annex);
  const { law } = await bookInForce(env);
  const paper = await evidencePaper(input, xlsx, law.documents);
  const docx = await sha256OfBytes(paper);
  await Promise.all([keepFile(env.FILES, xlsx, annex), keepFile(env.FILES, docx, paper)]);
  return { ...book, evidence: { figures: answer.figuresHash, xlsx, docx } };
}

/** Problem: not-found. */
export async function evidenceFile(
  env: Env,
  publicationId: string,
  file: EvidenceFile,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; hash: string; from: string }> {
  const found = (await listPublications(env.DB)).find(({ id }) => id === publicationId);
  const content = found === undefined ? null : await contentOf(env, found);
  const hash = content?.kind === "norm-book" ? content.book.evidence?.[file] : undefined;
  const bytes = hash === undefined ? null : await readFile(env.FILES, hash);
  if (found === undefined || hash === undefined || bytes === null)
    throw new HttpProblem("not-found", "Công bố này không có phụ lục minh chứng.");
  return { bytes, hash, from: found.from };
}
