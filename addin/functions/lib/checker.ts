/** The rules, for KC.KIEMTRA only: more than half of all code of the functions, so loaded at its first call. */
import type { judgeTable } from "../../../shared/workbook/judge-table.ts";
import { cellError } from "./errors.ts";

export type JudgeTable = typeof judgeTable;

let active: JudgeTable | null = null;
let loading: Promise<JudgeTable> | null = null;

/** The rules, loading them at the first call. Cell error #N/A while they cannot be fetched; the next call tries again. */
export function whenChecker(): Promise<JudgeTable> {
  // In the built add-in this import is a file of its own, /functions-check.js (vite.config.ts).
  loading ??= import("../../../shared/workbook/judge-table.ts").then(
    (checker) => (active = checker.judgeTable),
    () => {
      loading = null;
      throw cellError({
        kind: "NA",
        vi: "Chưa tải được bộ quy tắc kiểm tra; hãy kết nối mạng rồi tính lại ô này.",
      });
    },
  );
  return loading;
}

/** Computes at once when the rules are here, otherwise when they arrive. */
export function withChecker<T>(compute: (judgeTable: JudgeTable) => T | Promise<T>): T | Promise<T> {
  return active === null ? whenChecker().then(compute) : compute(active);
}
