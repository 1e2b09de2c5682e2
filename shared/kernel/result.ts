/** Errors are values inside shared/: every fallible computation returns a Result. */

export type FailureKind = "VALUE" | "NA" | "NUM";

/** What went wrong, in words a drafter can act on. `code` is stable and never translated. */
export interface Failure {
  readonly code: string;
  /** How a spreadsheet cell shows it: wrong input → #VALUE!, nothing known → #N/A. */
  readonly kind: FailureKind;
  readonly vi: string;
  readonly en: string;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Failure };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(kind: FailureKind, code: string, vi: string, en: string): { ok: false; error: Failure } {
  return { ok: false, error: { kind, code, vi, en } };
}

/** For callers that have already proved success; throws a programming error otherwise. */
export function mustOk<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`${result.error.code}: ${result.error.vi}`);
}
