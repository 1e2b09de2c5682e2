/** The first page: what this is, four doors, and on a trial machine the choice of whom to act as. */
import "../lib/start.ts";
import "../parts/topbar.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { Person, SignInOptions } from "../../../shared/contract/session.ts";
import { foldText } from "../../../shared/kernel/text.ts";
import { ROLES, type Role } from "../../../shared/plan/states.ts";
import { listLocalPeople, readMe, readSignInOptions, signInLocally } from "../lib/api.ts";
import { PageElement } from "../lib/element.ts";
import { nextAddress } from "../lib/next-address.ts";
import { readSession, savePerson, saveSession } from "../lib/session.ts";
import { okIcon, searchIcon } from "../parts/icons.ts";
import { problemCard } from "../parts/problem-card.ts";
import { texts } from "../texts/index.ts";

const DOORS = [
  { id: "workbench", href: "/workbench/" },
  { id: "console", href: "/console/" },
  { id: "upload", href: "/upload/" },
  { id: "docs", href: "/api/docs" },
] as const;

/** More people than this and a search box appears. */
const MANY_PEOPLE = 14;

/** Provinces that the demonstration plans are about come first: there is something to do as them. */
const WITH_DEMO_PLANS = ["22", "66", "52"];

function rank({ organisation }: Person): number {
  const place = WITH_DEMO_PLANS.indexOf(organisation.provinceCode ?? "");
  return place < 0 ? WITH_DEMO_PLANS.length : place;
}

class StartPage extends PageElement {
  static override properties = {
    people: { state: true },
    problem: { state: true },
    busy: { state: true },
    search: { state: true },
    issuers: { state: true },
  };
  /** undefined: not asked yet; null: there is no local sign-in here. */
  declare people: readonly Person[] | null | undefined;
  declare problem: unknown;
  declare busy: string;
  declare search: string;
  declare issuers: SignInOptions["issuers"];

  constructor() {
    super();
    this.people = undefined;
    this.problem = null;
    this.busy = "";
    this.search = "";
    this.issuers = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#loadPeople();
  }

  async #loadPeople(): Promise<void> {
    this.problem = null;
    try {
      this.people = await listLocalPeople();
      if (this.people === null) await this.#loadRemote();
    } catch (error) {
      this.problem = error;
    }
  }

  /** Coming back from the issuer, the cookie is there and only the name is missing. */
  async #loadRemote(): Promise<void> {
    const me = await readMe();
    if (me !== null && readSession() === null) {
      savePerson(me);
      const next = nextAddress(location.search);
      if (next !== null) return location.assign(next);
    }
    this.issuers = (await readSignInOptions()).issuers;
  }

  #remotePart(): TemplateResult {
    const t = texts().start;
    const back = encodeURIComponent(location.pathname + location.search);
    return html`<section class="band">
      <p>${t.signInRemote}</p>
      ${this.issuers.length === 0 ? html`<p class="quiet">${t.noIssuer}</p>` : nothing}
      ${this.issuers.map(
        ({ name, href }) =>
          html`<p>
            <a class="link-button primary" href=${`${href}&next=${back}`}>${t.signInWith(name)}</a>
          </p>`,
      )}
    </section>`;
  }

  async #signIn(person: Person): Promise<void> {
    this.busy = person.id;
    this.problem = null;
    try {
      saveSession(await signInLocally(person.id));
      const next = nextAddress(location.search);
      if (next !== null) location.assign(next);
    } catch (error) {
      this.problem = error;
    } finally {
      this.busy = "";
    }
  }

  #door(door: (typeof DOORS)[number]): TemplateResult {
    const t = texts().start.doors[door.id];
    return html`<a class="door ${door.id}" href=${door.href} data-testid=${`door-${door.id}`}>
      <h3>${t.title}</h3>
      <p>${t.text}</p>
      <p class="door-who">${t.who}</p>
    </a>`;
  }

  #person(person: Person): TemplateResult {
    const chosen = readSession()?.person.id === person.id;
    const { name, organisation } = person;
    // The group's heading already says the role; the province is what tells these people apart.
    const shown = organisation.provinceName ?? name;
    return html`<li>
      <button
        type="button"
        class="person ${chosen ? "chosen" : ""}"
        data-testid=${`person-${person.id}`}
        aria-pressed=${chosen ? "true" : "false"}
        ?disabled=${this.busy !== ""}
        @click=${() => this.#signIn(person)}
      >
        <span class="person-name" title=${name}>${shown}</span>
        <span class="quiet">${organisation.name}</span>
        ${chosen ? html`<span class="person-chosen">${okIcon()}${texts().start.chosen}</span>` : nothing}
      </button>
    </li>`;
  }

  #group(role: Role, people: readonly Person[]): TemplateResult | typeof nothing {
    const members = people.filter((person) => person.role === role).toSorted((a, b) => rank(a) - rank(b));
    if (members.length === 0) return nothing;
    return html`<section class="role-group">
      <h3>${texts().start.roles[role]}</h3>
      <ul class="people">
        ${members.map((person) => this.#person(person))}
      </ul>
    </section>`;
  }

  #signInPart(): TemplateResult | typeof nothing {
    const t = texts().start;
    if (this.people === undefined) return nothing;
    if (this.people === null) return this.#remotePart();
    const wanted = foldText(this.search);
    const people = this.people.filter(({ name, organisation }) =>
      foldText(`${name} ${organisation.name}`).includes(wanted),
    );
    const waiting = nextAddress(location.search) !== null;
    return html`<section aria-labelledby="sign-in-heading">
      <div class="section-head">
        <div>
          <h2 id="sign-in-heading">${t.signInHeading}</h2>
          <p class=${waiting ? "needed" : "quiet"}>${waiting ? t.signInNeeded : t.signInLead}</p>
        </div>
        ${this.people.length <= MANY_PEOPLE
          ? nothing
          : html`<label class="field inline"
              ><span>${texts().queue.search}</span
              ><span class="search-box"
                >${searchIcon()}<input
                  class="input"
                  type="search"
                  data-testid="people-search"
                  @input=${(event: Event) =>
                    (this.search = (event.target as HTMLInputElement).value)} /></span
            ></label>`}
      </div>
      ${this.people.length === 0 ? html`<p class="empty">${t.noPeople}</p>` : nothing}
      <div class="role-groups">${ROLES.map((role) => this.#group(role, people))}</div>
    </section>`;
  }

  protected override render(): TemplateResult {
    const t = texts().start;
    document.title = t.title;
    return html`<kc-topbar page="home"></kc-topbar>
      <main id="main" class="start">
        <section class="hero">
          <h1>${t.heading}</h1>
          <p class="lead">${t.lead}</p>
          <p class="quiet">${t.audience}</p>
        </section>
        <section aria-labelledby="doors-heading">
          <h2 id="doors-heading">${t.doorsHeading}</h2>
          <div class="doors">${DOORS.map((door) => this.#door(door))}</div>
        </section>
        ${this.problem === null
          ? nothing
          : problemCard(this.problem, { label: texts().shell.retry, run: () => void this.#loadPeople() })}
        ${this.#signInPart()}
        ${this.people === null
          ? nothing
          : html`<section class="band" aria-labelledby="demo-heading">
              <h2 id="demo-heading">${t.demoHeading}</h2>
              <p>${t.demoText}</p>
            </section>`}
      </main>`;
  }
}

customElements.define("kc-start", StartPage);
