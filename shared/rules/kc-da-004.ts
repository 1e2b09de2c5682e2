import { PRINCIPLE } from "../kernel/citation.ts";
import { findSupportKind } from "../law/support-kinds.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

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
        }),
      ),
};
