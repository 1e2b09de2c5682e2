/** How the degree of autonomy comes about: every source with what of it counts in A, B, and the order that reaches 100 %. */
import { html, nothing, type TemplateResult } from "lit";
import type { AutonomyOutlook } from "../../../shared/contract/execution.ts";
import { dong, formatDong } from "../../../shared/kernel/money.ts";
import { computeIncome, type IncomeShare } from "../../../shared/norms/autonomy.ts";
import { money } from "../lib/format.ts";
import { orderTexts } from "../texts/order.ts";

type Outlook = NonNullable<AutonomyOutlook["outlook"]>;

/** The book's orders and assignments, then the other sources of the estimate; the same sums as the service makes. */
function sharesOf({ book, estimate }: AutonomyOutlook): readonly IncomeShare[] {
  const income = computeIncome([
    { code: "11.1.a", dong: dong(book.orderDong) },
    { code: "11.1.c", dong: dong(book.assignDong + book.otherDong) },
    ...(estimate?.others ?? []).map(({ code, dong: amount, lessDong }) => ({
      code,
      dong: dong(amount),
      ...(lessDong === undefined ? {} : { lessDong: dong(lessDong) }),
    })),
  ]);
  return income.ok ? income.value.shares : [];
}

/** A and B after so many further orders, written out so that it can be checked by hand. */
function breakEven(outlook: Outlook, estimate: AutonomyOutlook["estimate"]): TemplateResult | typeof nothing {
  const t = orderTexts().autonomy;
  const needed = outlook.oneMore?.ordersNeeded ?? null;
  const more = estimate?.oneMore ?? null;
  if (needed === null || needed === 0 || more === null) return nothing;
  const after = (start: number, each: number) =>
    `${formatDong(start)} + ${needed} × ${formatDong(each)} = ${money(start + needed * each)}`;
  return html`<p data-testid="break-even">
    <strong>${t.breakEven(needed)}</strong> A: ${after(outlook.incomeDong, more.priceDong)}; B:
    ${after(outlook.spendingDong, more.costDong)}.
  </p>`;
}

export function autonomyWorking(found: AutonomyOutlook): TemplateResult | typeof nothing {
  const t = orderTexts().autonomy;
  const { outlook, estimate } = found;
  if (outlook === null) return nothing;
  return html`<details class="why" open>
    <summary>${t.working}</summary>
    <div class="table-frame" tabindex="0" role="region" aria-label=${t.working}>
      <table class="list plain" data-testid="autonomy-working">
        <thead>
          <tr>
            <th scope="col">${t.source}</th>
            <th scope="col" class="numeric">${t.amount}</th>
            <th scope="col" class="numeric">${t.counted}</th>
          </tr>
        </thead>
        <tbody>
          ${sharesOf(found).map(
            ({ kind, dong: amount, countedDong }) =>
              html`<tr>
                <td data-label=${t.source}>${kind.code}. ${kind.vi}</td>
                <td data-label=${t.amount} class="numeric">${formatDong(amount)}</td>
                <td data-label=${t.counted} class="numeric strong">${formatDong(countedDong)}</td>
              </tr>`,
          )}
          <tr class="total">
            <td data-label=${t.source}>${t.income}</td>
            <td></td>
            <td data-label=${t.counted} class="numeric">${formatDong(outlook.incomeDong)}</td>
          </tr>
          <tr>
            <td data-label=${t.source}>${t.spending}</td>
            <td></td>
            <td data-label=${t.counted} class="numeric">${formatDong(outlook.spendingDong)}</td>
          </tr>
          <tr class="total">
            <td data-label=${t.source}>A ÷ B</td>
            <td></td>
            <td data-label=${t.counted} class="numeric">${outlook.now.percentText.replace(".", ",")} %</td>
          </tr>
        </tbody>
      </table>
    </div>
    ${breakEven(outlook, estimate)}
  </details>`;
}
