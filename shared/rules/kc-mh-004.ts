import { day } from "../kernel/date.ts";
import { foldKey } from "../kernel/text.ts";
import { describeView } from "../law/read.ts";
import { findSupportKind } from "../law/support-kinds.ts";
import { computeSupportCeiling } from "../law/support.ts";
import type { DeAnLine } from "../plan/shapes.ts";
import { sumCostLines } from "../plan/totals.ts";
import { at, listed, money } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcmh004: Rule = {
  id: "KC-MH-004",
  severity: "warning",
  category: "muc-ho-tro",
  stage: "cross-line",
  title: {
    vi: "Một cơ sở nhận nhiều đề án cùng loại, cộng lại vượt mức của một cơ sở",
    en: "Several đề án of one kind for one establishment exceed its ceiling together",
  },
  basis: { doc: "ttlt-26-2014", article: "6", clause: "2" },
  from: day("2014-04-08"),
  to: null,
  related: ["KC-MH-001", "KC-DA-018"],
  figures: ["*.TRAN", "*.TY-LE", "UU-TIEN"],
  check: ({ plan, law, asOf }) => {
    if (asOf === null) return [];
    const sums = sumCostLines(plan);
    const groups = new Map<string, DeAnLine[]>();
    for (const line of plan.deAn) {
      if (
        line.beneficiary === null ||
        line.kind === null ||
        line.fund === null ||
        findSupportKind(line.kind)?.unitVi !== "cơ sở"
      )
        continue;
      const key = `${foldKey(line.beneficiary)}|${line.kind}|${line.fund}`;
      groups.set(key, [...(groups.get(key) ?? []), line]);
    }
    return [...groups.values()].flatMap((lines): Hit[] => {
      const [first] = lines;
      const last = lines.at(-1);
      if (first === undefined || last === undefined || lines.length < 2) return [];
      const own = lines.map(({ code }) => sums.get(code ?? ""));
      const supportDong = own.reduce((sum, one) => sum + (one?.supportDong ?? 0), 0);
      const costDong = own.reduce((sum, one) => sum + (one?.totalDong ?? 0), 0);
      const ceiling = computeSupportCeiling(law, {
        kind: first.kind ?? "",
        costDong,
        priority: lines.some(({ priority }) => priority),
        date: asOf,
        fund: first.fund ?? "QG",
      });
      if (!ceiling.ok || supportDong <= ceiling.value.maxDong) return [];
      return [
        {
          where: at(last, "support"),
          message: `“${last.beneficiary}” có ${lines.length} đề án ${first.kind} (${listed(lines.map(({ code }) => code ?? ""))}), cộng lại ${money(supportDong)}; mức tối đa tính cho một cơ sở.`,
          found: money(supportDong),
          expected: `không quá ${money(ceiling.value.maxDong)} một cơ sở`,
          differenceDong: supportDong - ceiling.value.maxDong,
          basis: describeView(ceiling.value.cite),
          verified: ceiling.value.verified,
          remedy:
            "Gộp các đề án và giảm hỗ trợ cho đủ mức của một cơ sở, hoặc nêu vì sao là hai cơ sở khác nhau.",
        },
      ];
    });
  },
};
