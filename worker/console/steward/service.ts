/** What the steward's page asks the service. */
import type { Book } from "../../../shared/contract/book.ts";
import type { FailedJobs } from "../../../shared/contract/failed-job.ts";
import type {
  Publication,
  PublicationList,
  PublicationPreview,
  PublicationRequest,
} from "../../../shared/contract/publications.ts";
import type { RuleBook } from "../../../shared/contract/rules.ts";
import type { WaiverRegister } from "../../../shared/contract/waiver.ts";
import { post, sendJson } from "../lib/api.ts";

const BASE = "/api/v1/publications";

export const readRules = (): Promise<RuleBook> => sendJson("/api/v1/rules", { cache: "no-store" });
export const readWaivers = (): Promise<WaiverRegister> => sendJson("/api/v1/waivers", { cache: "no-store" });
export const readFailedJobs = (): Promise<FailedJobs> =>
  sendJson("/api/v1/failed-jobs", { cache: "no-store" });
export const sendAgain = (id: string): Promise<FailedJobs> => post("/api/v1/failed-jobs/again", { id });
export const readBook = (): Promise<Book> => sendJson("/api/v1/book");
export const readPublications = (): Promise<PublicationList> => sendJson(BASE);
export const readDifference = (id: string): Promise<PublicationPreview> =>
  sendJson(`${BASE}/difference?id=${encodeURIComponent(id)}`);
export const preview = (request: PublicationRequest): Promise<PublicationPreview> =>
  post(`${BASE}/preview`, request);
export const propose = (request: PublicationRequest): Promise<Publication> => post(BASE, request);
export const decide = (
  { id, contentHash }: Pick<Publication, "id" | "contentHash">,
  decision: "confirmed" | "refused",
  note: string,
): Promise<Publication> => post(`${BASE}/decisions`, { id, contentHash, decision, note });
