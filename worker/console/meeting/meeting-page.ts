/** <kc-meeting>: the choice on a projector; every change is computed at once and kept in the meeting's log. */
import { html, nothing, type TemplateResult } from "lit";
import { Asker } from "../../../shared/allocation/asker.ts";
import { fundBudgets } from "../../../shared/allocation/funds.ts";
import type { AllocationReport } from "../../../shared/allocation/report.ts";
import { parseAllocation } from "../../../shared/allocation/read-file.ts";
import type { AllocationInput } from "../../../shared/allocation/types.ts";
import type { WhatIf } from "../../../shared/allocation/what-if.ts";
import type { EntryRequest, MeetingDetail } from "../../../shared/contract/meeting.ts";
import { formatDong } from "../../../shared/kernel/money.ts";
import { addMeetingEntry, downloadPaper, meetingInputPath, readMeeting, saveAs } from "../lib/api.ts";
import { PageElement } from "../lib/element.ts";
import { formatMoment } from "../lib/format.ts";
import { warningIcon } from "../parts/icons.ts";
import { problemCard } from "../parts/problem-card.ts";
import { lang, texts } from "../texts/index.ts";
import { openAllocator } from "./allocator.ts";
import { controls, type Change } from "./controls.ts";
import { budgetLine, decimal, named, projectList, sides } from "./views.ts";

const MILLION = 1_000_000;
const MORE_MILLION = 200;
const SETTLE_MS = 120;

export class MeetingPage extends PageElement {
  static override properties = {
    meetingId: { type: String, attribute: "meeting-id" },
    detail: { state: true },
    input: { state: true },
    report: { state: true },
    failure: { state: true },
    more: { state: true },
    busy: { state: true },
    problem: { state: true },
    group: { state: true },
    moreMillion: { state: true },
  };
  declare meetingId: string;
  declare detail: MeetingDetail | null;
  declare input: AllocationInput | null;
  declare report: AllocationReport | null;
  /** Why no choice exists, in a sentence. */
  declare failure: string;
  declare more: WhatIf | null;
  declare busy: boolean;
  declare problem: unknown;
  declare group: string;
  /** Of "nếu thêm … triệu thì". */
  declare moreMillion: number;
  readonly #calculator = new Asker(openAllocator);
  #settling: ReturnType<typeof setTimeout> | undefined;
  #question = 0;
  /** Entries are written one after the other: each covers the one before. */
  #writing: Promise<unknown> = Promise.resolve();

  constructor() {
    super();
    this.detail = null;
    this.input = null;
    this.report = null;
    this.failure = "";
    this.more = null;
    this.busy = false;
    this.problem = null;
    this.group = "noiDung";
    this.moreMillion = MORE_MILLION;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = texts().meeting.title;
    document.body.classList.add("projector");
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.body.classList.remove("projector");
    this.#calculator.cancel();
  }

  async #load(): Promise<void> {
    try {
      this.detail = await readMeeting(this.meetingId);
      this.input = this.detail.input;
      await this.#compute();
    } catch (error) {
      this.problem = error;
    }
  }

  /** False when a newer question came in between or the work was stopped. */
  async #compute(): Promise<boolean> {
    const { input } = this;
    if (input === null) return false;
    const mine = (this.#question += 1);
    if (this.busy) this.#calculator.cancel();
    this.busy = true;
    const answer = await this.#calculator.ask({ kind: "report", input });
    if (mine !== this.#question) return false;
    this.busy = false;
    if (answer === null) return false;
    this.report = answer.ok ? answer.value : null;
    this.failure = answer.ok ? "" : answer.error[lang()];
    this.more = null;
    await this.#tryMore();
    return true;
  }

  async #tryMore(): Promise<void> {
    const { input, report } = this;
    const mine = this.#question;
    if (input === null || report === null) return;
    const { chosen, value } = report;
    const moreDong = this.moreMillion * MILLION;
    const more = await this.#calculator.ask({ kind: "more", input, now: { chosen, value }, moreDong });
    if (mine === this.#question && more?.ok === true) this.more = more.value;
  }

  #setMore(event: Event): void {
    const million = Math.round(Number((event.target as HTMLInputElement).value));
    if (!Number.isSafeInteger(million * MILLION) || million === 0) return;
    this.moreMillion = million;
    void this.#tryMore();
  }

  /** While a slider moves only the picture follows; when it rests, the change is kept. */
  #change({ input, kind, note, settled }: Change): void {
    this.input = input;
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      void this.#compute().then((done) => {
        if (done && settled && note !== "") this.#keep(kind, note, input);
      });
    }, SETTLE_MS);
  }

  #keep(kind: EntryRequest["kind"], note: string, input: AllocationInput): void {
    const { report } = this;
    const result =
      report === null
        ? null
        : { chosen: [...report.chosen], value: report.value, bound: report.bound, proven: report.proven };
    this.#writing = this.#writing
      .then(async () => {
        const after = this.detail?.entries[0]?.seq ?? 0;
        const entry = await addMeetingEntry(this.meetingId, { kind, after, note, input, result });
        if (this.detail !== null) this.detail = { ...this.detail, entries: [entry, ...this.detail.entries] };
      })
      .catch((error: unknown) => (this.problem = error));
  }

  #stop(): void {
    this.#question += 1;
    this.#calculator.cancel();
    this.busy = false;
  }

  async #import(event: Event): Promise<void> {
    const field = event.target as HTMLInputElement;
    const text = await field.files?.[0]?.text();
    field.value = "";
    if (text === undefined) return;
    const t = texts().meeting;
    const file = parseAllocation(text);
    if (!file.ok) {
      this.failure = file.error[lang()];
      return;
    }
    this.#change({ input: file.value, kind: "import", note: t.notes.import, settled: true });
  }

  #export(): void {
    const blob = new Blob([JSON.stringify(this.input, null, 2)], { type: "application/json" });
    saveAs(blob, "phan-bo.json");
  }

  async #download(seq: number): Promise<void> {
    try {
      await downloadPaper(meetingInputPath(this.meetingId, seq), `phan-bo-${seq}.json`);
    } catch (error) {
      this.problem = error;
    }
  }

  #ask(id: string): void {
    const { input, report } = this;
    if (input === null || report === null) return;
    this.busy = true;
    void this.#calculator.ask({ kind: "explain", input, id }).then((answer) => {
      this.busy = false;
      if (answer?.ok !== true || this.report !== report) return;
      this.report = { ...report, reasons: { ...report.reasons, [id]: answer.value } };
    });
  }

  #moreLine(input: AllocationInput): TemplateResult | typeof nothing {
    const t = texts().meeting;
    const { more } = this;
    if (more === null) return nothing;
    const million = formatDong(this.moreMillion);
    const same = more.entering.length + more.leaving.length === 0;
    const text = same
      ? t.moreNothing(million)
      : t.moreText(
          million,
          t.enters(named(input, more.entering)),
          more.leaving.length === 0 ? "" : t.leaves(named(input, more.leaving)),
          decimal(more.valueMore),
        );
    const budgetDong = more.budgetDong;
    return html`<p class="more-line" data-testid="more-line">
      <span>${text}</span>
      <label
        >${t.moreInput}<input
          type="number"
          class="input"
          step="10"
          .value=${String(this.moreMillion)}
          data-testid="more-number"
          @change=${(event: Event) => this.#setMore(event)}
      /></label>
      ${fundBudgets(input) === null ? this.#applyMore(input, budgetDong) : nothing}
    </p>`;
  }

  #applyMore(input: AllocationInput, budgetDong: number): TemplateResult {
    const t = texts().meeting;
    return html`<button
      type="button"
      class="plain-button"
      @click=${() =>
        this.#change({
          input: { ...input, budgetDong },
          kind: "budget",
          note: t.notes.budget(budgetDong),
          settled: true,
        })}
    >
      ${t.apply}
    </button>`;
  }

  #log(detail: MeetingDetail): TemplateResult {
    const t = texts().meeting;
    return html`<details class="card" data-testid="log">
      <summary>
        <h2>${t.log}</h2>
        <span class="quiet"
          >${t.entries(detail.entries.length)} · ${detail.chainOk ? t.chainOk : t.chainBroken}</span
        >
      </summary>
      <ol reversed class="meeting-log" tabindex="0" aria-label=${t.log}>
        ${detail.entries.map(
          (entry) =>
            html`<li>
              <span
                >${entry.note}
                <button
                  type="button"
                  class="plain-button"
                  aria-label=${t.entryFile(entry.seq)}
                  @click=${() => void this.#download(entry.seq)}
                >
                  JSON
                </button></span
              >
              <span class="quiet"
                >${formatMoment(entry.at)} · ${entry.personName} ·
                ${entry.result === null
                  ? "—"
                  : `${entry.result.chosen.length} / ${decimal(entry.result.value)}`}
                · <code>${entry.hash.slice(0, 12)}</code></span
              >
            </li>`,
        )}
      </ol>
      <div class="meeting-files">
        <button
          type="button"
          class="plain-button"
          data-testid="export-meeting"
          @click=${() => this.#export()}
        >
          ${t.exportFile}
        </button>
        <label class="plain-button file-button"
          >${t.importFile}<input
            type="file"
            accept=".json,application/json"
            @change=${(e: Event) => void this.#import(e)}
        /></label>
      </div>
      <p class="quiet"><code>${t.recompute}</code></p>
    </details>`;
  }

  protected override render(): TemplateResult {
    const t = texts().meeting;
    const { detail, input, report } = this;
    const problem = this.problem === null ? nothing : problemCard(this.problem);
    if (detail === null || input === null) return html`${problem}`;
    const change = (one: Change) => this.#change(one);
    return html`<div class="meeting">
      <div class="meeting-head">
        <h1>${detail.meeting.title}</h1>
        <a href="#/hop">${t.back}</a>
        <span role="status" class="quiet"
          >${this.busy
            ? html`${t.computing}
                <button type="button" class="plain-button" @click=${() => this.#stop()}>${t.cancel}</button>`
            : nothing}</span
        >
      </div>
      ${problem}
      ${this.failure === "" ? nothing : html`<p class="notice danger" role="alert">${this.failure}</p>`}
      ${budgetLine(input, report)} ${this.#moreLine(input)}
      ${this.#calculator.solver === false
        ? html`<div class="notice warning" role="status" data-testid="without-solver">
            ${warningIcon()}
            <p>${texts().meeting.withoutSolver}</p>
          </div>`
        : nothing}
      <div class="meeting-body">
        <div>${report === null ? nothing : projectList(input, report, change, (id) => this.#ask(id))}</div>
        <div class="meeting-side">
          ${controls(input, this.group, change, (group) => (this.group = group))}
          ${report === null ? nothing : sides(input, report)} ${this.#log(detail)}
        </div>
      </div>
    </div>`;
  }
}
customElements.define("kc-meeting", MeetingPage);
