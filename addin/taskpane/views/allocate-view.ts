/** Phân bổ: choosing within the money, computed in the background, with every reason; the result goes into the sheet. */
import { html, nothing, type TemplateResult } from "lit";
import { Asker } from "../../../shared/allocation/asker.ts";
import type { ProjectSource } from "../../../shared/allocation/from-plan.ts";
import { parseAllocation } from "../../../shared/allocation/read-file.ts";
import type { AllocationReport } from "../../../shared/allocation/report.ts";
import type { AllocationInput, Override } from "../../../shared/allocation/types.ts";
import type { WhatIf } from "../../../shared/allocation/what-if.ts";
import { goToCell } from "../../excel/navigate.ts";
import { writeAllocation } from "../../excel/write-allocation.ts";
import { openAllocator } from "../allocator.ts";
import { PaneElement } from "../element.ts";
import { keep, readKept } from "../kept.ts";
import {
  choicesFor,
  choicesOfFile,
  inputOf,
  materialOf,
  withoutReason,
  type Choices,
  type Material,
} from "../model/allocation.ts";
import { ALLOCATION_LOOK, ALLOCATION_SHEET, allocationSheet } from "../model/allocation-sheet.ts";
import { runAction } from "../model/undo-here.ts";
import {
  budgetCard,
  criteriaCard,
  limitsCard,
  stepsField,
  type Change,
} from "../parts/allocation-controls.ts";
import { filesCard, sourceChoice } from "../parts/allocation-files.ts";
import { besides, choiceLists, moreLine, summary, type ProjectActions } from "../parts/allocation-result.ts";
import { formatMoment } from "../parts/format.ts";
import { sheetIcon } from "../parts/icons.ts";
import { emptyState, notice, problemNotice, working } from "../parts/notice.ts";
import { undoAction } from "../parts/undo.ts";
import { allocationTexts } from "../texts/allocation.ts";
import { lang, texts } from "../texts/index.ts";
import { workspace, type Snapshot } from "../workspace.ts";

const MORE_MILLION = 200;
const MILLION = 1_000_000;
const SETTLE_MS = 150;
/** Shorter work shows no progress. */
const PROGRESS_AFTER_MS = 300;

/** Each province and year has choices of its own. */
function keyOf({ verdict }: Snapshot): string {
  const { province, year } = verdict.plan.info;
  return `kc.allocation.${province ?? ""}.${year ?? ""}`;
}

export class AllocateView extends PaneElement {
  static override properties = {
    choices: { state: true },
    material: { state: true },
    imported: { state: true },
    report: { state: true },
    reported: { state: true },
    more: { state: true },
    failure: { state: true },
    busy: { state: true },
    late: { state: true },
    halted: { state: true },
    writing: { state: true },
    message: { state: true },
    error: { state: true },
    group: { state: true },
  };
  declare choices: Choices | null;
  declare material: Material | null;
  declare imported: boolean;
  declare report: AllocationReport | null;
  /** The file the report is about. */
  declare reported: AllocationInput | null;
  declare more: WhatIf | null;
  /** Why there is no choice, in a sentence. */
  declare failure: string;
  declare busy: boolean;
  /** Busy for so long that it is worth saying. */
  declare late: boolean;
  declare halted: boolean;
  declare writing: boolean;
  declare message: { tone: "ok" | "warning"; text: string; undo: boolean } | null;
  declare error: unknown;
  declare group: string;
  readonly #asker = new Asker(openAllocator);
  #settled: Promise<void> = Promise.resolve();
  #overtaken: () => void = () => undefined;
  #settling: ReturnType<typeof setTimeout> | undefined;
  #question = 0;
  #snapshot: Snapshot | null = null;

  constructor() {
    super();
    this.choices = null;
    this.material = null;
    this.imported = false;
    this.report = null;
    this.reported = null;
    this.more = null;
    this.failure = "";
    this.busy = false;
    this.late = false;
    this.halted = false;
    this.writing = false;
    this.message = null;
    this.error = null;
    this.group = "diaBan";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#asker.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#asker.cancel();
  }

  /** The tab is shown: the workbook is read again where it has changed. */
  async open(): Promise<void> {
    this.error = null;
    try {
      const snapshot =
        workspace.snapshot === null || workspace.stale ? await workspace.read() : workspace.snapshot;
      if (this.imported || snapshot === this.#snapshot) return;
      this.#take(snapshot);
    } catch (error) {
      this.error = error;
    }
  }

  #take(snapshot: Snapshot, source?: ProjectSource): void {
    const kept = readKept<Choices>(keyOf(snapshot));
    const { plan, findings } = snapshot.verdict;
    const wanted = source ?? kept?.source ?? (plan.deAn.length > 0 ? "deAn" : "demand");
    const material = materialOf(plan, findings, wanted);
    this.#snapshot = snapshot;
    this.imported = false;
    this.material = material;
    this.#set(choicesFor(plan, material, kept, wanted));
  }

  #set(choices: Choices): void {
    this.choices = choices;
    if (!this.imported && this.#snapshot !== null) keep(keyOf(this.#snapshot), choices);
    clearTimeout(this.#settling);
    this.#overtaken();
    this.#settled = new Promise((resolve) => {
      this.#overtaken = resolve;
      this.#settling = setTimeout(() => resolve(this.#compute()), SETTLE_MS);
    });
  }

  #input(): AllocationInput | null {
    if (this.choices === null || this.material === null || this.material.projects.length === 0) return null;
    return inputOf(this.material.projects, this.choices);
  }

  async #compute(): Promise<void> {
    const input = this.#input();
    const mine = (this.#question += 1);
    if (this.busy) this.#asker.cancel();
    this.halted = false;
    if (input === null) {
      this.#show(null, null, "");
      return;
    }
    const slow = this.#begin();
    const answer = await this.#asker.ask({ kind: "report", input });
    clearTimeout(slow);
    if (mine !== this.#question) return;
    this.busy = false;
    this.late = false;
    if (answer === null) return;
    this.#show(input, answer.ok ? answer.value : null, answer.ok ? "" : answer.error[lang()]);
    if (!answer.ok) return;
    const { chosen, value } = answer.value;
    const moreDong = MORE_MILLION * MILLION;
    const more = await this.#asker.ask({
      kind: "more",
      input,
      now: { chosen, value },
      moreDong,
    });
    if (mine === this.#question && more?.ok === true) this.more = more.value;
  }

  #begin(): ReturnType<typeof setTimeout> {
    this.busy = true;
    return setTimeout(() => (this.late = this.busy), PROGRESS_AFTER_MS);
  }

  #show(input: AllocationInput | null, report: AllocationReport | null, failure: string): void {
    this.reported = input;
    this.report = report;
    this.failure = failure;
    this.more = null;
  }

  #stop(): void {
    this.#question += 1;
    this.#asker.cancel();
    this.busy = false;
    this.late = false;
    this.halted = true;
  }

  async #ask(id: string): Promise<void> {
    const { reported, report } = this;
    if (reported === null || report === null) return;
    const mine = this.#question;
    const slow = this.#begin();
    const answer = await this.#asker.ask({ kind: "explain", input: reported, id });
    clearTimeout(slow);
    if (mine !== this.#question) return;
    this.busy = false;
    this.late = false;
    if (answer?.ok !== true || this.report !== report) return;
    this.report = { ...report, reasons: { ...report.reasons, [id]: answer.value } };
  }

  #decide(override: Override): void {
    if (this.choices === null) return;
    const others = this.choices.overrides.filter(({ id }) => id !== override.id);
    this.#set({ ...this.choices, overrides: [...others, override] });
  }

  #drop(id: string): void {
    if (this.choices === null) return;
    this.#set({ ...this.choices, overrides: this.choices.overrides.filter((one) => one.id !== id) });
  }

  async #goTo(id: string): Promise<void> {
    const plan = this.#snapshot?.verdict.plan;
    const lines = this.choices?.source === "demand" ? plan?.demands : plan?.deAn;
    const line = lines?.find(({ code }) => code === id);
    if (line === undefined) return;
    await goToCell(line.sheet, line.addressOf["code"] ?? `A${line.row}`).catch((error: unknown) => {
      this.error = error;
    });
  }

  /** Until what was set last has been computed. */
  async #computed(): Promise<void> {
    for (let seen: unknown = null; seen !== this.#settled; ) {
      seen = this.#settled;
      await this.#settled;
    }
  }

  async #write(): Promise<void> {
    await this.#computed();
    const { reported, report } = this;
    const snapshot = this.#snapshot;
    if (reported === null || report === null || snapshot === null) return;
    const t = allocationTexts();
    const missing = withoutReason(reported.criteria ?? []);
    if (missing.length > 0) {
      const names = missing.map(({ id, name = id }) => name).join("; ");
      this.message = { tone: "warning", text: t.needReasons(names), undo: false };
      this.querySelector("[data-testid=criteria]")?.setAttribute("open", "");
      return;
    }
    this.writing = true;
    this.error = null;
    this.message = null;
    const { cells, header } = allocationSheet(
      reported,
      report,
      snapshot.verdict.plan.info,
      formatMoment(new Date()),
    );
    const picture = { name: ALLOCATION_SHEET, cells, header, ...ALLOCATION_LOOK };
    try {
      await runAction("allocation", (wrote) => writeAllocation(picture, wrote));
      this.message = { tone: "ok", text: t.written(ALLOCATION_SHEET), undo: true };
    } catch (error) {
      this.error = error;
    } finally {
      this.writing = false;
    }
  }

  protected override forget(): void {
    this.message = null;
  }

  #import(text: string): void {
    const file = parseAllocation(text);
    if (!file.ok) {
      this.message = { tone: "warning", text: file.error[lang()], undo: false };
      return;
    }
    this.imported = true;
    this.message = null;
    this.material = { projects: file.value.projects, criteria: file.value.criteria ?? [], leftOut: 0 };
    this.#set(choicesOfFile(file.value, this.choices?.source ?? "deAn"));
  }

  #message(): TemplateResult | typeof nothing {
    const { message } = this;
    if (message === null) return nothing;
    return notice(message.tone, message.text, message.undo ? undoAction() : undefined);
  }

  #result(choices: Choices, change: Change): TemplateResult | typeof nothing {
    const { report, reported } = this;
    if (report === null || reported === null) return nothing;
    const actions: ProjectActions = {
      goTo: (id) => void this.#goTo(id),
      ask: (id) => void this.#ask(id),
      decide: (override) => this.#decide(override),
      drop: (id) => this.#drop(id),
    };
    return html`${summary(reported, report)} ${moreLine(reported, this.more, String(MORE_MILLION))}
    ${choiceLists(reported, report, actions)} ${besides(reported, report, stepsField(choices, change))}`;
  }

  #work(snapshot: Snapshot, choices: Choices, material: Material): TemplateResult {
    const t = allocationTexts();
    const change: Change = (next) => this.#set(next);
    const limits = { group: this.group, choose: (group: string) => (this.group = group) };
    return html`${this.imported
      ? notice("info", t.imported, { label: t.backToBook, run: () => this.#take(snapshot) })
      : nothing}
    ${workspace.stale && !this.imported
      ? notice("info", texts().app.stale, { label: texts().app.refresh, run: () => void this.open() })
      : nothing}
    ${this.imported
      ? nothing
      : sourceChoice(snapshot.verdict.plan, choices.source, (source) => this.#take(snapshot, source))}
    ${material.leftOut === 0 ? nothing : notice("warning", t.leftOut(material.leftOut))}
    ${budgetCard(material.projects, choices, change)}
    ${this.late ? working(t.computing, null, () => this.#stop()) : nothing}
    ${this.halted ? notice("warning", t.stopped) : nothing}
    ${this.failure === ""
      ? nothing
      : html`<div role="alert" data-testid="allocation-failure">${notice("error", this.failure)}</div>`}
    ${this.#asker.solver === false ? notice("warning", t.withoutSolver) : nothing}
    ${criteriaCard(choices, change)} ${limitsCard(material.projects, choices, limits, change)}
    ${this.#result(choices, change)}
    ${filesCard({
      canWrite: this.report !== null && !this.writing,
      writing: this.writing,
      file: this.reported,
      message: this.#message(),
      write: () => void this.#write(),
      open: (text) => this.#import(text),
    })}`;
  }

  #body(): TemplateResult | typeof nothing {
    const t = allocationTexts();
    const { choices, material } = this;
    const snapshot = this.#snapshot;
    if (snapshot === null || choices === null || material === null)
      return this.error === null
        ? working(texts().app.reading, workspace.progress, () => workspace.stop())
        : nothing;
    if (material.projects.length === 0 && snapshot.verdict.plan.demands.length === 0) {
      const read = html`<fluent-button @click=${() => void this.open()}>${t.read}</fluent-button>`;
      return emptyState(sheetIcon(), t.emptyTitle, t.empty, read);
    }
    return this.#work(snapshot, choices, material);
  }

  protected override render(): TemplateResult {
    const t = allocationTexts();
    return html`<div class="stack">
      <div>
        <h2>${t.title}</h2>
        <p class="quiet">${t.lead}</p>
      </div>
      ${this.error === null ? nothing : problemNotice(this.error, () => void this.open())} ${this.#body()}
    </div>`;
  }
}
customElements.define("kc-allocate-view", AllocateView);
