import { PRINCIPLE } from "../kernel/citation.ts";
import { foldKey } from "../kernel/text.ts";
import { SUPPORT_KINDS, findSupportKind } from "../law/support-kinds.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

/** The code of a kind written by its name, or with other signs between its words. */
function codeOf(typed: string): { fix?: string } {
  const key = foldKey(typed);
  const kind = SUPPORT_KINDS.find(({ code, vi, en }) => [code, vi, en].some((name) => foldKey(name) === key));
  return kind === undefined ? {} : { fix: kind.code };
}

export const kcda004: Rule = {
  id: "KC-DA-004",
  severity: "error",
  category: "danh-muc",
  stage: "line",
  title: {
    vi: "Loại hỗ trợ phải có trong danh mục",
    en: "The kind of support must be in the list",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: [],
  check: ({ plan }) =>
    plan.deAn
      .filter((line) => line.kind !== null && findSupportKind(line.kind) === null)
      .map(
        (line): Hit => ({
          where: at(line, "kind"),
          message: `Không có loại hỗ trợ “${line.kind}”.`,
          found: line.kind ?? "",
          expected: "một mã trong danh sách, ví dụ MO-HINH, MAY-MOC, DAO-TAO",
          remedy: "Chọn lại loại hỗ trợ trong danh sách thả xuống.",
          ...codeOf(line.kind ?? ""),
        }),
      ),
};
