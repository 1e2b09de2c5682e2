/** What waits to be sent: how each stands, when it goes next, and the decisions only a person can take. */
import { html, nothing, type TemplateResult } from "lit";
import type { SubmissionDetail } from "../../../shared/contract/submission.ts";
import { findTransition, STATE_LABEL } from "../../../shared/plan/states.ts";
import { ApiProblem, readSubmission } from "../api.ts";
import { readSession } from "../auth.ts";
import { PaneElement } from "../element.ts";
import { money } from "../model/amount.ts";
import { isOpen, mayBeStored, type QueueItem } from "../model/queue.ts";
import { compareWorkbooks, type CellDifference } from "../model/queue-diff.ts";
import { QUEUE_EVENT, queueHere } from "../model/queue-here.ts";
import { formatMoment } from "../parts/format.ts";
import { refreshIcon, trashIcon } from "../parts/icons.ts";
import { notice, problemNotice, working } from "../parts/notice.ts";
import { lang, texts } from "../texts/index.ts";
import { differenceList } from "./send-differences.ts";

/** Colour says whose turn it is; the words say it too. */
const TONE: Readonly<Record<QueueItem["state"], string>> = {
  waiting: "waiting",
  sending: "waiting",
  sent: "agreed",
  conflict: "back",
  refused: "refused",
};

export function offlineBanner(text: string): TemplateResult | typeof nothing {
  return queueHere.online
    ? nothing
    : html`<div role="status" data-testid="offline">${notice("warning", text)}</div>`;
}

export function nameOf(item: QueueItem): string {
  return texts().queue.item(item.provinceName, item.year === null ? "…" : String(item.year));
}

interface Comparison {
  readonly key: string;
  readonly theirs: SubmissionDetail | null;
  readonly differences: readonly CellDifference[];
  readonly shown: number;
}

export class SendQueue extends PaneElement {
  static override properties = {
    asking: { state: true },
    comparison: { state: true },
    error: { state: true },
  };
  /** Key of the item somebody is about to remove. */
  declare asking: string;
  declare comparison: Comparison | null;
  declare error: unknown;
  #clock: ReturnType<typeof setInterval> | undefined;
  readonly #redraw = () => this.requestUpdate();

  constructor() {
    super();
    this.asking = "";
    this.comparison = null;
    this.error = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener(QUEUE_EVENT, this.#redraw);
    // The seconds to the next try are counted down.
    this.#clock = setInterval(() => {
      if (queueHere.items.some((item) => item.state === "waiting")) this.requestUpdate();
    }, 1000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener(QUEUE_EVENT, this.#redraw);
    clearInterval(this.#clock);
  }

  async #try(work: () => Promise<void>): Promise<void> {
    this.error = null;
    try {
      await work();
    } catch (error) {
      this.error = error;
    }
  }

  #drop(key: string): Promise<void> {
    this.asking = "";
    return this.#try(async () => {
      await queueHere.drop(key);
      if (this.comparison?.key === key) this.comparison = null;
    });
  }

  async #compare(item: QueueItem): Promise<void> {
    const id = item.envelope?.previousId;
    if (item.envelope === null || id === undefined) return;
    const { workbook } = item.envelope;
    this.comparison = { key: item.key, theirs: null, differences: [], shown: 0 };
    await this.#try(async () => {
      const theirs = await readSubmission(id);
      const differences = compareWorkbooks(workbook, theirs.workbook);
      this.comparison = { key: item.key, theirs, differences, shown: 0 };
      await this.focusOn("#comparison-heading");
    });
    if (this.error !== null) this.comparison = null;
  }

  #sendMine(item: QueueItem, theirs: SubmissionDetail): Promise<void> {
    this.comparison = null;
    return this.#try(() => queueHere.sendOnTop(item.key, theirs.etag));
  }

  #decision(item: QueueItem, theirs: SubmissionDetail): TemplateResult {
    const t = texts().queue;
    const { state, revision } = theirs.submission;
    const open = findTransition("resubmit", state) !== null;
    return html`${open ? nothing : notice("info", t.locked(STATE_LABEL[state][lang()]))}
      <div class="actions">
        ${open
          ? html`<fluent-button
              appearance="primary"
              size="small"
              data-testid="send-mine"
              @click=${() => void this.#sendMine(item, theirs)}
              >${t.sendMine(revision + 1)}</fluent-button
            >`
          : nothing}
        <fluent-button size="small" data-testid="keep-theirs" @click=${() => (this.asking = item.key)}
          >${t.keepTheirs}</fluent-button
        >
        <fluent-button size="small" appearance="subtle" @click=${() => (this.comparison = null)}
          >${t.later}</fluent-button
        >
      </div>`;
  }

  #comparison(item: QueueItem, comparison: Comparison): TemplateResult {
    const t = texts().queue;
    const { theirs, differences, shown } = comparison;
    if (theirs === null) return working(t.comparing);
    const { submission, receipt } = theirs;
    const state = STATE_LABEL[submission.state][lang()];
    return html`<div class="comparison" data-testid="comparison">
      <p id="comparison-heading" tabindex="-1">
        ${t.theirs(submission.revision, state, submission.sentBy, formatMoment(receipt.receivedAt))}
      </p>
      ${differenceList({
        differences,
        shown,
        more: (count) => (this.comparison = { ...comparison, shown: count }),
        failed: (error) => (this.error = error),
      })}
      ${this.#decision(item, theirs)}
    </div>`;
  }

  #waiting(item: QueueItem): TemplateResult {
    const t = texts().queue;
    const mine = item.personId === readSession()?.person.id;
    const seconds = Math.max(0, Math.ceil((item.nextAt - Date.now()) / 1000));
    const next = !queueHere.online
      ? t.waitingNetwork
      : !mine
        ? t.waitingPerson(item.personName)
        : item.tries === 0
          ? t.waitingFirst
          : t.waitingTry(item.tries, seconds);
    return html`<p data-testid="queue-next">${next}</p>
      ${item.failure === null || !queueHere.online ? nothing : this.#why(item.failure)}`;
  }

  #why({ status, problem, local }: NonNullable<QueueItem["failure"]>): TemplateResult {
    return problemNotice(new ApiProblem(status, problem, local));
  }

  #standing(item: QueueItem): TemplateResult | typeof nothing {
    const t = texts().queue;
    if (item.state === "waiting") return this.#waiting(item);
    if (item.state === "sending") return working(t.sendingTry(item.tries));
    if (item.state === "refused" && item.failure !== null) return this.#why(item.failure);
    if (item.state !== "conflict") return nothing;
    const { comparison } = this;
    return comparison?.key === item.key
      ? this.#comparison(item, comparison)
      : html`${notice("warning", t.conflict)}
        ${item.envelope?.previousId === undefined
          ? nothing
          : html`<div class="actions">
              <fluent-button
                appearance="primary"
                size="small"
                data-testid="compare"
                @click=${() => void this.#compare(item)}
                >${t.compare}</fluent-button
              >
            </div>`}`;
  }

  #question(item: QueueItem): TemplateResult {
    const t = texts().queue;
    const ask =
      item.state === "conflict" ? t.keepTheirsAsk : mayBeStored(item) ? t.dropMayBeStored : t.dropAsk;
    return html`<div class="notice warning" role="alert">
      <p>${ask}</p>
      <span class="actions">
        <fluent-button size="small" data-testid="drop-yes" @click=${() => void this.#drop(item.key)}
          >${t.dropYes}</fluent-button
        >
        <fluent-button size="small" appearance="subtle" @click=${() => (this.asking = "")}
          >${t.dropNo}</fluent-button
        >
      </span>
    </div>`;
  }

  #buttons(item: QueueItem): TemplateResult | typeof nothing {
    const t = texts().queue;
    if (item.state === "sending") return nothing;
    if (this.asking === item.key) return this.#question(item);
    if (this.comparison?.key === item.key) return nothing;
    return html`<div class="actions">
      ${queueHere.online
        ? html`<fluent-button
            size="small"
            data-testid="try-now"
            @click=${() => void this.#try(() => queueHere.tryNow(item.key))}
            >${refreshIcon()}${t.tryNow}</fluent-button
          >`
        : nothing}
      <fluent-button
        size="small"
        appearance="subtle"
        data-testid="drop"
        aria-label=${t.dropLabel(nameOf(item))}
        @click=${() => (this.asking = item.key)}
        >${trashIcon()}${t.drop}</fluent-button
      >
    </div>`;
  }

  #item(item: QueueItem): TemplateResult {
    const t = texts().queue;
    const correction = item.envelope?.previousId === undefined ? "" : ` · ${t.correction}`;
    return html`<li class="queue-item" data-testid="queue-item" data-state=${item.state}>
      <div class="queue-head">
        <b>${nameOf(item)}</b>
        <span class="badge ${TONE[item.state]}">${t.states[item.state]}</span>
      </div>
      <p class="quiet">
        ${t.created(formatMoment(new Date(item.createdAt)))}${correction} · ${money(item.supportDong)}
      </p>
      ${this.#standing(item)} ${this.#buttons(item)}
    </li>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const t = texts().queue;
    const open = queueHere.items.filter(isOpen);
    if (open.length === 0) return nothing;
    return html`<section class="card flush" aria-labelledby="queue-heading" data-testid="queue">
      <div class="card-head"><h3 id="queue-heading" tabindex="-1">${t.title}</h3></div>
      <p class="quiet pad">${t.lead}</p>
      ${queueHere.durable ? nothing : html`<div class="pad">${notice("warning", t.notDurable)}</div>`}
      <ul class="queue">
        ${open.map((item) => this.#item(item))}
      </ul>
      ${this.error === null ? nothing : html`<div class="pad">${problemNotice(this.error)}</div>`}
    </section>`;
  }
}
customElements.define("kc-send-queue", SendQueue);
