import { PRINCIPLE } from "../kernel/citation.ts";
import { findProvince } from "../law/province.ts";
import { atInfo } from "./lib.ts";
import type { Rule } from "./types.ts";

export const kcti003: Rule = {
  id: "KC-TI-003",
  severity: "error",
  category: "danh-muc",
  stage: "line",
  title: {
    vi: "Tỉnh phải là một trong các tỉnh, thành phố của danh mục",
    en: "The province must be in the list",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: [],
  check: ({ plan: { info } }) => {
    if (info.province === null || findProvince(info.province) !== null) return [];
    return [
      {
        where: atInfo(info, "province"),
        message: `Không có tỉnh, thành phố “${info.province}”.`,
        found: info.province,
        expected: "tên hoặc mã của một tỉnh, thành phố",
        remedy: "Chọn đúng tên tỉnh; tên trước khi sáp nhập cũng được nhận.",
      },
    ];
  },
};
