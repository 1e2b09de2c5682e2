import { at, isBlank, shown } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcda005: Rule = {
  id: "KC-DA-005",
  severity: "error",
  category: "danh-muc",
  stage: "line",
  title: {
    vi: "Nguồn phải là QG hoặc ĐP",
    en: "The fund must be QG or ĐP",
  },
  basis: { doc: "nd-45-2012", article: "11" },
  from: null,
  to: null,
  related: [],
  check: ({ plan }) =>
    plan.deAn
      .filter((line) => !isBlank(line.cells["fund"]) && line.fund === null)
      .map(
        (line): Hit => ({
          where: at(line, "fund"),
          message: "Nguồn kinh phí không hợp lệ.",
          found: shown(line.cells["fund"]),
          expected: "QG (quốc gia) hoặc ĐP (địa phương)",
          remedy: "Chọn QG hoặc ĐP.",
        }),
      ),
};
