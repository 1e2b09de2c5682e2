import { day } from "../kernel/date.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

const FOR_ESTABLISHMENTS: ReadonlySet<string> = new Set([
  "LAP-DN",
  "MO-HINH",
  "MO-HINH-NHAN-RONG",
  "SXSH",
  "MAY-MOC",
  "DAY-CHUYEN",
  "THUONG-HIEU",
  "TU-VAN",
  "LAI-SUAT",
  "O-NHIEM-CO-SO",
]);

export const kcda024: Rule = {
  id: "KC-DA-024",
  severity: "info",
  category: "day-du",
  stage: "line",
  title: {
    vi: "Đề án hỗ trợ cơ sở chưa ghi ngành nghề",
    en: "Support for an establishment names no trade",
  },
  basis: { doc: "nd-45-2012", article: "5" },
  from: day("2012-07-05"),
  to: null,
  related: ["KC-DA-023"],
  check: ({ plan }) =>
    plan.deAn
      .filter(
        (line) =>
          line.kind !== null &&
          FOR_ESTABLISHMENTS.has(line.kind) &&
          line.trade === null &&
          line.name !== null,
      )
      .map(
        (line): Hit => ({
          where: at(line, "trade"),
          message: "Chưa ghi ngành nghề, nên không xét được danh mục ngành nghề và ưu tiên.",
          found: "(trống)",
          expected: "ngành nghề của cơ sở",
          remedy: "Điền ngành nghề theo Điều 5 Nghị định 45/2012/NĐ-CP.",
        }),
      ),
};
