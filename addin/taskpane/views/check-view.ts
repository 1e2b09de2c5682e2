/** Kiểm tra: the verdict of the shared rules on the open workbook, cell by cell. */
import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import type { Finding } from "../../../shared/kernel/finding.ts";
import type { Line } from "../../../shared/plan/shapes.ts";
import { findSheet } from "../../../shared/workbook/read.ts";
import { goToCell } from "../../excel/navigate.ts";
import { setCell } from "../../excel/write-rows.ts";
import { findingEntries, writeFindings } from "../../excel/write-findings.ts";
import { PaneElement } from "../element.ts";
import { runAction, stopAction } from "../model/undo-here.ts";
import { groupFindings, SEVERITIES, targetOf, type FindingGroup } from "../model/findings.ts";
import { pinnedNotice } from "../parts/basis-update.ts";
import { coverage } from "../parts/coverage.ts";
import { findingGroup, whereText, type FindingActions } from "../parts/finding.ts";
import { formatMoment } from "../parts/format.ts";
import { severityIcon } from "../parts/icons.ts";
import { emptyState, notice, problemNotice, working } from "../parts/notice.ts";
import { productLadder } from "../parts/product-ladder.ts";
import { scatterCard } from "../parts/scatter.ts";
import { undoAction } from "../parts/undo.ts";
import { lang, texts } from "../texts/index.ts";
import "../parts/upgrade-card.ts";
import { workspace, type Snapshot } from "../workspace.ts";

/** Places of one rule shown at first; a rule broken on every line must not bury the others. */
const SHOWN = 5;

function canFix({ fix, where }: Finding, { flat }: Snapshot): boolean {
  if (fix === undefined || where.cell === undefined) return false;
  const cell = findSheet(flat, where.sheet)?.cells[where.cell];
  return cell?.formula !== fix && (cell?.formula !== undefined || cell?.value !== fix);
}

export class CheckView extends PaneElement {
  static override properties = {
    checked: { state: true },
    busy: { state: true },
    message: { state: true },
    wrote: { state: true },
    error: { state: true },
    opened: { state: true },
  };
  declare checked: boolean;
  declare busy: boolean;
  declare message: string;
  /** The message tells of something written. */
  declare wrote: boolean;
  declare error: unknown;
  /** Groups shown in full. */
  declare opened: ReadonlySet<string>;

  constructor() {
    super();
    this.checked = false;
    this.busy = false;
    this.message = "";
    this.wrote = false;
    this.error = null;
    this.opened = new Set();
  }

  async #try(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.error = null;
    this.message = "";
    this.wrote = false;
    try {
      await work();
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }

  check(): Promise<void> {
    return this.#try(async () => {
      await workspace.read();
      this.checked = true;
    });
  }

  #goTo(finding: Finding): void {
    const target = targetOf(finding);
    void this.#try(async () => {
      const found = await goToCell(finding.where.sheet, target?.address ?? "A1");
      if (!found) this.message = texts().check.missingCell;
    });
  }

  #goToLine(line: Line, column: string): void {
    void this.#try(async () => {
      await goToCell(line.sheet, line.addressOf[column] ?? `A${line.row}`);
    });
  }

  #fix(finding: Finding): void {
    const { sheet, cell } = finding.where;
    const { fix } = finding;
    if (cell === undefined || fix === undefined) return;
    void this.#try(async () => {
      await runAction("fix", (wrote) => setCell(sheet, cell, fix, wrote));
      this.message = texts().check.fixed(whereText(finding));
      this.wrote = true;
    });
  }

  protected override forget(): void {
    this.message = "";
  }

  #write(snapshot: Snapshot): void {
    const t = texts().check;
    void this.#try(async () => {
      const lines = snapshot.verdict.findings.map((finding) =>
        findingEntries(finding, { ...t.severity, waived: texts().waiver.word }),
      );
      await runAction("findings", (wrote) => writeFindings(lines, wrote));
      this.message = t.written;
      this.wrote = true;
    });
  }

  #summary(snapshot: Snapshot): TemplateResult {
    const t = texts().check;
    const { counts } = snapshot.verdict;
    return html`<div class="counts" role="status" data-testid="counts">
      ${SEVERITIES.map(
        (severity) =>
          html`<div
            class="count ${severity} ${counts[severity] === 0 ? "none" : ""}"
            data-testid="count-${severity}"
          >
            <span class="count-head">${severityIcon(severity)}<b>${counts[severity]}</b></span>
            <span>${t.severity[severity]}</span>
            <span class="quiet">${t.severityHelp[severity]}</span>
          </div>`,
      )}
    </div>`;
  }

  #group(group: FindingGroup, actions: FindingActions): TemplateResult {
    const key = `${group.severity}/${group.rule}`;
    const open = this.opened.has(key);
    const shown = open ? group.findings.length : SHOWN;
    return findingGroup(group, shown, actions, () => (this.opened = new Set([...this.opened, key])));
  }

  /** They walk the whole plan: once for each reading, not for every drawing. */
  #aboutPlan({ verdict, law }: Snapshot): TemplateResult {
    return html`${scatterCard(verdict.plan, (line) => this.#goToLine(line, "code"))}
    ${productLadder(verdict.plan, law, (line, column) => this.#goToLine(line, column))}`;
  }

  #results(snapshot: Snapshot): TemplateResult {
    const t = texts().check;
    const { verdict } = snapshot;
    const actions: FindingActions = {
      goTo: (finding) => this.#goTo(finding),
      fix: (finding) => this.#fix(finding),
      canFix: (finding) => canFix(finding, snapshot),
    };
    const groups = groupFindings(verdict.findings);
    return html`${this.#summary(snapshot)}
      <p class="quiet">${t.at(formatMoment(snapshot.at))}</p>
      ${verdict.counts.error + verdict.counts.warning === 0 ? notice("ok", t.clean) : nothing}
      <div data-testid="findings">${groups.map((group) => this.#group(group, actions))}</div>
      ${coverage(verdict.totals.byContent)} ${guard([snapshot, lang()], () => this.#aboutPlan(snapshot))}
      <div class="actions">
        <fluent-button data-testid="write-findings" @click=${() => this.#write(snapshot)}
          >${t.write}</fluent-button
        >
      </div>`;
  }

  protected override render(): TemplateResult {
    const t = texts();
    const { snapshot } = workspace;
    const shown = this.checked && snapshot !== null;
    const run = html`<fluent-button
      appearance="primary"
      data-testid="run-check"
      ?disabled=${this.busy}
      @click=${() => void this.check()}
      >${shown ? t.check.again : t.check.run}</fluent-button
    >`;
    return html`<div class="view-head">
        <div>
          <h2>${t.check.title}</h2>
          <p class="quiet">${t.check.lead}</p>
        </div>
        ${shown ? run : nothing}
      </div>
      ${this.busy && workspace.progress !== null
        ? working(t.check.working, workspace.progress, stopAction)
        : nothing}
      ${this.error === null ? nothing : problemNotice(this.error)}
      <div role="status">
        ${this.message === "" ? nothing : notice("ok", this.message, this.wrote ? undoAction() : undefined)}
      </div>
      <kc-upgrade></kc-upgrade>
      ${shown ? pinnedNotice(this) : nothing}
      ${shown && workspace.stale
        ? notice("info", t.app.stale, { label: t.check.again, run: () => void this.check() })
        : nothing}
      ${shown
        ? this.#results(snapshot)
        : emptyState(severityIcon("ok"), t.check.emptyTitle, t.check.empty, run)}`;
  }
}
customElements.define("kc-check-view", CheckView);
