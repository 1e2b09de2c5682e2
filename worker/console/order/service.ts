/** What the pages of ordering ask the service. */
import type {
  CatalogueFactRequest,
  ServiceCatalogue,
  SubmissionReadiness,
} from "../../../shared/contract/catalogue.ts";
import type {
  AutonomyEstimate,
  AutonomyOutlook,
  Execution,
  ExecutionStep,
  OrderBookView,
  RecordAnswer,
  RecordRequest,
  YearReport,
} from "../../../shared/contract/execution.ts";
import type { PlanSummary } from "../../../shared/contract/plan-summary.ts";
import type { TemplateKind } from "../../../shared/contract/order.ts";
import {
  DOCX_MEDIA_TYPE,
  type PaperTemplate,
  type PaperTemplateList,
} from "../../../shared/contract/paper-template.ts";
import type { Publication } from "../../../shared/contract/publications.ts";
import { post, sendJson } from "../lib/api.ts";

const BASE = "/api/v1";

export interface YearAsked {
  readonly year?: string;
  readonly province?: string;
}

function queried(path: string, values: object): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    if (typeof value === "string" && value !== "") query.set(name, value);
  const text = query.toString();
  return `${BASE}${path}${text === "" ? "" : `?${text}`}`;
}

export const readOrderBook = (asked: YearAsked): Promise<OrderBookView> =>
  sendJson(queried("/orders", asked));
export const readYearReport = (asked: YearAsked): Promise<YearReport> =>
  sendJson(queried("/year-report", asked));
export const readPlanSummary = (asked: YearAsked): Promise<PlanSummary> =>
  sendJson(queried("/plan-summary", asked));
export const planSummaryHref = (asked: YearAsked): string => queried("/plan-summary/file", asked);
export const yearReportHref = (asked: YearAsked): string => queried("/year-report/file", asked);
export const readAutonomy = (asked: YearAsked): Promise<AutonomyOutlook> =>
  sendJson(queried("/autonomy", asked));
export const saveEstimate = (estimate: AutonomyEstimate): Promise<AutonomyOutlook> =>
  post(`${BASE}/autonomy`, estimate);

export const readCatalogue = (asked: { province?: string; date?: string }): Promise<ServiceCatalogue> =>
  sendJson(queried("/catalogue", asked));
/** Waits for a second steward, like everything that is published. */
export const proposeFact = (fact: CatalogueFactRequest, reason: string): Promise<Publication> =>
  post(`${BASE}/publications`, { kind: "catalogue-fact", reason, content: fact });

const file = (id: string) => `${BASE}/submissions/${encodeURIComponent(id)}`;

export const readReadiness = (id: string, date: string): Promise<SubmissionReadiness> =>
  sendJson(`${file(id)}/order-readiness${date === "" ? "" : `?date=${date}`}`);
export const readExecution = (id: string): Promise<Execution> =>
  sendJson(`${file(id)}/execution`, { cache: "no-store" });
export const writeRecord = (id: string, record: RecordRequest): Promise<RecordAnswer> =>
  post(`${file(id)}/execution/records`, record);
export const takeStep = (id: string, etag: string, step: ExecutionStep): Promise<Execution> =>
  post(`${file(id)}/execution/steps`, step, { "if-match": etag });

export const readTemplates = (): Promise<PaperTemplateList> => sendJson(`${BASE}/paper-templates`);
export const templateHref = (kind: TemplateKind): string => `${BASE}/paper-templates/file?kind=${kind}`;
export const resetTemplate = (kind: TemplateKind): Promise<PaperTemplate> =>
  post(`${BASE}/paper-templates/reset`, { kind });
export const uploadTemplate = (kind: TemplateKind, chosen: File): Promise<PaperTemplate> =>
  sendJson(queried("/paper-templates", { kind, fileName: chosen.name }), {
    method: "POST",
    body: chosen,
    headers: { "content-type": DOCX_MEDIA_TYPE },
  });
