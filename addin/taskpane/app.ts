/** The pane itself: header, tabs, one view a tab; a view is made when it is first opened and then kept. */
import { html, nothing, type TemplateResult } from "lit";
import { openedByExcel } from "../excel/host.ts";
import { readSession } from "./auth.ts";
import { PaneElement } from "./element.ts";
import { keep, readKept } from "./kept.ts";
import { accountPanel } from "./parts/account.ts";
import { personIcon, sheetIcon } from "./parts/icons.ts";
import { emptyState, problemNotice, working } from "./parts/notice.ts";
import { tabStrip } from "./parts/tabs.ts";
import { undoButton } from "./parts/undo.ts";
import { chooseLang, lang, texts } from "./texts/index.ts";
import type { AllocateView } from "./views/allocate-view.ts";
import type { BasisView } from "./views/basis-view.ts";
import type { CheckView } from "./views/check-view.ts";
import { loadView } from "./views/load.ts";
import type { SendView } from "./views/send-view.ts";
import type { TrackView } from "./views/track-view.ts";
import { workspace } from "./workspace.ts";

export const TABS = ["draft", "norms", "check", "allocate", "send", "track", "basis"] as const;
export type TabId = (typeof TABS)[number];

const KEPT_TAB = "kc.tab";

const VIEWS: Readonly<Record<TabId, TemplateResult>> = {
  draft: html`<kc-draft-view></kc-draft-view>`,
  norms: html`<kc-norms-view></kc-norms-view>`,
  check: html`<kc-check-view></kc-check-view>`,
  allocate: html`<kc-allocate-view></kc-allocate-view>`,
  send: html`<kc-send-view></kc-send-view>`,
  track: html`<kc-track-view></kc-track-view>`,
  basis: html`<kc-basis-view></kc-basis-view>`,
};

export class PaneApp extends PaneElement {
  static override properties = {
    tab: { state: true },
    seen: { state: true },
    missing: { state: true },
    accountOpen: { state: true },
  };
  declare tab: TabId;
  /** Tabs opened so far whose view is there. */
  declare seen: ReadonlySet<TabId>;
  /** Why the view of the open tab could not be fetched. */
  declare missing: unknown;
  declare accountOpen: boolean;

  constructor() {
    super();
    const kept = readKept<string>(KEPT_TAB);
    this.tab = TABS.find((id) => id === kept) ?? "draft";
    this.seen = new Set();
    this.missing = null;
    this.accountOpen = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void workspace.start().then(() => this.#open(this.tab));
  }

  show(tab: TabId): void {
    void this.#open(tab);
  }

  async #open(tab: TabId): Promise<void> {
    if (this.tab === "basis" && tab !== "basis") this.querySelector<BasisView>("kc-basis-view")?.hide();
    this.tab = tab;
    this.missing = null;
    keep(KEPT_TAB, tab);
    try {
      await loadView(tab);
    } catch (error) {
      if (this.tab === tab) this.missing = error;
      return;
    }
    this.seen = new Set([...this.seen, tab]);
    await this.updateComplete;
    if (this.tab === tab) this.#enter(tab);
  }

  /** From the ribbon button: show the tab and check at once. */
  async showCheck(): Promise<void> {
    await this.#open("check");
    await this.querySelector<CheckView>("kc-check-view")?.check();
  }

  #enter(tab: TabId): void {
    if (workspace.host !== "excel") return;
    if (tab === "allocate") void this.querySelector<AllocateView>("kc-allocate-view")?.open();
    if (tab === "send") this.querySelector<SendView>("kc-send-view")?.open();
    if (tab === "track") this.querySelector<TrackView>("kc-track-view")?.open();
    if (tab === "basis") this.querySelector<BasisView>("kc-basis-view")?.open();
    if (tab === "draft" && workspace.stale) void workspace.read().catch(() => undefined);
  }

  #header(): TemplateResult {
    const t = texts();
    const person = readSession()?.person;
    const label = person === undefined ? t.account.signIn : t.account.open(person.name);
    return html`<header class="top">
      <img src="/icons/icon-32.png" width="20" height="20" alt="" />
      <h1>${t.app.name}</h1>
      ${undoButton()}
      <fluent-button
        appearance="subtle"
        size="small"
        class="language"
        aria-label="${t.app.language}: ${t.app.otherLanguage}"
        data-testid="language"
        @click=${() => void chooseLang(lang() === "vi" ? "en" : "vi")}
        >${t.app.otherLanguageShort}</fluent-button
      >
      <button
        type="button"
        class="account ${person === undefined ? "" : "in"}"
        aria-expanded=${this.accountOpen}
        aria-label=${label}
        title=${label}
        data-testid="account"
        @click=${() => (this.accountOpen = !this.accountOpen)}
      >
        ${personIcon()}<span>${person === undefined ? t.account.signIn : person.name}</span>
      </button>
    </header>`;
  }

  #panel(id: TabId): TemplateResult {
    return html`<section
      role="tabpanel"
      id="panel-${id}"
      aria-labelledby="tab-${id}"
      ?hidden=${this.tab !== id}
      tabindex="-1"
    >
      ${this.seen.has(id) ? VIEWS[id] : this.tab === id ? this.#arriving() : nothing}
    </section>`;
  }

  #arriving(): TemplateResult {
    return this.missing === null
      ? working(texts().app.opening)
      : problemNotice(this.missing, () => this.show(this.tab));
  }

  #body(): TemplateResult {
    const t = texts();
    if (workspace.host === null) return html`<main><div class="page">${working(t.app.starting)}</div></main>`;
    if (workspace.host === "none" && openedByExcel()) {
      return html`<main class="page" data-testid="no-office">
        ${emptyState(
          sheetIcon(),
          t.noOffice.title,
          t.noOffice.text,
          html`<fluent-button
            appearance="primary"
            data-testid="no-office-retry"
            @click=${() => location.reload()}
            >${t.app.tryAgain}</fluent-button
          >`,
        )}
      </main>`;
    }
    if (workspace.host === "none") {
      return html`<main class="page" data-testid="no-host">
        ${emptyState(
          sheetIcon(),
          t.noHost.title,
          t.noHost.text,
          html`<p><a class="button" href="/workbench/" target="_top">${t.noHost.workbench}</a></p>
            <p><a href="/" target="_top">${t.noHost.home}</a></p>`,
        )}
      </main>`;
    }
    const items = TABS.map((id) => ({ id, label: t.app.tabs[id] }));
    return html`<main @show-tab=${(event: CustomEvent<TabId>) => this.show(event.detail)}>
      ${tabStrip(t.app.tabsLabel, items, this.tab, (id) => this.show(id))}
      <div class="page"><kc-undo></kc-undo>${TABS.map((id) => this.#panel(id))}</div>
    </main>`;
  }

  protected override render(): TemplateResult {
    return html`${this.#header()}
    ${this.accountOpen ? accountPanel(() => (this.accountOpen = false)) : nothing} ${this.#body()}`;
  }
}
customElements.define("kc-pane", PaneApp);
