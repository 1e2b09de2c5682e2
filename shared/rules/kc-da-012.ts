import { foldText } from "../kernel/text.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcda012: Rule = {
  id: "KC-DA-012",
  severity: "info",
  category: "day-du",
  stage: "line",
  title: {
    vi: "Đề án chưa nêu đơn vị thụ hưởng",
    en: "The đề án names no beneficiary",
  },
  basis: { doc: "tt-36-2013-bct", article: "10", clause: "1", point: "a" },
  from: null,
  to: null,
  related: [],
  check: ({ plan }) =>
    plan.deAn
      .filter(
        (line) =>
          line.beneficiary === null && line.name !== null && !foldText(line.note ?? "").includes("theo nhom"),
      )
      .map(
        (line): Hit => ({
          where: at(line, "beneficiary"),
          message: "Chưa nêu đơn vị thụ hưởng; chỉ đề án lập theo nhóm được để trống khi phê duyệt kế hoạch.",
          found: "(trống)",
          expected: "tên cơ sở, hoặc ghi chú “lập theo nhóm”",
          remedy: "Điền đơn vị thụ hưởng, hoặc ghi “lập theo nhóm” ở cột Ghi chú.",
        }),
      ),
};
