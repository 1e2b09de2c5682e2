import { PRINCIPLE } from "../kernel/citation.ts";
import { thousandfoldSlip } from "../kernel/magnitude.ts";
import { foldKey } from "../kernel/text.ts";
import type { NormSheetLine } from "../plan/shapes.ts";
import { at, medianOfOthers, shown } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcdm007: Rule = {
  id: "KC-DM-007",
  severity: "warning",
  category: "dinh-muc",
  stage: "cross-line",
  title: {
    vi: "Định mức của một hao phí lệch nghìn lần so với định mức khác",
    en: "A consumption a thousand times off the other norms",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-DT-008"],
  check: ({ plan }) => {
    const groups = new Map<string, NormSheetLine[]>();
    for (const line of plan.normLines) {
      if (line.resource === null || line.quantity === null || line.quantity <= 0n || line.unit === "%")
        continue;
      const key = `${line.type}|${foldKey(line.resource)}|${foldKey(line.unit ?? "")}`;
      groups.set(key, [...(groups.get(key) ?? []), line]);
    }
    return [...groups.values()]
      .filter((lines) => lines.length >= 3)
      .flatMap((lines) => {
        const usualOf = medianOfOthers(lines.map(({ quantity }) => Number(quantity)));
        return lines.flatMap((line, index): Hit[] => {
          const usual = usualOf(index);
          if (usual === null || thousandfoldSlip(Number(line.quantity), usual) === null) return [];
          return [
            {
              where: at(line, "quantity"),
              message: `Mức của “${line.resource}” lệch cỡ nghìn lần so với ${lines.length - 1} dòng cùng tên: có thể sai dấu thập phân hoặc đơn vị.`,
              found: shown(line.cells["quantity"]),
              expected: "cùng cỡ với các dòng kia",
              remedy: "Kiểm tra định mức và đơn vị tính.",
            },
          ];
        });
      });
  },
};
