/** Theo dõi: what was sent, where it stands, and the reviewers' comments line by line. */
import { html, nothing, type TemplateResult } from "lit";
import type {
  Comment,
  SubmissionDetail,
  SubmissionList,
  SubmissionSummary,
} from "../../../shared/contract/submission.ts";
import { findTransition, ROLE_LABEL, STATE_LABEL, type State } from "../../../shared/plan/states.ts";
import type { Waiver } from "../../../shared/plan/waivers.ts";
import { goToCell } from "../../excel/navigate.ts";
import { listSubmissions, readSubmission } from "../api.ts";
import { readSession } from "../auth.ts";
import { PaneElement } from "../element.ts";
import { keep, readKept } from "../kept.ts";
import { money } from "../model/amount.ts";
import "../parts/account.ts";
import { formatMoment, shortId } from "../parts/format.ts";
import { offlineBanner } from "./send-queue.ts";
import { backIcon, refreshIcon, sheetIcon, targetIcon } from "../parts/icons.ts";
import { emptyState, notice, problemNotice, working } from "../parts/notice.ts";
import { lang, texts } from "../texts/index.ts";
import { workspace } from "../workspace.ts";

/** Colour says whose turn it is; the words say it too. */
const TONE: Readonly<Record<State, string>> = {
  submitted: "waiting",
  province_approved: "waiting",
  ministry_review: "waiting",
  returned: "back",
  accepted: "agreed",
  ordered: "agreed",
  in_progress: "waiting",
  accepted_work: "agreed",
  settled: "agreed",
  withdrawn: "ended",
  rejected: "refused",
};

const KEPT_LIST = "kc.tracked";

/** The list as it was last loaded: what there is to see without a network. */
interface KeptList {
  readonly personId: string;
  readonly at: string;
  readonly items: readonly SubmissionSummary[];
}

function stateBadge(state: State): TemplateResult {
  return html`<span class="badge ${TONE[state]}" data-testid="state" data-state=${state}
    >${STATE_LABEL[state][lang()]}</span
  >`;
}

/** One line for each, whatever became of it: everybody who may read the file sees it. */
function waiverLine({ rule, state, reason, by, decided, revoked }: Waiver): TemplateResult {
  const last = revoked ?? decided ?? by;
  return html`<p data-testid="waiver" data-state=${state}>
    <b>${texts().waiver.states[state](rule)}</b>: ${reason}
    <span class="quiet">(${last.name}, ${formatMoment(last.at)})</span>
  </p>`;
}

export class TrackView extends PaneElement {
  static override properties = {
    items: { state: true },
    nextCursor: { state: true },
    detail: { state: true },
    busy: { state: true },
    error: { state: true },
    keptAt: { state: true },
  };
  declare items: readonly SubmissionSummary[] | null;
  declare nextCursor: string | null;
  declare detail: SubmissionDetail | null;
  declare busy: boolean;
  declare error: unknown;
  /** When the list was loaded, if that was not just now. */
  declare keptAt: string | null;
  /** Whose list is shown: another person starts afresh. */
  #personId = "";

  constructor() {
    super();
    this.items = null;
    this.nextCursor = null;
    this.detail = null;
    this.busy = false;
    this.error = null;
    this.keptAt = null;
  }

  readonly #onLine = () => {
    this.requestUpdate();
    if (navigator.onLine && this.keptAt !== null) this.open();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    for (const event of ["online", "offline"]) window.addEventListener(event, this.#onLine);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const event of ["online", "offline"]) window.removeEventListener(event, this.#onLine);
  }

  /** Called whenever the tab is opened. */
  open(): void {
    if (readSession() !== null) void this.#reload();
  }

  protected override willUpdate(): void {
    const personId = readSession()?.person.id ?? "";
    if (personId === this.#personId) return;
    const first = this.#personId === "";
    this.#personId = personId;
    this.items = null;
    this.detail = null;
    if (!first && personId !== "") this.open();
  }

  async #try(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.error = null;
    try {
      await work();
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }

  #reload(): Promise<void> {
    const { detail } = this;
    return this.#try(async () => {
      if (detail !== null) {
        this.detail = await readSubmission(detail.submission.id);
        return;
      }
      if (navigator.onLine) this.#take(await listSubmissions());
      else this.#takeKept();
    });
  }

  #take({ items, nextCursor }: SubmissionList): void {
    this.items = items;
    this.nextCursor = nextCursor;
    this.keptAt = null;
    const at = new Date().toISOString();
    keep(KEPT_LIST, { personId: this.#personId, at, items } satisfies KeptList);
  }

  #takeKept(): void {
    const kept = readKept<KeptList>(KEPT_LIST);
    const own = kept?.personId === this.#personId ? kept : null;
    this.keptAt = own?.at ?? "";
    if (own === null) return;
    this.items = own.items;
    this.nextCursor = null;
  }

  #more(cursor: string): Promise<void> {
    return this.#try(async () => {
      const page = await listSubmissions(cursor);
      this.items = [...(this.items ?? []), ...page.items];
      this.nextCursor = page.nextCursor;
    });
  }

  #show(id: string): Promise<void> {
    return this.#try(async () => {
      this.detail = await readSubmission(id);
      await this.focusOn("h3");
    });
  }

  #item(item: SubmissionSummary): TemplateResult {
    const t = texts().track;
    return html`<li>
      <button
        type="button"
        class="submission"
        data-testid="submission"
        aria-label=${t.open(item.id)}
        @click=${() => void this.#show(item.id)}
      >
        <span class="submission-head"><b>${t.year(item.year)}</b> ${stateBadge(item.state)}</span>
        <span class="quiet"
          >${shortId(item.id)} · ${t.revision(item.revision)} · ${t.lines(item.deAnCount)}</span
        >
        <span class="submission-foot"
          ><span class="quiet">${t.updated(formatMoment(item.updatedAt))}</span>
          <b>${money(item.supportDong)}</b></span
        >
      </button>
    </li>`;
  }

  #list(): TemplateResult {
    const t = texts().track;
    const { items, nextCursor } = this;
    if (items === null) return this.busy ? working(t.loading) : html``;
    if (items.length === 0) return emptyState(sheetIcon(), t.emptyTitle, t.empty);
    return html`<ul class="card flush submissions" data-testid="submissions">
        ${items.map((item) => this.#item(item))}
      </ul>
      ${nextCursor === null
        ? nothing
        : html`<div class="actions">
            <fluent-button @click=${() => void this.#more(nextCursor)}>${t.more}</fluent-button>
          </div>`}`;
  }

  #comment(comment: Comment): TemplateResult {
    const t = texts();
    const { sheet, cell, row } = comment;
    const address = cell ?? (row === null ? null : `A${row}`);
    const where = sheet === null ? t.track.whole : `${sheet}${address === null ? "" : `!${address}`}`;
    const canGo = sheet !== null && address !== null && workspace.host === "excel";
    const go = () => void this.#try(async () => void (await goToCell(sheet ?? "", address ?? "A1")));
    return html`<li class="place" data-testid="comment">
      <div class="place-head">
        ${canGo
          ? html`<button type="button" class="link" aria-label=${t.check.goTo(where)} @click=${go}>
              ${where}${targetIcon()}
            </button>`
          : html`<b>${where}</b>`}
      </div>
      <p class="place-message">${comment.text}</p>
      <p class="quiet">
        ${comment.personName} · ${ROLE_LABEL[comment.role][lang()]} · ${t.track.revision(comment.revision)} ·
        ${formatMoment(comment.at)}
      </p>
    </li>`;
  }

  #detail(detail: SubmissionDetail): TemplateResult {
    const t = texts().track;
    const { submission, comments, events, waivers } = detail;
    return html`<fluent-button
        appearance="subtle"
        size="small"
        @click=${() => ((this.detail = null), void this.#reload())}
        >${backIcon()}${t.back}</fluent-button
      >
      <section class="card" aria-labelledby="detail-heading">
        <h3 id="detail-heading" tabindex="-1">${t.year(submission.year)} · ${shortId(submission.id)}</h3>
        <p>${stateBadge(submission.state)}</p>
        <p class="quiet">
          ${t.revision(submission.revision)} · ${t.lines(submission.deAnCount)} ·
          ${money(submission.supportDong)}
        </p>
        ${findTransition("resubmit", submission.state) === null ? nothing : notice("warning", t.resend)}
        ${waivers.map(waiverLine)}
      </section>
      <section class="card flush" aria-labelledby="comments-heading">
        <div class="card-head"><h3 id="comments-heading">${t.comments}</h3></div>
        ${comments.length === 0
          ? html`<p class="quiet pad">${t.noComments}</p>`
          : html`<ul class="places">
              ${comments.map((comment) => this.#comment(comment))}
            </ul>`}
      </section>
      <section class="card" aria-labelledby="history-heading">
        <h3 id="history-heading">${t.history}</h3>
        <ol class="history">
          ${events.map(
            (event) =>
              html`<li>
                <b>${event.actionLabel}</b>
                <span class="quiet">${formatMoment(event.at)} · ${event.personName}</span>
              </li>`,
          )}
        </ol>
      </section>`;
  }

  protected override render(): TemplateResult {
    const t = texts().track;
    if (readSession() === null) {
      return html`<div class="view-head"><h2>${t.title}</h2></div>
        <section class="card">
          <h3>${t.signInFirst}</h3>
          <kc-sign-in id="track-sign-in" @signed-in=${() => this.open()}></kc-sign-in>
        </section>`;
    }
    return html`<div class="view-head">
        <h2>${t.title}</h2>
        <fluent-button
          appearance="subtle"
          icon-only
          aria-label=${t.refresh}
          title=${t.refresh}
          data-testid="track-refresh"
          ?disabled=${this.busy}
          @click=${() => void this.#reload()}
          >${refreshIcon()}</fluent-button
        >
      </div>
      ${offlineBanner(this.items === null ? texts().problem.network.title : texts().queue.offlineTrack)}
      ${this.keptAt === null || this.keptAt === ""
        ? nothing
        : html`<p class="quiet">${texts().queue.keptAt(formatMoment(this.keptAt))}</p>`}
      ${this.error === null ? nothing : problemNotice(this.error, () => void this.#reload())}
      ${this.detail === null ? this.#list() : this.#detail(this.detail)}`;
  }
}
customElements.define("kc-track-view", TrackView);
