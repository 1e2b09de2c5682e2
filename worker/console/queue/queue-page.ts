/** <kc-queue>: the list of submissions with filters kept in the address, paging by cursor, keys to move and open. */
import { html, nothing, type TemplateResult } from "lit";
import { FINDINGS_FILTERS, type SubmissionSummary } from "../../../shared/contract/submission.ts";
import { vietnamDay, yearOf } from "../../../shared/kernel/date.ts";
import { formatDong } from "../../../shared/kernel/money.ts";
import { PROVINCES } from "../../../shared/law/provinces.ts";
import { STATES, STATE_LABEL } from "../../../shared/plan/states.ts";
import { listSubmissions, type QueueFilter } from "../lib/api.ts";
import { PageElement } from "../lib/element.ts";
import { formatMoment, shortId } from "../lib/format.ts";
import { readSession } from "../lib/session.ts";
import { countBadges, stateBadge } from "../parts/badges.ts";
import { searchIcon } from "../parts/icons.ts";
import { problemCard } from "../parts/problem-card.ts";
import { lang, texts } from "../texts/index.ts";
import { reviewTexts } from "../texts/review.ts";
import "./bulk-actions.ts";
import { filterFromHash, hashOfFilter, hasFilter, queryOfFilter } from "./filter.ts";
import { queueKey } from "./keys.ts";
import "./saved-views.ts";

const TYPING_PAUSE_MS = 300;
const FIRST_YEAR = 2013;

const PROVINCE_CHOICES = [...PROVINCES]
  .sort((a, b) => a.name.localeCompare(b.name, "vi"))
  .map(({ code, name }) => [code, name] as const);

export class QueuePage extends PageElement {
  static override properties = {
    items: { state: true },
    nextCursor: { state: true },
    loading: { state: true },
    problem: { state: true },
    filter: { state: true },
    focused: { state: true },
    marked: { state: true },
  };
  declare items: readonly SubmissionSummary[];
  declare nextCursor: string | null;
  declare loading: boolean;
  declare problem: unknown;
  declare filter: QueueFilter;
  /** Row that arrow keys start from. */
  declare focused: number;
  /** Ids chosen for work on many. */
  declare marked: ReadonlySet<string>;
  readonly #onPageKey = (event: KeyboardEvent) => this.#pageKey(event);
  #typing: ReturnType<typeof setTimeout> | undefined;
  /** Answers that arrive after a newer question are dropped. */
  #question = 0;

  constructor() {
    super();
    this.items = [];
    this.nextCursor = null;
    this.loading = false;
    this.problem = null;
    this.filter = filterFromHash(location.hash);
    this.focused = 0;
    this.marked = new Set();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = texts().queue.title;
    document.addEventListener("keydown", this.#onPageKey);
    void this.#load(null);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("keydown", this.#onPageKey);
  }

  async #load(cursor: string | null): Promise<void> {
    this.#question += 1;
    const question = this.#question;
    this.loading = true;
    this.problem = null;
    try {
      const page = await listSubmissions(this.filter, cursor);
      if (question !== this.#question) return;
      this.items = cursor === null ? page.items : [...this.items, ...page.items];
      this.nextCursor = page.nextCursor;
      if (cursor === null) {
        this.focused = 0;
        const shown = new Set(page.items.map(({ id }) => id));
        this.marked = new Set([...this.marked].filter((id) => shown.has(id)));
      }
    } catch (error) {
      if (question === this.#question) this.problem = error;
    } finally {
      if (question === this.#question) this.loading = false;
    }
  }

  #change(part: QueueFilter): void {
    this.filter = { ...this.filter, ...part };
    history.replaceState(null, "", hashOfFilter(this.filter));
    void this.#load(null);
  }

  #type(event: Event): void {
    const q = (event.target as HTMLInputElement).value;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#change({ q: q.trim() }), TYPING_PAUSE_MS);
  }

  #select(
    name: "state" | "province" | "year" | "findings",
    label: string,
    any: string,
    choices: readonly (readonly [string, string])[],
  ): TemplateResult {
    const current = this.filter[name] ?? "";
    return html`<label class="field inline">
      <span>${label}</span>
      <select
        class="input"
        data-testid=${`filter-${name}`}
        @change=${(event: Event) => this.#change({ [name]: (event.target as HTMLSelectElement).value })}
      >
        <option value="" ?selected=${current === ""}>${any}</option>
        ${choices.map(
          ([value, label]) => html`<option value=${value} ?selected=${value === current}>${label}</option>`,
        )}
      </select>
    </label>`;
  }

  #filters(): TemplateResult {
    const t = texts().queue;
    const states = STATES.map((state) => [state, STATE_LABEL[state][lang()]] as const);
    const thisYear = yearOf(vietnamDay(Date.now()));
    const years = Array.from({ length: thisYear + 2 - FIRST_YEAR }, (_, index) =>
      String(thisYear + 1 - index),
    );
    const r = reviewTexts();
    const findings = FINDINGS_FILTERS.map((value) => [value, r.finding[value]] as const);
    const ofMinistry = readSession()?.person.organisation.kind === "ministry";
    return html`<form
      class="filters"
      role="search"
      aria-label=${t.filters}
      @submit=${(event: Event) => event.preventDefault()}
    >
      <label class="field inline grow">
        <span>${t.search}</span>
        <span class="search-box"
          >${searchIcon()}<input
            class="input"
            type="search"
            placeholder=${t.searchHint}
            .value=${this.filter.q ?? ""}
            maxlength="100"
            data-testid="filter-search"
            @input=${(event: Event) => this.#type(event)}
        /></span>
      </label>
      ${this.#select("state", t.state, t.anyState, states)}
      ${ofMinistry ? this.#select("province", t.province, t.anyProvince, PROVINCE_CHOICES) : nothing}
      ${this.#select(
        "year",
        t.year,
        t.anyYear,
        years.map((year) => [year, year] as const),
      )}
      ${this.#select("findings", r.findings, r.anyFindings, findings)}
      ${hasFilter(this.filter)
        ? html`<fluent-button
            appearance="subtle"
            @click=${() => this.#change({ state: "", province: "", year: "", findings: "", q: "" })}
            >${t.clear}</fluent-button
          >`
        : nothing}
    </form>`;
  }

  #open(id: string): void {
    location.hash = `#/ho-so/${id}`;
  }

  #rowLinks(): NodeListOf<HTMLElement> {
    return this.querySelectorAll<HTMLElement>("tbody a.row-link");
  }

  #focusRow(goal: number): void {
    this.focused = goal;
    const links = this.#rowLinks();
    links[goal]?.focus();
    links[goal]?.scrollIntoView({ block: "nearest" });
  }

  #pageKey(event: KeyboardEvent): void {
    const onRow = (document.activeElement as HTMLElement | null)?.matches("a.row-link") ?? false;
    const key = queueKey(event, { focused: this.focused, count: this.items.length, onRow });
    if (key === null) return;
    event.preventDefault();
    if (key.do === "search") this.querySelector<HTMLInputElement>('[type="search"]')?.focus();
    else if (key.do === "row") this.#focusRow(key.row);
    else this.#mark(this.items[this.focused]?.id ?? "");
  }

  #mayMark(): boolean {
    const role = readSession()?.person.role;
    return role === "province" || role === "ministry";
  }

  #mark(id: string): void {
    if (id === "" || !this.#mayMark()) return;
    const next = new Set(this.marked);
    if (!next.delete(id)) next.add(id);
    this.marked = next;
  }

  #markCell(item: SubmissionSummary): TemplateResult | typeof nothing {
    if (!this.#mayMark()) return nothing;
    const t = reviewTexts().bulk;
    return html`<td
      class="pick-cell"
      data-label=${t.column}
      @click=${(event: Event) => event.stopPropagation()}
    >
      <input
        type="checkbox"
        aria-label=${t.select(item.provinceName, item.year)}
        data-testid="mark"
        .checked=${this.marked.has(item.id)}
        @change=${() => this.#mark(item.id)}
      />
    </td>`;
  }

  #markAll(): TemplateResult | typeof nothing {
    if (!this.#mayMark()) return nothing;
    const all = this.items.every(({ id }) => this.marked.has(id));
    return html`<th scope="col" class="pick-cell">
      <input
        type="checkbox"
        aria-label=${reviewTexts().bulk.selectAll}
        data-testid="mark-all"
        .checked=${all}
        @change=${() => (this.marked = new Set(all ? [] : this.items.map(({ id }) => id)))}
      />
    </th>`;
  }

  #row(item: SubmissionSummary, index: number): TemplateResult {
    const t = texts().queue;
    const c = t.columns;
    return html`<tr data-testid=${`queue-row-${item.id}`} @click=${() => this.#open(item.id)}>
      ${this.#markCell(item)}
      <td data-label=${c.province}>
        <a
          class="row-link"
          href=${`#/ho-so/${item.id}`}
          tabindex=${index === this.focused ? "0" : "-1"}
          aria-label=${t.open(item.provinceName, item.year)}
          @focus=${() => (this.focused = index)}
          >${item.provinceName}</a
        >
      </td>
      <td data-label=${c.organisation} class="organisation">${item.organisationName}</td>
      <td data-label=${c.year} class="numeric">${item.year}</td>
      <td data-label=${c.state}>
        ${stateBadge(item.state)}${item.revision > 1
          ? html` <span class="quiet">${t.revision(item.revision)}</span>`
          : nothing}
      </td>
      <td data-label=${c.count} class="numeric">${item.deAnCount}</td>
      <td data-label=${c.national} class="numeric strong">${formatDong(item.supportByFund.QG)}</td>
      <td data-label=${c.local} class="numeric strong">${formatDong(item.supportByFund.ĐP)}</td>
      <td data-label=${c.total} class="numeric">${formatDong(item.totalDong)}</td>
      <td data-label=${c.checks}>${countBadges(item.counts)}</td>
      <td data-label=${c.received} class="moment">${formatMoment(item.receivedAt)}</td>
      <td data-label=${c.id}><code title=${item.id}>${shortId(item.id)}</code></td>
    </tr>`;
  }

  #table(): TemplateResult {
    const t = texts().queue;
    const numeric = new Set(["year", "count", "national", "local", "total"]);
    const names = [
      "province",
      "organisation",
      "year",
      "state",
      "count",
      "national",
      "local",
      "total",
      "checks",
      "received",
      "id",
    ] as const;
    return html`<div class="table-frame">
      <table class="list">
        <caption class="sr-only">
          ${t.caption}
        </caption>
        <thead>
          <tr>
            ${this.#markAll()}
            ${names.map(
              (name) =>
                html`<th scope="col" class=${numeric.has(name) ? "numeric" : ""}>${t.columns[name]}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${this.items.map((item, index) => this.#row(item, index))}
        </tbody>
      </table>
    </div>`;
  }

  #result(): TemplateResult {
    const t = texts();
    if (this.problem !== null) {
      return problemCard(this.problem, { label: t.shell.retry, run: () => void this.#load(null) });
    }
    if (this.items.length === 0) {
      if (this.loading)
        return html`<p class="loading" role="status">
          <fluent-spinner size="small"></fluent-spinner>${t.shell.loading}
        </p>`;
      return html`<p class="empty">${hasFilter(this.filter) ? t.queue.emptyFiltered : t.queue.empty}</p>`;
    }
    return html`${this.#table()}
      <div class="list-foot">
        <p class="quiet" role="status">
          ${t.queue.shown(this.items.length, this.nextCursor !== null)} · ${t.queue.orderNote} ·
          ${t.queue.unit}
        </p>
        <p class="quiet keys">${reviewTexts().keys}</p>
        ${this.nextCursor === null
          ? nothing
          : html`<fluent-button
              data-testid="queue-more"
              ?disabled=${this.loading}
              @click=${() => this.#load(this.nextCursor)}
              >${this.loading ? t.queue.loadingMore : t.queue.more}</fluent-button
            >`}
      </div>
      <kc-bulk-actions
        .items=${this.items.filter(({ id }) => this.marked.has(id))}
        @kc-bulk-clear=${() => (this.marked = new Set())}
        @kc-bulk-done=${() => {
          this.marked = new Set();
          void this.#load(null);
        }}
      ></kc-bulk-actions>`;
  }

  protected override render(): TemplateResult {
    const t = texts().queue;
    const organisation = readSession()?.person.organisation;
    const scope =
      organisation?.kind === "ministry" ? t.scopeMinistry : t.scopeProvince(organisation?.provinceName ?? "");
    return html`<div class="page-head">
        <h1>${t.heading}</h1>
        <p class="quiet">${scope}</p>
      </div>
      ${this.#filters()}
      <kc-saved-views
        .filter=${queryOfFilter(this.filter)}
        @kc-view=${(event: CustomEvent<string>) => this.#change(filterFromHash(`#/?${event.detail}`))}
      ></kc-saved-views>
      ${this.#result()}`;
  }
}

customElements.define("kc-queue", QueuePage);
