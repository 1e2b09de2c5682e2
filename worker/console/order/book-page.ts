/** <kc-order-book>: every order of a year with its money, and what waits for one. */
import { html, type TemplateResult } from "lit";
import type { OrderBookView } from "../../../shared/contract/execution.ts";
import { money } from "../lib/format.ts";
import { stateBadge } from "../parts/badges.ts";
import { orderTexts } from "../texts/order.ts";
import { bar, pageHead } from "./parts.ts";
import { readOrderBook } from "./service.ts";
import { YearChoicePage, type YearChosen } from "./year-choice-page.ts";

type Item = OrderBookView["items"][number];

export class OrderBookPage extends YearChoicePage<OrderBookView> {
  protected override askYear(query: YearChosen): Promise<OrderBookView> {
    return readOrderBook(query);
  }

  protected override pageTitle(): string {
    return orderTexts().book.title;
  }

  #row({ submissionId, provinceName, state, ordererName, figures }: Item): TemplateResult {
    const t = orderTexts().book;
    const row = orderTexts();
    return html`<tr data-testid="order-row">
      <td data-label=${row.province}>
        <span class="cell-two"
          ><a class="row-link" href=${`#/dat-hang/${submissionId}`}>${provinceName}</a
          ><span class="quiet">${ordererName}</span></span
        >
      </td>
      <td data-label=${row.state}>${stateBadge(state)}</td>
      <td class="numeric" data-label=${t.count}>${figures.ordered}</td>
      <td class="numeric strong" data-label=${t.ordered}>${money(figures.orderedDong)}</td>
      <td class="numeric" data-label=${t.advanced}>${money(figures.advancedDong)}</td>
      <td class="numeric" data-label=${t.accepted}>${money(figures.acceptedDong)}</td>
      <td class="numeric" data-label=${t.settled}>${money(figures.settledDong)}</td>
      <td class="numeric" data-label=${t.refund}>
        ${figures.toRefundDong === 0 ? "–" : html`<span class="owed">${money(figures.toRefundDong)}</span>`}
      </td>
      <td data-label=${t.done}>${bar(figures.donePercent)}</td>
    </tr>`;
  }

  #table(book: OrderBookView): TemplateResult {
    const t = orderTexts();
    if (book.items.length === 0) return html`<p class="empty">${t.book.empty}</p>`;
    const head = [t.book.ordered, t.book.advanced, t.book.accepted, t.book.settled, t.book.refund];
    return html`<div class="table-frame" tabindex="0" role="region" aria-label=${t.book.heading}>
      <table class="list plain" data-testid="order-book">
        <caption class="sr-only">
          ${t.book.heading}
        </caption>
        <thead>
          <tr>
            <th scope="col">${t.province}</th>
            <th scope="col">${t.state}</th>
            <th scope="col" class="numeric">${t.book.count}</th>
            ${head.map((name) => html`<th scope="col" class="numeric">${name}</th>`)}
            <th scope="col">${t.book.done}</th>
          </tr>
        </thead>
        <tbody>
          ${book.items.map((item) => this.#row(item))}
        </tbody>
      </table>
    </div>`;
  }

  #waiting(book: OrderBookView): TemplateResult {
    const t = orderTexts().book;
    return html`<section class="order-section" aria-labelledby="waiting-heading">
      <h2 id="waiting-heading">${t.waiting}</h2>
      ${book.waiting.length === 0
        ? html`<p class="quiet">${t.noWaiting}</p>`
        : html`<p class="quiet">${t.waitingLead}</p>
            <ul class="waiting-list">
              ${book.waiting.map(
                ({ submissionId, provinceName, year, supportDong }) =>
                  html`<li>
                    <strong>${provinceName} ${year}</strong><span>${money(supportDong)}</span
                    ><a href=${`#/dat-hang/dieu-kien/${submissionId}`} data-testid="go-readiness"
                      >${t.conditions}</a
                    ><a href=${`#/ho-so/${submissionId}`}>${t.file}</a>
                  </li>`,
              )}
            </ul>`}
    </section>`;
  }

  protected override render(): TemplateResult {
    const t = orderTexts();
    const { answer: book } = this;
    const head = pageHead(t.book.heading, t.book.lead, "book");
    if (this.problem !== null) return html`${head}${this.refusal()}`;
    if (book === null) return html`${head} ${this.loading()}`;
    return html`${head}
      <div class="filters">${this.choices()}</div>
      ${this.#table(book)} ${this.#waiting(book)}`;
  }
}

customElements.define("kc-order-book", OrderBookPage);
