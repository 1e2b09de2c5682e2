import { day } from "../kernel/date.ts";
import { divideRounded } from "../kernel/money.ts";
import { QUANTITY_SCALE, quantity } from "../kernel/quantity.ts";
import { describeView, readParameter } from "../law/read.ts";
import { sumCostLines } from "../plan/totals.ts";
import { at, money } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

const FINISHED: ReadonlySet<string> = new Set(["Hoàn thành", "Đã nghiệm thu", "Đã quyết toán"]);

function parameterOf(kind: string): string {
  if (kind === "HA-TANG-CCN" || kind === "O-NHIEM-CCN") return "TAM-UNG-LAN-1.CCN";
  return kind === "LAP-DN" ? "TAM-UNG-LAN-1.LAP-DN" : "TAM-UNG-LAN-1.CHUNG";
}

export const kctd006: Rule = {
  id: "KC-TD-006",
  severity: "error",
  category: "tien-do",
  stage: "cross-line",
  title: {
    vi: "Tạm ứng lần một vượt tỷ lệ cho phép",
    en: "The first advance is above its rate",
  },
  basis: { doc: "tt-36-2013-bct", article: "13" },
  from: day("2014-02-10"),
  to: null,
  related: ["KC-TD-005", "KC-TD-007"],
  figures: ["TAM-UNG-LAN-1.*"],
  check: ({ plan, law }) => {
    const sums = sumCostLines(plan);
    const deAn = new Map(plan.deAn.map((line) => [line.code, line]));
    return plan.progress.flatMap((line): Hit[] => {
      const own = deAn.get(line.deAnCode);
      const support = sums.get(line.deAnCode ?? "")?.supportDong;
      if (own === undefined || own.kind === null || support === undefined || line.date === null) return [];
      if (line.state === null || FINISHED.has(line.state) || (line.paidDong ?? 0) > 0) return [];
      const rate = readParameter(law, parameterOf(own.kind), line.date);
      if (!rate.ok || line.advancedDong === null) return [];
      const most = divideRounded(BigInt(support) * quantity(rate.value.value), 100n * QUANTITY_SCALE, "down");
      if (BigInt(line.advancedDong) <= most) return [];
      return [
        {
          where: at(line, "advanced"),
          message: `Tạm ứng trước khi nghiệm thu vượt ${String(rate.value.value).replace(".", ",")} % kinh phí hỗ trợ của đề án.`,
          found: money(line.advancedDong),
          expected: `không quá ${money(Number(most))}`,
          differenceDong: Number(BigInt(line.advancedDong) - most),
          basis: describeView(rate.value.cite),
          // For the local fund the province rules on advances (TT 46/2012 Đ.8.3.b).
          verified: own.fund === "QG" ? rate.value.cite.verified : "secondary",
          remedy: "Thu hồi phần vượt, hoặc nêu quyết định cho phép tỷ lệ khác.",
        },
      ];
    });
  },
};
