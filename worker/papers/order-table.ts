/** What is ordered, line by line, grouped by fund: sums and unit prices as the papers print them. */
import { addDong, dong, formatDong } from "../../shared/kernel/money.ts";
import type { OrderLine } from "./types.ts";

export const FUND_LABELS: Readonly<Record<string, string>> = {
  QG: "Kinh phí khuyến công quốc gia",
  ĐP: "Kinh phí khuyến công địa phương",
};

export const QUALITY = "Theo yêu cầu tại đề án được duyệt";

export interface FundGroup {
  readonly fund: string;
  readonly label: string;
  readonly lines: readonly OrderLine[];
  readonly totalDong: number;
  readonly supportDong: number;
  readonly counterpartDong: number;
  readonly otherDong: number;
}

export function sumOf<T extends OrderLine>(lines: readonly T[], pick: (line: T) => number): number {
  return addDong(...lines.map((item) => dong(pick(item))));
}

/** National fund first; a line without a fund keeps its own group rather than vanish. */
export function groupByFund(lines: readonly OrderLine[]): FundGroup[] {
  const funds = [...new Set(["QG", "ĐP", ...lines.map((item) => item.fund)])];
  return funds
    .map((fund) => ({ fund, lines: lines.filter((item) => item.fund === fund) }))
    .filter((group) => group.lines.length > 0)
    .map(({ fund, lines: own }) => ({
      fund,
      label: FUND_LABELS[fund] ?? "Nguồn chưa ghi rõ",
      lines: own,
      totalDong: sumOf(own, (item) => item.totalDong),
      supportDong: sumOf(own, (item) => item.supportDong),
      counterpartDong: sumOf(own, (item) => item.counterpartDong),
      otherDong: sumOf(own, (item) => item.otherDong),
    }));
}

/** The price of one unit when the amount divides evenly, else the amount is a lump sum. */
export function unitPrice(item: OrderLine): string {
  const count = /^\d+$/.test(item.count.replaceAll(".", "")) ? Number(item.count.replaceAll(".", "")) : 0;
  return count > 0 && item.supportDong % count === 0 ? formatDong(item.supportDong / count) : "Trọn gói";
}
