/** <kc-submission submission-id="hs_…">: one submission, read, commented on and acted upon. */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { PaperKind } from "../../../shared/contract/order.ts";
import { REVIEWABLE, type ReviewableAction } from "./reviewable.ts";
import type { SubmissionDetail } from "../../../shared/contract/submission.ts";
import { parseAddress } from "../../../shared/kernel/address.ts";
import type { Finding } from "../../../shared/kernel/finding.ts";
import { readPlan } from "../../../shared/workbook/read.ts";
import { actOnSubmission, downloadPaper, orderSubmission, readSubmission, waiveRule } from "../lib/api.ts";
import { PageElement } from "../lib/element.ts";
import { ApiProblem } from "../lib/problem.ts";
import { readSession } from "../lib/session.ts";
import { placeText } from "../parts/findings.ts";
import { okIcon, warningIcon } from "../parts/icons.ts";
import { problemCard } from "../parts/problem-card.ts";
import { tabId, tabs } from "../parts/tabs.ts";
import { countByPlace, type WorkbookPick, type WorkbookView } from "../parts/workbook-view.ts";
import { lang, texts } from "../texts/index.ts";
import { reviewTexts } from "../texts/review.ts";
import { readDrafts, writeDrafts } from "./drafts.ts";
import "./peer-findings.ts";
import "./changes-panel.ts";
import { commentsPanel, eventsPanel, receiptPanel } from "./panels.ts";
import { orderBand, submissionHeader, totalsStrip, type Budgets, type PaperInput } from "./summary.ts";
import type { AskedAction, Decision, LineComment } from "./types.ts";
import { askedAction, outcomeOf, requestOf, waiversSection, type WaiverAsk } from "./waivers.ts";

type Panel = "findings" | "comments" | "changes" | "events" | "receipt";
const PANELS: readonly Panel[] = ["findings", "comments", "changes", "events", "receipt"];
const SIDE = "side-panel";

export class SubmissionPage extends PageElement {
  static override properties = {
    submissionId: { type: String, attribute: "submission-id" },
    detail: { state: true },
    problem: { state: true },
    panel: { state: true },
    place: { state: true },
    drafts: { state: true },
    action: { state: true },
    actionProblem: { state: true },
    working: { state: true },
    conflict: { state: true },
    done: { state: true },
    busyPaper: { state: true },
  };
  declare submissionId: string;
  declare detail: SubmissionDetail | null;
  declare problem: unknown;
  declare panel: Panel;
  declare place: { readonly sheet: string; readonly address: string } | null;
  declare drafts: readonly LineComment[];
  declare action: AskedAction | null;
  #waiverAsk: WaiverAsk | null = null;
  declare actionProblem: unknown;
  declare working: boolean;
  declare conflict: boolean;
  declare done: string;
  declare busyPaper: PaperKind | null;
  #budgets: Budgets = { QG: null, ĐP: null };
  #commented: ReadonlyMap<string, number> = new Map();

  constructor() {
    super();
    this.submissionId = "";
    this.detail = null;
    this.problem = null;
    this.panel = "findings";
    this.place = null;
    this.drafts = [];
    this.action = null;
    this.actionProblem = null;
    this.working = false;
    this.conflict = false;
    this.done = "";
    this.busyPaper = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("submissionId")) void this.load();
    if (changed.has("detail") && this.detail !== null) {
      const { info } = readPlan(this.detail.workbook);
      this.#budgets = { QG: info.nationalBudgetDong, ĐP: info.localBudgetDong };
      document.title = texts().submission.heading(
        this.detail.submission.provinceName,
        this.detail.submission.year,
      );
    }
    if (changed.has("detail") || changed.has("drafts")) {
      this.#commented = countByPlace([...(this.detail?.comments ?? []), ...this.drafts]);
    }
  }

  async load(): Promise<void> {
    this.problem = null;
    this.conflict = false;
    try {
      const detail = await readSubmission(this.submissionId);
      this.detail = detail;
      this.drafts = readDrafts(this.submissionId, detail.submission.revision);
      await this.#showAsked();
    } catch (error) {
      this.detail = null;
      this.problem = error;
    }
  }

  /** An address that names a cell ("…?o=KC_DeAn!B5") opens there. */
  async #showAsked(): Promise<void> {
    const [sheet, cell] = (new URLSearchParams(location.hash.split("?")[1] ?? "").get("o") ?? "").split("!");
    if (!sheet || !cell || parseAddress(cell) === null) return;
    await this.updateComplete;
    await this.#workbook()?.show({ sheet, cell });
  }

  #saveDrafts(drafts: readonly LineComment[]): void {
    this.drafts = drafts;
    if (this.detail !== null) writeDrafts(this.submissionId, this.detail.submission.revision, drafts);
  }

  /** Comments travel with an action, so they can be written only by somebody who has one. */
  #canComment(detail: SubmissionDetail): boolean {
    return detail.actions.some(({ action }) => REVIEWABLE.some((item) => item === action));
  }

  async #decide(decision: Decision): Promise<void> {
    const { action, detail } = this;
    if (action === null || detail === null) return;
    this.working = true;
    this.actionProblem = null;
    this.done = "";
    try {
      if (action.action === "waiver") {
        if (this.#waiverAsk === null) return;
        const request = requestOf(this.#waiverAsk, decision);
        const { waivers } = await waiveRule(this.submissionId, detail.etag, request);
        this.done = outcomeOf(request, waivers);
      } else if (action.action === "order") {
        await orderSubmission(this.submissionId, detail.etag, {
          scope: decision.scope,
          ...(decision.ordererName === "" ? {} : { ordererName: decision.ordererName }),
          ...(decision.comment === "" ? {} : { comment: decision.comment }),
        });
      } else {
        await actOnSubmission(this.submissionId, detail.etag, {
          action: action.action as ReviewableAction,
          comment: decision.comment,
          lineComments: [...this.drafts],
        });
        this.#saveDrafts([]);
      }
      this.action = null;
      // The order's own band says what was done.
      if (action.action !== "order" && action.action !== "waiver")
        this.done = texts().submission.done(lang() === "en" ? action.labelEn : action.label);
      await this.load();
    } catch (error) {
      this.conflict = error instanceof ApiProblem && error.isConflict;
      if (this.conflict) this.action = null;
      else this.actionProblem = error;
    } finally {
      this.working = false;
    }
  }

  async #download(kind: PaperKind, href: string): Promise<void> {
    this.busyPaper = kind;
    this.actionProblem = null;
    try {
      await downloadPaper(href, kind);
    } catch (error) {
      this.actionProblem = error;
    } finally {
      this.busyPaper = null;
    }
  }

  #workbook(): WorkbookView | null {
    return this.querySelector<WorkbookView>("kc-workbook");
  }

  async #onPick(pick: WorkbookPick | null): Promise<void> {
    this.place = pick;
    if (pick?.comment !== true) return;
    this.panel = "comments";
    await this.updateComplete;
    this.querySelector<HTMLTextAreaElement>('[data-testid="comment-input"]')?.focus();
  }

  #sideBody(detail: SubmissionDetail): TemplateResult {
    if (this.panel === "events") return eventsPanel(detail);
    if (this.panel === "receipt") return receiptPanel(detail);
    if (this.panel === "changes") {
      return html`<kc-changes
        .detail=${detail}
        @kc-place=${(event: CustomEvent<{ sheet: string; cell: string }>) =>
          void this.#workbook()?.show(event.detail)}
      ></kc-changes>`;
    }
    if (this.panel === "comments") {
      return commentsPanel({
        detail,
        drafts: this.drafts,
        place: this.place,
        canComment: this.#canComment(detail),
        add: (text) =>
          this.place &&
          this.#saveDrafts([...this.drafts, { sheet: this.place.sheet, cell: this.place.address, text }]),
        remove: (index) => this.#saveDrafts(this.drafts.filter((_, at) => at !== index)),
        show: (sheet, cell) => void this.#workbook()?.show({ sheet, cell }),
      });
    }
    const picked =
      this.place === null ? "" : placeText({ sheet: this.place.sheet, cell: this.place.address });
    return html`<kc-findings
        .findings=${detail.receipt.findings}
        .reasons=${detail.warningReasons}
        .picked=${picked}
        .waivers=${detail.waivers}
        .waivable=${detail.waivable}
        @kc-waive=${(event: CustomEvent<string>) =>
          this.#askWaiver({ step: "waive", rule: event.detail, waiver: "" })}
        @kc-finding=${(event: CustomEvent<Finding>) => void this.#workbook()?.show(event.detail.where)}
      ></kc-findings>
      <kc-peer-findings
        submission-id=${detail.submission.id}
        @kc-finding=${(event: CustomEvent<Finding>) => void this.#workbook()?.show(event.detail.where)}
      ></kc-peer-findings>
      ${waiversSection(detail, (ask) => this.#askWaiver(ask))}`;
  }

  #side(detail: SubmissionDetail): TemplateResult {
    const t = texts().submission;
    const counts: Readonly<Record<Panel, number>> = {
      findings: detail.receipt.findings.length,
      comments: detail.comments.length + this.drafts.length,
      changes: 0,
      events: detail.events.length,
      receipt: 0,
    };
    return html`<aside class="side" aria-label=${t.sidePanel}>
      ${tabs({
        label: t.sidePanel,
        items: PANELS.filter((id) => id !== "changes" || detail.revisions.length > 1).map((id) => ({
          id,
          label: html`${id === "changes" ? reviewTexts().diff.tab : t.panels[id]}${counts[id] === 0
            ? nothing
            : html`<span class="tab-count">${counts[id]}</span>`}`,
        })),
        active: this.panel,
        className: "side-tabs",
        panel: SIDE,
        choose: (id) => (this.panel = PANELS.find((panel) => panel === id) ?? "findings"),
      })}
      <div
        id=${SIDE}
        class="side-body"
        role="tabpanel"
        tabindex="0"
        aria-labelledby=${tabId(SIDE, this.panel)}
      >
        ${this.#sideBody(detail)}
      </div>
    </aside>`;
  }

  #notices(): TemplateResult {
    const t = texts();
    return html`${this.done === ""
      ? nothing
      : html`<div class="notice success" role="status" data-testid="action-done">
          ${okIcon()}
          <p>${this.done}</p>
        </div>`}
    ${this.conflict
      ? html`<div class="notice warning" role="alert" data-testid="conflict">
          ${warningIcon()}
          <div>
            <p>${t.submission.conflict}</p>
            <fluent-button size="small" @click=${() => this.load()}>${t.shell.reload}</fluent-button>
          </div>
        </div>`
      : nothing}
    ${this.actionProblem !== null && this.action === null ? problemCard(this.actionProblem) : nothing}`;
  }

  #askWaiver(ask: WaiverAsk): void {
    this.#waiverAsk = ask;
    this.#openAction(askedAction(ask));
  }

  #openAction(action: AskedAction): void {
    this.action = action;
    this.actionProblem = null;
    this.done = "";
  }

  protected override render(): TemplateResult {
    const t = texts();
    if (this.problem !== null) {
      return html`<p><a class="back" href="#/">${t.submission.back}</a></p>
        ${problemCard(this.problem, { label: t.shell.retry, run: () => void this.load() })}`;
    }
    const { detail } = this;
    if (detail === null)
      return html`<p class="loading" role="status">
        <fluent-spinner size="small"></fluent-spinner>${t.shell.loading}
      </p>`;
    const papers: PaperInput = {
      detail,
      busy: this.busyPaper,
      download: (kind, href) => void this.#download(kind, href),
    };
    return html`<article class="submission">
      ${submissionHeader(papers, (action) => this.#openAction(action))} ${this.#notices()}
      ${orderBand(papers)} ${totalsStrip(detail, this.#budgets)}
      <div class="workspace">
        <kc-workbook
          .workbook=${detail.workbook}
          .findings=${detail.receipt.findings}
          .differences=${detail.receipt.differences}
          .commented=${this.#commented}
          @kc-pick=${(event: CustomEvent<WorkbookPick | null>) => void this.#onPick(event.detail)}
        ></kc-workbook>
        ${this.#side(detail)}
      </div>
      <kc-action-dialog
        .action=${this.action}
        .lineCount=${this.drafts.length}
        .working=${this.working}
        .problem=${this.actionProblem}
        .ordererName=${readSession()?.person.organisation.name ?? ""}
        @kc-close=${() => (this.action = null)}
        @kc-decide=${(event: CustomEvent<Decision>) => void this.#decide(event.detail)}
      ></kc-action-dialog>
    </article>`;
  }
}

customElements.define("kc-submission", SubmissionPage);
