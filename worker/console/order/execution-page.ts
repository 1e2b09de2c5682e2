/** <kc-execution submission-id>: one order on its way: its lines, their records, its papers, the next step. */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { Execution, WorkRecordView } from "../../../shared/contract/execution.ts";
import { vietnamDay } from "../../../shared/kernel/date.ts";
import { EXECUTION_ACTIONS, type ExecutionAction } from "../../../shared/plan/states.ts";
import { downloadPaper } from "../lib/api.ts";
import { PageElement } from "../lib/element.ts";
import { formatMoment, money } from "../lib/format.ts";
import { stateBadge } from "../parts/badges.ts";
import { backIcon, downloadIcon, errorIcon, infoIcon } from "../parts/icons.ts";
import { problemCard } from "../parts/problem-card.ts";
import { lang, texts } from "../texts/index.ts";
import { orderTexts } from "../texts/order.ts";
import { linesTable, recordList } from "./execution-views.ts";
import { textOf } from "./parts.ts";
import "./record-form.ts";
import { readExecution, takeStep, writeRecord } from "./service.ts";

export class ExecutionPage extends PageElement {
  static override properties = {
    submissionId: { type: String, attribute: "submission-id" },
    execution: { state: true },
    code: { state: true },
    problem: { state: true },
  };
  declare submissionId: string;
  declare execution: Execution | null;
  declare code: string;
  declare problem: unknown;

  constructor() {
    super();
    this.submissionId = "";
    this.execution = null;
    this.code = "";
    this.problem = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("submissionId")) void this.#try(() => readExecution(this.submissionId));
    if (!changed.has("execution") || this.execution === null) return;
    const { provinceName, year, lines } = this.execution;
    document.title = orderTexts().work.title(provinceName, year);
    if (!lines.some(({ code }) => code === this.code)) this.code = lines[0]?.code ?? "";
  }

  async #try(work: () => Promise<Execution>): Promise<void> {
    this.problem = null;
    try {
      this.execution = await work();
    } catch (error) {
      this.problem = error;
    }
  }

  #cancel(record: WorkRecordView): void {
    const note = window.prompt(orderTexts().work.cancelWhy)?.trim() ?? "";
    if (note === "") return;
    const after = this.execution?.records.at(-1)?.seq ?? 0;
    void this.#try(async () => {
      await writeRecord(this.submissionId, {
        deAnCode: record.deAnCode,
        kind: "cancel",
        on: vietnamDay(Date.now()),
        detail: { cancels: record.id },
        note,
        after,
      });
      return readExecution(this.submissionId);
    });
  }

  #step(event: SubmitEvent, execution: Execution): void {
    event.preventDefault();
    const submitter = event.submitter as HTMLElement | null;
    const action = EXECUTION_ACTIONS.find((each) => each === submitter?.dataset["action"]);
    if (action === undefined) return;
    const comment = textOf(new FormData(event.target as HTMLFormElement), "comment");
    void this.#try(() => takeStep(this.submissionId, execution.etag, { action, comment }));
  }

  #head(execution: Execution): TemplateResult {
    const t = orderTexts().work;
    const { provinceName, year, order } = execution;
    return html`<div class="title-line">
        <a class="back" href="#/dat-hang">${backIcon()}${t.back}</a>
        <h1>${t.heading(provinceName, year)}</h1>
        ${stateBadge(execution.state)}
      </div>
      <p class="quiet">
        ${money(order.supportDong)} · ${t.by(order.ordererName, formatMoment(order.orderedAt))} ·
        <a href=${`#/ho-so/${execution.submissionId}`}>${t.file}</a>
      </p>
      ${execution.chainOk
        ? nothing
        : html`<div class="notice danger" role="alert">
            ${errorIcon()}
            <p>${t.chainBroken}</p>
          </div>`}`;
  }

  #steps(execution: Execution): TemplateResult {
    const t = orderTexts().work;
    const { actions, blockers } = execution;
    const required = actions.length > 0 && actions.every(({ commentRequired }) => commentRequired);
    return html`<section class="card steps" aria-labelledby="step-heading">
      <h2 id="step-heading">${t.step}</h2>
      ${blockers.length === 0
        ? nothing
        : html`<div class="notice info" data-testid="blockers">
            ${infoIcon()}
            <div>
              <p>${t.blockers}</p>
              <ul>
                ${blockers.slice(0, 10).map((sentence) => html`<li>${sentence}</li>`)}
              </ul>
            </div>
          </div>`}
      ${actions.length === 0
        ? html`<p class="quiet">${t.noStep}</p>`
        : html`<form class="form-row" @submit=${(event: SubmitEvent) => this.#step(event, execution)}>
            <label class="field grow"
              ><span>${required ? t.stepReason : t.stepComment}</span
              ><input class="input" name="comment" maxlength="4000" data-testid="step-comment"
            /></label>
            ${actions.map(
              ({ action, label, labelEn, commentRequired }) =>
                html`<button
                  type="submit"
                  class=${commentRequired ? "plain-button" : "link-button primary"}
                  data-action=${action as ExecutionAction}
                  data-testid=${`step-${action}`}
                >
                  ${lang() === "en" ? labelEn : label}
                </button>`,
            )}
          </form>`}
    </section>`;
  }

  #papers({ papers }: Execution): TemplateResult {
    return html`<section class="order-section" aria-labelledby="papers-heading">
      <h2 id="papers-heading">${orderTexts().work.papers}</h2>
      <div class="paper-links">
        ${papers.map(
          ({ kind, title, titleEn, href }) =>
            html`<fluent-button
              size="small"
              data-testid=${`paper-${kind}`}
              @click=${() => downloadPaper(href, kind)}
              ><span slot="start">${downloadIcon()}</span>${lang() === "en" ? titleEn : title}</fluent-button
            >`,
        )}
      </div>
    </section>`;
  }

  #line(execution: Execution): TemplateResult {
    const t = orderTexts().work;
    const { code } = this;
    const own = execution.records.filter(({ deAnCode }) => deAnCode === code);
    return html`<section class="order-section line-work" aria-labelledby="records-heading">
      <div>
        <h2 id="records-heading">${t.records(code)}</h2>
        ${recordList(own, execution.canRecord, (record) => this.#cancel(record))}
      </div>
      <kc-record-form
        .execution=${execution}
        .code=${code}
        @kc-recorded=${() => void this.#try(() => readExecution(this.submissionId))}
      ></kc-record-form>
    </section>`;
  }

  protected override render(): TemplateResult {
    const { execution } = this;
    const retry = {
      label: texts().shell.retry,
      run: () => void this.#try(() => readExecution(this.submissionId)),
    };
    const problem = this.problem === null ? nothing : problemCard(this.problem, retry);
    if (execution === null) {
      return html`<p><a class="back" href="#/dat-hang">${backIcon()}${orderTexts().work.back}</a></p>
        ${this.problem === null
          ? html`<p class="loading" role="status">${texts().shell.loading}</p>`
          : problem}`;
    }
    return html`<article class="execution">
      ${this.#head(execution)} ${problem} ${this.#steps(execution)}
      ${linesTable(execution, this.code, (code) => (this.code = code))} ${this.#line(execution)}
      ${this.#papers(execution)}
    </article>`;
  }
}

customElements.define("kc-execution", ExecutionPage);
