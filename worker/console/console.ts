/**
 * The review site: #/ is the queue, #/ho-so/<id> one submission, #/so-sanh the provinces compared, #/hop allocation
 * meetings, #/dat-hang orders and what comes after them, #/bao-cao-nam the year, #/du-lieu published data, #/phien
 * one's own sessions. For the signed in.
 */
import "./lib/start.ts";
import "./parts/topbar.ts";
import "./parts/sheet-view.ts";
import "./parts/workbook-view.ts";
import "./parts/findings.ts";
import "./compare/compare-page.ts";
import "./compare/history-page.ts";
import "./compare/proposal-page.ts";
import "./meeting/meeting-list.ts";
import "./meeting/meeting-page.ts";
import "./order/autonomy-page.ts";
import "./order/book-page.ts";
import "./order/catalogue-page.ts";
import "./order/execution-page.ts";
import "./order/papers-page.ts";
import "./order/readiness-page.ts";
import "./log/log-page.ts";
import "./queue/queue-page.ts";
import "./sessions/sessions-page.ts";
import "./steward/steward-page.ts";
import "./submission/action-dialog.ts";
import "./submission/submission-page.ts";
import "./year/summary-page.ts";
import "./year/year-page.ts";
import { html, nothing, type TemplateResult } from "lit";
import { PageElement } from "./lib/element.ts";
import { readSession } from "./lib/session.ts";
import { sectionNav } from "./parts/sections.ts";
import { signInAddress } from "./parts/topbar.ts";
import { texts } from "./texts/index.ts";

const SUBMISSION = /^#\/ho-so\/(hs_[0-9A-Za-z]+)/;

const COMPARE = "#/so-sanh";
const HISTORY = "#/so-sanh/qua-cac-nam";
const PROPOSAL = "#/so-sanh/de-xuat";
const ORDERS = "#/dat-hang";
const ORDER = /^#\/dat-hang\/(hs_[0-9A-Za-z]+)/;
const READINESS = /^#\/dat-hang\/dieu-kien\/(hs_[0-9A-Za-z]+)/;
const YEAR = "#/bao-cao-nam";
const SUMMARY = "#/tong-hop";
const DATA = "#/du-lieu";
const LOG = "#/nhat-ky";
const SESSIONS = "#/phien";
const MEETINGS = "#/hop";
const MEETING = /^#\/hop\/(hop_[0-9A-Za-z]+)/;

/** Ordering and what comes after it; null for other addresses. */
function orderPage(hash: string): TemplateResult | null {
  const readiness = READINESS.exec(hash)?.[1];
  if (readiness !== undefined) return html`<kc-readiness submission-id=${readiness}></kc-readiness>`;
  const order = ORDER.exec(hash)?.[1];
  if (order !== undefined) return html`<kc-execution submission-id=${order}></kc-execution>`;
  if (hash.startsWith(`${ORDERS}/danh-muc`)) return html`<kc-catalogue></kc-catalogue>`;
  if (hash.startsWith(`${ORDERS}/tu-chu`)) return html`<kc-autonomy></kc-autonomy>`;
  if (hash.startsWith(`${ORDERS}/mau`)) return html`<kc-paper-templates></kc-paper-templates>`;
  if (hash.startsWith(ORDERS)) return html`<kc-order-book></kc-order-book>`;
  return hash.startsWith(YEAR) ? html`<kc-year></kc-year>` : null;
}

class ConsolePage extends PageElement {
  static override properties = { hash: { state: true } };
  declare hash: string;
  readonly #onHash = () => (this.hash = location.hash);
  #wasSignedIn = false;

  constructor() {
    super();
    this.hash = location.hash;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("hashchange", this.#onHash);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("hashchange", this.#onHash);
  }

  #body(): TemplateResult {
    const t = texts().signIn;
    const session = readSession();
    if (session === null) {
      return html`<section class="card narrow" data-testid="sign-in-card">
        <h1>${t.heading}</h1>
        <p>${this.#wasSignedIn ? t.over : t.text}</p>
        <a class="link-button primary" href=${signInAddress()} data-testid="go-sign-in">${t.action}</a>
      </section>`;
    }
    this.#wasSignedIn = true;
    const id = SUBMISSION.exec(this.hash)?.[1];
    if (id !== undefined) return html`<kc-submission submission-id=${id}></kc-submission>`;
    if (this.hash.startsWith(DATA)) return html`<kc-steward></kc-steward>`;
    if (this.hash.startsWith(SESSIONS)) return html`<kc-sessions></kc-sessions>`;
    if (this.hash.startsWith(LOG)) return html`<kc-log></kc-log>`;
    if (this.hash.startsWith(SUMMARY)) return html`<kc-plan-summary></kc-plan-summary>`;
    const ordering = orderPage(this.hash);
    if (ordering !== null) return ordering;
    const meeting = MEETING.exec(this.hash)?.[1];
    if (meeting !== undefined) return html`<kc-meeting meeting-id=${meeting}></kc-meeting>`;
    if (this.hash.startsWith(MEETINGS)) return html`<kc-meetings></kc-meetings>`;
    if (this.hash.startsWith(PROPOSAL)) return html`<kc-norm-proposal></kc-norm-proposal>`;
    if (this.hash.startsWith(HISTORY)) return html`<kc-history></kc-history>`;
    return this.hash.startsWith(COMPARE) ? html`<kc-compare></kc-compare>` : html`<kc-queue></kc-queue>`;
  }

  protected override render(): TemplateResult {
    const session = readSession();
    return html`<kc-topbar page="console"></kc-topbar>
      ${session === null ? nothing : sectionNav(session, this.hash)}
      <main id="main" class="wide">${this.#body()}</main>`;
  }
}

customElements.define("kc-console", ConsolePage);
