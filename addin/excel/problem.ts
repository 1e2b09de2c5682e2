/** What Excel refused, in a few stable codes; the pane has a sentence for each. */

export type ExcelCode =
  | "cell-editing"
  | "protected"
  | "not-found"
  | "sheet-full"
  | "no-header"
  | "too-large"
  /** The person stopped it. */
  | "stopped"
  /** It ended half way and could not be taken back. */
  | "half-done"
  | "other";

export class ExcelProblem extends Error {
  readonly code: ExcelCode;
  /** The sheet or cell it is about, or Excel's own words for `other`. */
  readonly subject: string;

  constructor(code: ExcelCode, subject: string) {
    super(`${code}: ${subject}`);
    this.name = "ExcelProblem";
    this.code = code;
    this.subject = subject;
  }
}

const KNOWN: Readonly<Record<string, ExcelCode>> = {
  InvalidOperationInCellEditMode: "cell-editing",
  AccessDenied: "protected",
  ItemNotFound: "not-found",
  RequestPayloadSizeLimitExceeded: "too-large",
  ResponsePayloadSizeLimitExceeded: "too-large",
};

function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null || !("code" in error)) return "";
  return String(error.code);
}

export function toExcelProblem(error: unknown): ExcelProblem {
  if (error instanceof ExcelProblem) return error;
  const known = KNOWN[codeOf(error)];
  return new ExcelProblem(known ?? "other", error instanceof Error ? error.message : String(error));
}

/** One batch of work in Excel; every refusal comes out as an ExcelProblem. */
export async function inExcel<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run(work);
  } catch (error) {
    throw toExcelProblem(error);
  }
}
