/** Gửi: totals, reasons for warnings, confirmation, and the receipt. */
import { html, nothing, type TemplateResult } from "lit";
import type { Receipt, SubmissionSummary } from "../../../shared/contract/submission.ts";
import { findTransition } from "../../../shared/plan/states.ts";
import { listSubmissions } from "../api.ts";
import { readSession, type Session } from "../auth.ts";
import { PaneElement } from "../element.ts";
import { keep, readKept } from "../kept.ts";
import { groupFindings } from "../model/findings.ts";
import { readPending } from "../model/pending.ts";
import { sendWorkbook } from "../model/sending.ts";
import "../parts/account.ts";
import { field, select } from "../parts/field.ts";
import { formatMoment, shortId } from "../parts/format.ts";
import { fundTable } from "../parts/fund-table.ts";
import { sendIcon } from "../parts/icons.ts";
import { emptyState, notice, problemNotice, working } from "../parts/notice.ts";
import { receiptCard, receiptText } from "../parts/receipt.ts";
import { texts } from "../texts/index.ts";
import { workspace, type Snapshot } from "../workspace.ts";

const KEPT_RECEIPT = "kc.last-receipt";

interface KeptReceipt {
  readonly personId: string;
  readonly receipt: Receipt;
}

export class SendView extends PaneElement {
  static override properties = {
    reasons: { state: true },
    confirmed: { state: true },
    asked: { state: true },
    busy: { state: true },
    error: { state: true },
    receipt: { state: true },
    message: { state: true },
    earlier: { state: true },
    revisable: { state: true },
    previousId: { state: true },
  };
  declare reasons: Readonly<Record<string, string>>;
  declare confirmed: boolean;
  /** Somebody pressed "send": missing parts are shown now. */
  declare asked: boolean;
  declare busy: boolean;
  declare error: unknown;
  /** Of the sending just done. */
  declare receipt: Receipt | null;
  /** Of this person's last sending, kept over closing the pane. */
  declare earlier: KeptReceipt | null;
  declare message: string;
  /** Own submissions that wait for a corrected version. */
  declare revisable: readonly SubmissionSummary[];
  declare previousId: string;

  constructor() {
    super();
    this.reasons = {};
    this.confirmed = false;
    this.asked = false;
    this.busy = false;
    this.error = null;
    this.receipt = null;
    this.earlier = readKept<KeptReceipt>(KEPT_RECEIPT);
    this.message = "";
    this.revisable = [];
    this.previousId = "";
  }

  /** Called whenever the tab is opened. */
  open(): void {
    if (workspace.host === "excel") void workspace.read().catch(() => undefined);
    void this.#loadRevisable();
  }

  async #loadRevisable(): Promise<void> {
    if (readSession()?.person.role !== "drafter") return;
    try {
      const { items } = await listSubmissions();
      this.revisable = items.filter((item) => findTransition("resubmit", item.state) !== null);
      const year = workspace.snapshot?.verdict.plan.info.year;
      if (this.previousId === "")
        this.previousId = this.revisable.find((item) => item.year === year)?.id ?? "";
    } catch {
      // Without the list a new submission can still be sent; the error shows when that is tried.
      this.revisable = [];
    }
  }

  #warningRules(snapshot: Snapshot): { rule: string; count: number; message: string }[] {
    return groupFindings(snapshot.verdict.findings)
      .filter((group) => group.severity === "warning")
      .map((group) => ({
        rule: group.rule,
        count: group.findings.length,
        message: group.findings[0]?.message ?? "",
      }));
  }

  #isComplete(snapshot: Snapshot): boolean {
    return (
      this.confirmed &&
      this.#warningRules(snapshot).every(({ rule }) => (this.reasons[rule] ?? "").trim() !== "")
    );
  }

  async #send(session: Session): Promise<void> {
    this.asked = true;
    this.error = null;
    this.busy = true;
    try {
      const snapshot = await workspace.read();
      if (snapshot.verdict.counts.error > 0 || !this.#isComplete(snapshot)) return;
      const previousId = this.previousId === "" ? null : this.previousId;
      this.receipt = await sendWorkbook({
        snapshot,
        personId: session.person.id,
        previousId,
        reasons: this.reasons,
      });
      this.earlier = { personId: session.person.id, receipt: this.receipt };
      keep(KEPT_RECEIPT, this.earlier);
      this.confirmed = false;
      this.asked = false;
      this.previousId = "";
      await this.focusOn("#receipt-heading");
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }

  async #copy(receipt: Receipt): Promise<void> {
    const t = texts().send;
    try {
      await navigator.clipboard.writeText(receiptText(receipt));
      this.message = t.copied;
    } catch {
      this.message = t.copyFailed;
    }
  }

  #another(): void {
    this.receipt = null;
    this.message = "";
    this.reasons = {};
    this.open();
  }

  #earlierReceipt(): TemplateResult | typeof nothing {
    const { earlier } = this;
    if (earlier === null || earlier.personId !== readSession()?.person.id) return nothing;
    return html`<details class="earlier">
      <summary>${texts().send.earlier}: ${formatMoment(earlier.receipt.receivedAt)}</summary>
      ${receiptCard(earlier.receipt, () => void this.#copy(earlier.receipt), this.message)}
    </details>`;
  }

  #reasonFields(snapshot: Snapshot): TemplateResult | typeof nothing {
    const t = texts().send;
    const rules = this.#warningRules(snapshot);
    if (rules.length === 0) return nothing;
    return html`<fieldset>
      <legend>${t.warnings}</legend>
      <p class="field-hint">${t.warningsLead}</p>
      ${rules.map(({ rule, count, message }) => {
        const value = this.reasons[rule] ?? "";
        return field({
          id: `reason-${rule}`,
          label: t.reason(rule, count),
          value,
          multiline: true,
          hint: message,
          error: this.asked && value.trim() === "" ? t.reasonMissing : undefined,
          onInput: (text) => (this.reasons = { ...this.reasons, [rule]: text }),
        });
      })}
    </fieldset>`;
  }

  #target(): TemplateResult | typeof nothing {
    const t = texts().send;
    if (this.revisable.length === 0) return nothing;
    return select({
      id: "send-target",
      label: t.target,
      value: this.previousId,
      options: [
        { value: "", text: t.asNew },
        ...this.revisable.map((item) => ({
          value: item.id,
          text: t.asRevision(shortId(item.id), item.revision + 1),
        })),
      ],
      onChange: (id) => (this.previousId = id),
    });
  }

  #form(snapshot: Snapshot, session: Session): TemplateResult {
    const t = texts().send;
    const { info } = snapshot.verdict.plan;
    const confirmText = t.confirm(info.province ?? "…", info.year === null ? "…" : String(info.year));
    return html`<div class="card">
      ${readPending(localStorage) === null ? nothing : notice("info", t.pending)} ${this.#target()}
      ${this.#reasonFields(snapshot)}
      <label class="check"
        ><input
          type="checkbox"
          data-testid="confirm"
          .checked=${this.confirmed}
          @change=${(e: Event) => (this.confirmed = (e.target as HTMLInputElement).checked)}
        />${confirmText}</label
      >
      ${this.asked && !this.confirmed
        ? html`<p class="field-error" role="alert">${t.confirmFirst}</p>`
        : nothing}
      ${this.error === null ? nothing : problemNotice(this.error)}
      ${this.busy
        ? working(t.working)
        : html`<div class="actions">
            <fluent-button appearance="primary" data-testid="send" @click=${() => void this.#send(session)}
              >${sendIcon()}${t.submit}</fluent-button
            >
          </div>`}
    </div>`;
  }

  #gate(snapshot: Snapshot): TemplateResult {
    const t = texts();
    const session = readSession();
    const { counts, plan } = snapshot.verdict;
    if (plan.deAn.length === 0) return notice("info", t.send.empty);
    if (counts.error > 0) {
      const show = () => this.dispatchEvent(new CustomEvent("show-tab", { detail: "check", bubbles: true }));
      return html`<div data-testid="send-blocked">
        ${notice("error", t.send.blocked(counts.error), { label: t.send.seeErrors, run: show })}
      </div>`;
    }
    if (session === null) {
      return html`<section class="card">
        <h3>${t.send.signInFirst}</h3>
        <kc-sign-in id="send-sign-in" @signed-in=${() => this.open()}></kc-sign-in>
      </section>`;
    }
    return session.person.role === "drafter"
      ? this.#form(snapshot, session)
      : notice("warning", t.account.onlyDrafter);
  }

  #body(): TemplateResult {
    const t = texts();
    const { snapshot } = workspace;
    if (snapshot === null) {
      return workspace.error === null
        ? working(t.app.reading, workspace.progress)
        : problemNotice(workspace.error, () => this.open());
    }
    if (!workspace.hasBook) return emptyState(sendIcon(), t.send.title, t.send.noBook);
    return html`<section class="card flush">
        <div class="card-head"><h3>${t.send.summary}</h3></div>
        ${fundTable(snapshot.verdict.totals)}
      </section>
      ${this.#gate(snapshot)}`;
  }

  protected override render(): TemplateResult {
    const t = texts().send;
    const { receipt } = this;
    return html`<div class="view-head">
        <div>
          <h2>${t.title}</h2>
          <p class="quiet">${t.lead}</p>
        </div>
      </div>
      ${receipt === null
        ? html`${this.#body()} ${this.#earlierReceipt()}`
        : html`${receiptCard(receipt, () => void this.#copy(receipt), this.message)}
            <div class="actions">
              <fluent-button
                appearance="primary"
                data-testid="follow"
                @click=${() =>
                  this.dispatchEvent(new CustomEvent("show-tab", { detail: "track", bubbles: true }))}
                >${t.follow}</fluent-button
              >
              <fluent-button data-testid="send-another" @click=${() => this.#another()}
                >${t.another}</fluent-button
              >
            </div>`}`;
  }
}
customElements.define("kc-send-view", SendView);
