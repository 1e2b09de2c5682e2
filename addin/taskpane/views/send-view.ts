/** Gửi: totals, reasons for warnings, confirmation; from there the queue takes over, and brings the receipt. */
import { html, nothing, type TemplateResult } from "lit";
import type { Receipt, SubmissionDetail, SubmissionSummary } from "../../../shared/contract/submission.ts";
import { readSubmission } from "../api.ts";
import { readSession, type Session } from "../auth.ts";
import { PaneElement } from "../element.ts";
import { stopAction } from "../model/undo-here.ts";
import { groupFindings } from "../model/findings.ts";
import { isOpen } from "../model/queue.ts";
import { compareWorkbooks } from "../model/queue-diff.ts";
import { QUEUE_EVENT, queueHere } from "../model/queue-here.ts";
import { loadRevisable, waiversFor } from "../model/revisable.ts";
import { prepareSending } from "../model/sending.ts";
import "../parts/account.ts";
import { pinnedNotice } from "../parts/basis-update.ts";
import { field, select } from "../parts/field.ts";
import { formatMoment, shortId } from "../parts/format.ts";
import { fundTable } from "../parts/fund-table.ts";
import { sendIcon } from "../parts/icons.ts";
import { emptyState, notice, problemNotice, working } from "../parts/notice.ts";
import { receiptCard, receiptText } from "../parts/receipt.ts";
import { texts } from "../texts/index.ts";
import { workspace, type Snapshot } from "../workspace.ts";
import { differenceList } from "./send-differences.ts";
import { offlineBanner } from "./send-queue.ts";

export class SendView extends PaneElement {
  static override properties = {
    reasons: { state: true },
    confirmed: { state: true },
    asked: { state: true },
    busy: { state: true },
    error: { state: true },
    following: { state: true },
    message: { state: true },
    sentBefore: { state: true },
    shownChanges: { state: true },
    revisable: { state: true },
    previousId: { state: true },
  };
  declare reasons: Readonly<Record<string, string>>;
  declare confirmed: boolean;
  /** Somebody pressed "send": missing parts are shown now. */
  declare asked: boolean;
  declare busy: boolean;
  declare error: unknown;
  /** Key of the sending just made; empty: the form is shown. */
  declare following: string;
  declare message: string;
  /** What the chosen submission holds, to show the changes against. */
  declare sentBefore: SubmissionDetail | null;
  declare shownChanges: number;
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
    this.following = "";
    this.message = "";
    this.sentBefore = null;
    this.shownChanges = 0;
    this.revisable = [];
    this.previousId = "";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener(QUEUE_EVENT, this.#onQueue);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener(QUEUE_EVENT, this.#onQueue);
  }

  #seenReceipt = "";
  /** A receipt that has just come is read out from its heading. */
  readonly #onQueue = () => {
    this.requestUpdate();
    const arrived = this.#followed()?.receipt ?? null;
    if (arrived === null || this.#seenReceipt === this.following) return;
    this.#seenReceipt = this.following;
    void this.focusOn("#receipt-heading");
  };

  #followed() {
    return queueHere.items.find((item) => item.key === this.following) ?? null;
  }

  /** Called whenever the tab is opened. */
  open(): void {
    if (workspace.host === "excel") void workspace.read().catch(() => undefined);
    void this.#loadRevisable();
  }

  async #loadRevisable(): Promise<void> {
    const person = readSession()?.person;
    if (person?.role !== "drafter") return;
    this.revisable = await loadRevisable(person.id);
    // The receipt of a file that has come back is no longer the news: its corrected version is to be sent.
    if (this.revisable.some(({ id }) => id === this.#followed()?.receipt?.id)) this.following = "";
    const year = workspace.snapshot?.verdict.plan.info.year;
    if (this.previousId === "") this.previousId = this.revisable.find((item) => item.year === year)?.id ?? "";
    await this.#useWaivers();
  }

  /** What the Ministry has waived for the chosen submission no longer blocks. Without a network nothing is known of it. */
  async #useWaivers(): Promise<void> {
    const id = this.previousId;
    const waived = await waiversFor(id);
    if (id === this.previousId) await workspace.useWaivers(waived).catch(() => undefined);
  }

  #warningRules(snapshot: Snapshot): { rule: string; count: number; message: string }[] {
    return groupFindings(snapshot.verdict.findings)
      .filter((group) => group.severity === "warning" && !group.waived)
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
      const previous = this.revisable.find((item) => item.id === this.previousId) ?? null;
      const sending = await prepareSending({
        snapshot,
        person: session.person,
        previous,
        reasons: this.reasons,
      });
      this.following = (await queueHere.add(sending)).key;
      this.confirmed = false;
      this.asked = false;
      this.previousId = "";
      this.sentBefore = null;
      void this.#useWaivers();
      await this.focusOn("#queue-heading");
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
    this.following = "";
    this.message = "";
    this.reasons = {};
    this.open();
  }

  #receipts(): TemplateResult | typeof nothing {
    const t = texts().queue;
    const personId = readSession()?.person.id;
    const sent = queueHere.items.filter((item) => item.personId === personId && item.receipt !== null);
    if (sent.length === 0) return nothing;
    return html`<section class="receipts" aria-labelledby="receipts-heading">
      <h3 id="receipts-heading">${t.receipts}</h3>
      ${sent.toReversed().map(
        ({ key, receipt }) =>
          html`<details class="earlier">
            <summary>${shortId(receipt?.id ?? "")} · ${formatMoment(receipt?.receivedAt ?? "")}</summary>
            ${receipt === null ? nothing : receiptCard(receipt, () => void this.#copy(receipt), this.message)}
            <fluent-button size="small" appearance="subtle" @click=${() => void queueHere.drop(key)}
              >${t.forget}</fluent-button
            >
          </details>`,
      )}
    </section>`;
  }

  async #showChanges(id: string): Promise<void> {
    this.error = null;
    try {
      this.shownChanges = 0;
      this.sentBefore = await readSubmission(id);
    } catch (error) {
      this.error = error;
    }
  }

  /** What the correction changes, before it is sent. */
  #changes(snapshot: Snapshot): TemplateResult | typeof nothing {
    const t = texts().queue;
    const { sentBefore, previousId } = this;
    if (previousId === "") return nothing;
    if (sentBefore?.submission.id !== previousId) {
      return html`<fluent-button
        size="small"
        data-testid="show-changes"
        @click=${() => void this.#showChanges(previousId)}
        >${t.changes}</fluent-button
      >`;
    }
    return html`<div class="comparison">
      <h4>${t.changesTitle(sentBefore.submission.revision)}</h4>
      ${differenceList({
        differences: compareWorkbooks(snapshot.flat, sentBefore.workbook),
        shown: this.shownChanges,
        more: (count) => (this.shownChanges = count),
        failed: (error) => (this.error = error),
      })}
      <fluent-button size="small" appearance="subtle" @click=${() => (this.sentBefore = null)}
        >${t.hideChanges}</fluent-button
      >
    </div>`;
  }

  /** Somebody is about to send the same plan a second time while the first still waits. */
  #waitsAlready(snapshot: Snapshot): boolean {
    const { province, year } = snapshot.verdict.plan.info;
    return (
      this.previousId === "" &&
      queueHere.items.some((item) => isOpen(item) && item.provinceName === province && item.year === year)
    );
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
      onChange: (id) => {
        this.previousId = id;
        void this.#useWaivers();
      },
    });
  }

  #form(snapshot: Snapshot, session: Session): TemplateResult {
    const t = texts().send;
    const { info } = snapshot.verdict.plan;
    const confirmText = t.confirm(info.province ?? "…", info.year === null ? "…" : String(info.year));
    return html`<div class="card">
      ${this.#waitsAlready(snapshot) ? notice("warning", texts().queue.same) : nothing} ${this.#target()}
      ${this.#changes(snapshot)} ${this.#reasonFields(snapshot)}
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
      // What is waived depends on the submission that is corrected: that choice stands here too.
      const show = () => this.dispatchEvent(new CustomEvent("show-tab", { detail: "check", bubbles: true }));
      return html`<div data-testid="send-blocked">
        ${this.#target()}
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
        ? working(t.app.reading, workspace.progress, stopAction)
        : problemNotice(workspace.error, () => this.open());
    }
    if (!workspace.hasBook) return emptyState(sendIcon(), t.send.title, t.send.noBook);
    return html`<section class="card flush">
        <div class="card-head"><h3>${t.send.summary}</h3></div>
        ${fundTable(snapshot.verdict.totals)}
      </section>
      ${this.#gate(snapshot)}`;
  }

  #sent(receipt: Receipt): TemplateResult {
    const t = texts();
    const follow = () => this.dispatchEvent(new CustomEvent("show-tab", { detail: "track", bubbles: true }));
    return html`${receiptCard(receipt, () => void this.#copy(receipt), this.message)}
      <div class="actions">
        <fluent-button appearance="primary" data-testid="follow" @click=${follow}
          >${t.send.follow}</fluent-button
        >
        ${this.#anotherButton()}
      </div>`;
  }

  #anotherButton(): TemplateResult {
    return html`<fluent-button data-testid="send-another" @click=${() => this.#another()}
      >${texts().send.another}</fluent-button
    >`;
  }

  #main(): TemplateResult {
    const followed = this.#followed();
    if (followed?.receipt) return this.#sent(followed.receipt);
    if (followed !== null)
      return html`<kc-send-queue></kc-send-queue>
        <div class="actions">${this.#anotherButton()}</div>`;
    return html`<kc-send-queue></kc-send-queue> ${this.#body()} ${this.#receipts()}`;
  }

  protected override render(): TemplateResult {
    const t = texts().send;
    return html`<div class="view-head">
        <div>
          <h2>${t.title}</h2>
          <p class="quiet">${t.lead}</p>
        </div>
      </div>
      ${offlineBanner(texts().queue.offline)} ${pinnedNotice(this)} ${this.#main()}`;
  }
}
customElements.define("kc-send-view", SendView);
