/** Totals by fund, as they will be sent. */
import { html, type TemplateResult } from "lit";
import { formatDong } from "../../../shared/kernel/money.ts";
import { FUNDS } from "../../../shared/plan/shapes.ts";
import type { FundTotals, PlanTotals } from "../../../shared/plan/totals.ts";
import { texts } from "../texts/index.ts";
import { moneyTable, type MoneyRow } from "./money-table.ts";

function rowOf(label: string, sums: FundTotals, isSum: boolean, withOther: boolean): MoneyRow {
  const { totalDong, supportDong, otherDong, counterpartDong } = sums;
  const amounts = [totalDong, supportDong, ...(withOther ? [otherDong] : []), counterpartDong];
  return {
    head: html`${label} <span class="quiet">${texts().draft.count(sums.count)}</span>`,
    cells: amounts.map(formatDong),
    isSum,
  };
}

export function fundTable(totals: PlanTotals): TemplateResult {
  const t = texts();
  const withOther = totals.all.otherDong !== 0;
  return moneyTable({
    label: t.send.summary,
    testId: "send-totals",
    columns: [
      t.send.fund,
      t.send.total,
      t.send.support,
      ...(withOther ? [t.wizard.other] : []),
      t.send.counterpart,
    ],
    rows: [
      ...FUNDS.map((fund) => rowOf(t.draft.funds[fund], totals.byFund[fund], false, withOther)),
      rowOf(t.send.all, totals.all, true, withOther),
    ],
  });
}
