/** The upper part of a submission: what it is, what may be done, its money by fund. */
import { html, nothing, type TemplateResult } from "lit";
import type { AllowedAction, SubmissionDetail } from "../../../shared/contract/submission.ts";
import type { PaperKind } from "../../../shared/contract/order.ts";
import { formatDong } from "../../../shared/kernel/money.ts";
import { FUNDS, type Fund } from "../../../shared/plan/shapes.ts";
import { EXECUTION_ACTIONS } from "../../../shared/plan/states.ts";
import { copyText, formatMoment, money, shortHash } from "../lib/format.ts";
import { countBadges, stateBadge } from "../parts/badges.ts";
import {
  backIcon,
  copyIcon,
  downloadIcon,
  lockIcon,
  okIcon,
  printIcon,
  warningIcon,
} from "../parts/icons.ts";
import { lang, texts } from "../texts/index.ts";
import { orderTexts } from "../texts/order.ts";
import { reviewTexts } from "../texts/review.ts";

/** Which button stands out: the one that moves the file forward. */
const PRIMARY = new Set(["forward", "receive", "accept", "order"]);

async function copyAndSay(event: Event, text: string): Promise<void> {
  const button = event.currentTarget as HTMLButtonElement;
  if (!(await copyText(text))) return;
  button.classList.add("done");
  setTimeout(() => button.classList.remove("done"), 1500);
}

/** A long code shown short, with a button that copies all of it. */
export function copyable(text: string, shown: string, label: string): TemplateResult {
  return html`<span class="copyable"
    ><code title=${text}>${shown}</code
    ><button
      type="button"
      class="icon-button"
      aria-label=${`${texts().shell.copy}: ${label}`}
      @click=${(event: Event) => copyAndSay(event, text)}
    >
      ${copyIcon()}<span class="copied" aria-hidden="true">${texts().shell.copied}</span>
    </button></span
  >`;
}

function actionButton(action: AllowedAction, run: (action: AllowedAction) => void): TemplateResult {
  const label = lang() === "en" ? action.labelEn : action.label;
  // The steps of the work stand beside its records, on their own page.
  if (action.action === "resubmit" || EXECUTION_ACTIONS.some((step) => step === action.action)) return html``;
  return html`<fluent-button
    appearance=${PRIMARY.has(action.action) ? "primary" : "outline"}
    data-testid=${`action-${action.action}`}
    ?disabled=${action.needsOtherPerson}
    title=${action.needsOtherPerson ? reviewTexts().needsOther : nothing}
    @click=${() => run(action)}
    >${label}</fluent-button
  >`;
}

export function submissionHeader(papers: PaperInput, run: (action: AllowedAction) => void): TemplateResult {
  const t = texts();
  const { detail } = papers;
  const { submission, receipt, actions } = detail;
  const canResubmit = actions.some(({ action }) => action === "resubmit");
  return html`<div class="submission-head">
    <div class="title-line">
      <a class="back" href="#/" aria-label=${t.submission.back} title=${t.submission.back}>${backIcon()}</a>
      <h1>${t.submission.heading(submission.provinceName, submission.year)}</h1>
      ${stateBadge(submission.state)}
      <div class="actions">
        ${actions.map((action) => actionButton(action, run))}
        ${canResubmit
          ? html`<a
              class="link-button primary"
              data-testid="action-resubmit"
              href=${`/upload/?previous=${submission.id}`}
              >${t.submission.resubmit}</a
            >`
          : nothing}
        <fluent-button
          appearance="subtle"
          icon-only
          aria-label=${t.submission.print}
          title=${t.submission.print}
          @click=${() => window.print()}
          >${printIcon()}</fluent-button
        >
      </div>
    </div>
    <div class="facts-line">
      <dl class="head-facts" aria-label=${t.submission.facts}>
        <div>
          <dt>${t.submission.receiptNumber}</dt>
          <dd>${copyable(receipt.id, receipt.id, t.submission.receiptNumber)}</dd>
        </div>
        <div>
          <dt>${t.submission.received}</dt>
          <dd>${formatMoment(receipt.receivedAt)}</dd>
        </div>
        <div>
          <dt>${t.submission.sentBy}</dt>
          <dd>${submission.sentBy}</dd>
        </div>
        <div>
          <dt>${t.submission.revision}</dt>
          <dd>${submission.revision}</dd>
        </div>
        <div>
          <dt>${t.submission.hash}</dt>
          <dd>${copyable(receipt.contentHash, shortHash(receipt.contentHash), t.submission.hash)}</dd>
        </div>
        <div>
          <dt class="sr-only">${t.submission.signature}</dt>
          <dd class="signed">${lockIcon()}${t.submission.signed}</dd>
        </div>
      </dl>
      ${detail.order === null ? paperLinks(papers) : nothing}
      ${submission.state === "accepted"
        ? html`<a class="back" href=${`#/dat-hang/dieu-kien/${submission.id}`} data-testid="go-conditions"
            >${orderTexts().book.conditions}</a
          >`
        : nothing}
    </div>
  </div>`;
}

function budgetWords(supportDong: number, budgetDong: number): { text: string; tone: string } {
  const t = texts().submission;
  if (supportDong > budgetDong) return { text: t.overBudget(money(supportDong - budgetDong)), tone: "over" };
  if (supportDong === budgetDong) return { text: t.wholeBudget, tone: "even" };
  return { text: t.leftOfBudget(money(budgetDong - supportDong)), tone: "left" };
}

function fundTile(fund: Fund, detail: SubmissionDetail, budgetDong: number | null): TemplateResult {
  const t = texts().submission;
  const totals = detail.receipt.totals.byFund[fund];
  const words = budgetDong === null ? null : budgetWords(totals.supportDong, budgetDong);
  return html`<section class="tile" data-testid=${`fund-${fund === "QG" ? "national" : "local"}`}>
    <h2>${t.funds[fund]}<span class="quiet">${t.deAnCount(totals.count)}</span></h2>
    <p class="amount">${formatDong(totals.supportDong)}<span class="unit">đ</span></p>
    ${words === null || budgetDong === null
      ? html`<p class="quiet">${t.noBudget}</p>`
      : html`<meter
            class=${words.tone}
            min="0"
            max=${Math.max(budgetDong, 1)}
            .value=${Math.min(totals.supportDong, budgetDong)}
            aria-label=${t.ofBudget(money(budgetDong))}
          ></meter>
          <p class="quiet">
            ${t.ofBudget(money(budgetDong))} · <span class=${words.tone}>${words.text}</span>
          </p>`}
  </section>`;
}

export type Budgets = Readonly<Record<Fund, number | null>>;

export function totalsStrip(detail: SubmissionDetail, budgets: Budgets): TemplateResult {
  const t = texts().submission;
  const { all } = detail.receipt.totals;
  const differences = detail.receipt.differences.length;
  return html`<div class="tiles" role="group" aria-label=${t.totals}>
    ${FUNDS.map((fund) => fundTile(fund, detail, budgets[fund]))}
    <section class="tile">
      <h2>${t.allCosts}</h2>
      <p class="amount">${formatDong(all.totalDong)}<span class="unit">đ</span></p>
      <p class="quiet">
        ${t.counterpart(money(all.counterpartDong))}${all.otherDong === 0
          ? nothing
          : html` · ${t.other(money(all.otherDong))}`}
      </p>
    </section>
    <section class="tile">
      <h2>${t.checks}</h2>
      <p class="tile-line">${countBadges(detail.receipt.counts)}</p>
      <p class="tile-line quiet">
        ${differences === 0 ? okIcon() : warningIcon()}${t.differences(differences)}
      </p>
    </section>
  </div>`;
}

const PAPER_TEST_ID: Readonly<Record<PaperKind, string>> = {
  "quyet-dinh.docx": "download-decision",
  "phu-luc.xlsx": "download-appendix",
  "so-lam-viec.xlsx": "download-workbook",
};

export interface PaperInput {
  readonly detail: SubmissionDetail;
  /** Being fetched now. */
  readonly busy: PaperKind | null;
  readonly download: (kind: PaperKind, href: string) => void;
}

export function paperLinks({ detail, busy, download }: PaperInput): TemplateResult {
  const t = texts().submission;
  return html`<div class="paper-links">
    ${detail.papers.map(
      ({ kind, href }) =>
        html`<fluent-button
          size="small"
          data-testid=${PAPER_TEST_ID[kind]}
          ?disabled=${busy === kind}
          @click=${() => download(kind, href)}
          ><span slot="start">${downloadIcon()}</span>${busy === kind
            ? t.downloading
            : t.papers[kind]}</fluent-button
        >`,
    )}
  </div>`;
}

/** After the order: what was ordered, and its papers. */
export function orderBand(input: PaperInput): TemplateResult | typeof nothing {
  const t = texts().submission;
  const { order } = input.detail;
  if (order === null) return nothing;
  return html`<div class="papers" data-testid="order-band">
    <p>
      ${okIcon()}<strong>${t.orderDone(order.lineCount, money(order.supportDong))}</strong>
      <span class="quiet">${t.orderBy(order.ordererName, formatMoment(order.orderedAt))}</span>
    </p>
    <a class="link-button" href=${`#/dat-hang/${input.detail.submission.id}`} data-testid="go-execution"
      >${orderTexts().work.go}</a
    >
    ${paperLinks(input)}
  </div>`;
}
