/** Totals by fund, as they will be sent. */
import { html, nothing, type TemplateResult } from "lit";
import { formatDong } from "../../../shared/kernel/money.ts";
import { FUNDS } from "../../../shared/plan/shapes.ts";
import type { FundTotals, PlanTotals } from "../../../shared/plan/totals.ts";
import { texts } from "../texts/index.ts";

function line(label: string, sums: FundTotals, isSum: boolean, withOther: boolean): TemplateResult {
  return html`<tr class=${isSum ? "sum" : ""}>
    <th scope="row">${label} <span class="quiet">${texts().draft.count(sums.count)}</span></th>
    <td>${formatDong(sums.totalDong)}</td>
    <td>${formatDong(sums.supportDong)}</td>
    ${withOther ? html`<td>${formatDong(sums.otherDong)}</td>` : nothing}
    <td>${formatDong(sums.counterpartDong)}</td>
  </tr>`;
}

export function fundTable(totals: PlanTotals): TemplateResult {
  const t = texts();
  const withOther = totals.all.otherDong !== 0;
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${t.send.summary}>
    <table class="money" data-testid="send-totals">
      <thead>
        <tr>
          <th scope="col">${t.send.fund}</th>
          <th scope="col">${t.send.total}</th>
          <th scope="col">${t.send.support}</th>
          ${withOther ? html`<th scope="col">${t.wizard.other}</th>` : nothing}
          <th scope="col">${t.send.counterpart}</th>
        </tr>
      </thead>
      <tbody>
        ${FUNDS.map((fund) => line(t.draft.funds[fund], totals.byFund[fund], false, withOther))}
        ${line(t.send.all, totals.all, true, withOther)}
      </tbody>
    </table>
  </div>`;
}
