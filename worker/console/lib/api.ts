/** The only place of these pages that calls the service: signed in by a cookie that no script can read. */
import type { WaiverAnswer, WaiverRequest } from "../../../shared/contract/waiver.ts";
import type {
  NormProposal,
  NormProposalQuestion,
  NormProposalRequest,
  SentServices,
} from "../../../shared/contract/norm-proposal.ts";
import type { Publication } from "../../../shared/contract/publications.ts";
import type { Book } from "../../../shared/contract/book.ts";
import type { ComparedKeys, Comparison, PeerFindings } from "../../../shared/contract/comparison.ts";
import { BOOKMARK_HEADER } from "../../../shared/contract/bookmark.ts";
import type { OrderRequest, Order } from "../../../shared/contract/order.ts";
import type {
  Candidates,
  EntryRequest,
  MeetingDetail,
  MeetingEntry,
  MeetingList,
  MeetingRequest,
  MeetingSummary,
} from "../../../shared/contract/meeting.ts";
import type { Person, SignInAnswer, SignInOptions } from "../../../shared/contract/session.ts";
import type { SavedView, SavedViews } from "../../../shared/contract/saved-view.ts";
import type {
  ActionAnswer,
  ExportedRevision,
  Receipt,
  ReviewAction,
  SubmissionDetail,
  SubmissionList,
} from "../../../shared/contract/submission.ts";
import { XLSX_MEDIA_TYPE, type Upload, type UploadSubmission } from "../../../shared/contract/upload.ts";
import { fileNameOf } from "./file-name.ts";
import { localProblem, toProblem } from "./problem.ts";
import { dropSession } from "./session.ts";

const BASE = "/api/v1";
const BOOKMARK_KEY = "kc.bookmark";

async function send(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  if (typeof init.body === "string") headers.set("content-type", "application/json");
  const seen = sessionStorage.getItem(BOOKMARK_KEY);
  if (seen !== null) headers.set(BOOKMARK_HEADER, seen);
  const response = await fetch(path, { ...init, headers }).catch(() => null);
  if (response === null) throw localProblem("network", 0);
  const bookmark = response.headers.get(BOOKMARK_HEADER);
  if (bookmark !== null) sessionStorage.setItem(BOOKMARK_KEY, bookmark);
  if (response.ok) return response;
  const body: unknown = await response.json().catch(() => null);
  // The session is over: the pages fall back to their sign-in card.
  if (response.status === 401) dropSession();
  throw toProblem(body, response.status);
}

export async function sendJson<T>(path: string, init: RequestInit = {}): Promise<T> {
  const response = await send(path, init);
  const body: unknown = await response.json().catch(() => null);
  if (body === null) throw localProblem("not-problem", response.status);
  return body as T;
}

export function post<T>(path: string, body: unknown, headers: Record<string, string> = {}): Promise<T> {
  return sendJson<T>(path, { method: "POST", body: JSON.stringify(body), headers });
}

/** Seeded people of a demonstration machine; null where local sign-in does not exist. */
export async function listLocalPeople(): Promise<readonly Person[] | null> {
  const response = await fetch(`${BASE}/local/people`).catch(() => null);
  if (response === null) throw localProblem("network", 0);
  if (response.status === 404 || response.status === 403) return null;
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw toProblem(body, response.status);
  return (body as { items?: readonly Person[] } | null)?.items ?? null;
}

export function signInLocally(personId: string): Promise<SignInAnswer> {
  return post(`${BASE}/local/sign-in`, { personId });
}

export function readSignInOptions(): Promise<SignInOptions> {
  return sendJson(`${BASE}/sign-in/options`);
}

/** Who the cookie speaks for; null when nobody is signed in. */
export async function readMe(): Promise<Person | null> {
  const response = await fetch(`${BASE}/me`).catch(() => null);
  return response?.ok === true ? ((await response.json()) as Person) : null;
}

/** Ends the session on the server too; without a network at least this browser forgets who it was. */
export async function signOut(): Promise<void> {
  await fetch(`${BASE}/session/end`, { method: "POST" }).catch(() => null);
  dropSession();
}

export interface QueueFilter {
  readonly state?: string;
  readonly province?: string;
  readonly year?: string;
  readonly findings?: string;
  readonly q?: string;
}

export function listSavedViews(): Promise<SavedViews> {
  return sendJson(`${BASE}/saved-views`, { cache: "no-store" });
}

export function saveSavedView(view: SavedView): Promise<SavedViews> {
  return post(`${BASE}/saved-views`, view);
}

export function removeSavedView(name: string): Promise<SavedViews> {
  return post(`${BASE}/saved-views/remove`, { name });
}

/** A revision as it was received. */
export function readRevision(id: string, revision: number): Promise<ExportedRevision> {
  return sendJson(`${BASE}/submissions/${encodeURIComponent(id)}/envelope?revision=${revision}`);
}

export function listSubmissions(filter: QueueFilter, cursor: string | null): Promise<SubmissionList> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, String(value));
  query.set("limit", "50");
  if (cursor !== null) query.set("cursor", cursor);
  return sendJson(`${BASE}/submissions?${query}`);
}

export function readSubmission(id: string): Promise<SubmissionDetail> {
  return sendJson(`${BASE}/submissions/${encodeURIComponent(id)}`, { cache: "no-store" });
}

export function listComparisons(topic: string, q: string): Promise<ComparedKeys> {
  const query = new URLSearchParams(q === "" ? { topic } : { topic, q });
  return sendJson(`${BASE}/comparisons?${query}`);
}

export function readComparison(topic: string, key: string): Promise<Comparison> {
  return sendJson(`${BASE}/comparisons/figures?${new URLSearchParams({ topic, key })}`);
}

export function listSentServices(): Promise<SentServices> {
  return sendJson(`${BASE}/norm-proposals/services`);
}

export function previewNorms(question: NormProposalQuestion): Promise<NormProposal> {
  return post(`${BASE}/norm-proposals/preview`, question);
}

export function proposeNorms(request: NormProposalRequest): Promise<Publication> {
  return post(`${BASE}/norm-proposals`, request);
}

/** What the server judges with today, everything published included. */
export function readBook(): Promise<Book> {
  return sendJson(`${BASE}/book`);
}

export function readPeerFindings(id: string): Promise<PeerFindings> {
  return sendJson(`${BASE}/submissions/${encodeURIComponent(id)}/peers`);
}

export function actOnSubmission(id: string, etag: string, action: ReviewAction): Promise<ActionAnswer> {
  return post(`${BASE}/submissions/${encodeURIComponent(id)}/actions`, action, { "if-match": etag });
}

export function waiveRule(id: string, etag: string, request: WaiverRequest): Promise<WaiverAnswer> {
  return post(`${BASE}/submissions/${encodeURIComponent(id)}/waivers`, request, { "if-match": etag });
}

export function orderSubmission(id: string, etag: string, request: OrderRequest): Promise<Order> {
  return post(`${BASE}/submissions/${encodeURIComponent(id)}/order`, request, { "if-match": etag });
}

export function uploadWorkbook(file: {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}): Promise<Upload> {
  return sendJson(`${BASE}/uploads?fileName=${encodeURIComponent(file.name)}`, {
    method: "POST",
    body: file.bytes,
    headers: { "content-type": XLSX_MEDIA_TYPE },
  });
}

export function submitUpload(
  upload: Upload,
  submission: UploadSubmission,
  idempotencyKey: string,
): Promise<Receipt> {
  return post(upload.links.submission, submission, { "idempotency-key": idempotencyKey });
}

export interface CandidateFilter {
  readonly year?: string;
  readonly fund?: string;
}

export function readCandidates(filter: CandidateFilter): Promise<Candidates> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, String(value));
  return sendJson(`${BASE}/allocation/candidates?${query}`);
}

export function listMeetings(): Promise<MeetingList> {
  return sendJson(`${BASE}/allocation/meetings`);
}

export function openMeeting(request: MeetingRequest): Promise<MeetingSummary> {
  return post(`${BASE}/allocation/meetings`, request);
}

export function readMeeting(id: string): Promise<MeetingDetail> {
  return sendJson(`${BASE}/allocation/meetings/${encodeURIComponent(id)}`, { cache: "no-store" });
}

/** The file at one change of the log. */
export function meetingInputPath(id: string, seq: number): string {
  return `${BASE}/allocation/meetings/${encodeURIComponent(id)}/entries/${seq}/input`;
}

export function addMeetingEntry(id: string, entry: EntryRequest): Promise<MeetingEntry> {
  return post(`${BASE}/allocation/meetings/${encodeURIComponent(id)}/entries`, entry);
}

/** A paper as a file on the reader's machine; the token travels in a header, so a plain link would not do. */
export async function downloadPaper(href: string, fileName: string): Promise<void> {
  const response = await send(href);
  const given = fileNameOf(response.headers.get("content-disposition"));
  saveAs(await response.blob(), given ?? fileName);
}

export function saveAs(blob: Blob, fileName: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
