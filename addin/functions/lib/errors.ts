import type { Failure, Result } from "../../../shared/kernel/result.ts";

/** What a cell shows when a function fails: #VALUE!, #N/A or #NUM!, with a Vietnamese sentence. */
export class CellError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const CODES = { VALUE: "#VALUE!", NA: "#N/A", NUM: "#NUM!" } as const;

/** Excel's own error where its runtime is present, ours elsewhere; both carry `code` and `message`. */
export function cellError(failure: Pick<Failure, "kind" | "vi">): CellError | CustomFunctions.Error {
  const code = CODES[failure.kind];
  const host =
    typeof CustomFunctions === "undefined" ? undefined : (CustomFunctions as Partial<typeof CustomFunctions>);
  if (host?.Error === undefined || host.ErrorCode === undefined) return new CellError(code, failure.vi);
  const known = {
    "#VALUE!": host.ErrorCode.invalidValue,
    "#N/A": host.ErrorCode.notAvailable,
    "#NUM!": host.ErrorCode.invalidNumber,
  };
  return new host.Error(known[code], failure.vi);
}

/** The value, or the cell error thrown. */
export function orThrow<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw cellError(result.error);
}

/** The result, or #NUM! where an amount outgrows exact arithmetic; every other error stays what it is. */
export function exactly<T>(compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw cellError({
      kind: "NUM",
      vi: "Kết quả vượt quá giới hạn tính chính xác (khoảng 9 triệu tỷ đồng).",
    });
  }
}
