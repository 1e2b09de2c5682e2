/** Who is signed in, and the local sign-in: choose a province, then a person. */
import { html, nothing, type TemplateResult } from "lit";
import type { Person } from "../../../shared/contract/session.ts";
import { foldText } from "../../../shared/kernel/text.ts";
import { ROLES } from "../../../shared/plan/states.ts";
import { listLocalPeople } from "../api.ts";
import { dropSession, readSession } from "../auth.ts";
import { PaneElement } from "../element.ts";
import { keep, readKept } from "../kept.ts";
import { currentSignIn, type SignIn } from "../sign-in.ts";
import { texts } from "../texts/index.ts";
import { workspace } from "../workspace.ts";
import { select } from "./field.ts";
import { notice, problemNotice, working } from "./notice.ts";

const MINISTRY = "ministry";
const KEPT_PROVINCE = "kc.last-province";

function groupOf(person: Person): string {
  return person.organisation.provinceName ?? MINISTRY;
}

export class SignInForm extends PaneElement {
  static override properties = {
    people: { state: true },
    group: { state: true },
    personId: { state: true },
    busy: { state: true },
    error: { state: true },
    way: { state: true },
  };
  /** Undefined while loading, null where local sign-in does not exist. */
  declare people: readonly Person[] | null | undefined;
  declare group: string;
  declare personId: string;
  declare busy: boolean;
  declare error: unknown;
  declare way: SignIn | null;

  constructor() {
    super();
    this.people = undefined;
    this.group = "";
    this.personId = "";
    this.busy = false;
    this.error = null;
    this.way = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.people === undefined) void this.#load();
  }

  async #load(): Promise<void> {
    this.error = null;
    try {
      this.way = await currentSignIn();
      this.people = this.way.kind === "local" ? await listLocalPeople() : null;
      this.#chooseGroup(this.#likelyGroup());
    } catch (error) {
      this.error = error;
    }
  }

  /** The workbook's own province, else the last one used. */
  #likelyGroup(): string {
    const wanted = workspace.snapshot?.verdict.plan.info.province ?? readKept<string>(KEPT_PROVINCE) ?? "";
    const key = foldText(wanted);
    return (this.people ?? []).map(groupOf).find((group) => foldText(group) === key) ?? "";
  }

  #members(): Person[] {
    const members = (this.people ?? []).filter((person) => groupOf(person) === this.group);
    return members.sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role));
  }

  #chooseGroup(group: string): void {
    this.group = group;
    this.personId = this.#members()[0]?.id ?? "";
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.personId === "") return;
    await this.#signIn();
  }

  async #signIn(): Promise<void> {
    this.busy = true;
    this.error = null;
    try {
      await (await currentSignIn()).signIn(this.personId);
      if (this.group !== "") keep(KEPT_PROVINCE, this.group);
      this.dispatchEvent(new CustomEvent("signed-in", { bubbles: true }));
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }

  #form(people: readonly Person[]): TemplateResult {
    const t = texts().account;
    const groups = [...new Set(people.map(groupOf))].sort((a, b) => a.localeCompare(b, "vi"));
    const id = this.id || "sign-in";
    return html`<form @submit=${(event: Event) => void this.#submit(event)}>
      <p class="quiet">${t.lead}</p>
      ${select({
        id: `${id}-group`,
        label: t.province,
        value: this.group,
        prompt: texts().newBook.chooseProvince,
        options: groups.map((group) => ({ value: group, text: group === MINISTRY ? t.ministry : group })),
        onChange: (group) => this.#chooseGroup(group),
      })}
      ${this.group === ""
        ? nothing
        : select({
            id: `${id}-person`,
            label: t.person,
            value: this.personId,
            options: this.#members().map((person) => ({ value: person.id, text: person.name })),
            onChange: (personId) => (this.personId = personId),
          })}
      <div class="actions">
        <fluent-button
          appearance="primary"
          type="submit"
          data-testid="sign-in"
          ?disabled=${this.busy || this.personId === ""}
          >${t.submit}</fluent-button
        >
      </div>
    </form>`;
  }

  #remote(): TemplateResult {
    const t = texts().account;
    const name = this.way?.name ?? null;
    if (name === null) return notice("info", t.remote);
    return html`<p class="quiet">${t.withAccount}</p>
      <div class="actions">
        <fluent-button
          appearance="primary"
          data-testid="sign-in-remote"
          ?disabled=${this.busy}
          @click=${() => void this.#signIn()}
          >${t.signInWith(name)}</fluent-button
        >
      </div>`;
  }

  protected override render(): TemplateResult {
    const t = texts().account;
    const { people } = this;
    return html`${this.error === null ? nothing : problemNotice(this.error, () => void this.#load())}
    ${people === undefined && this.error === null ? working(texts().track.loading) : nothing}
    ${people === null ? this.#remote() : nothing}
    ${people !== null && people !== undefined
      ? people.length === 0
        ? notice("info", t.empty)
        : this.#form(people)
      : nothing}`;
  }
}
customElements.define("kc-sign-in", SignInForm);

/** Where even the way of signing in cannot be asked, the pane at least forgets who it was. */
async function leave(): Promise<void> {
  const way = await currentSignIn().catch(() => null);
  await (way?.signOut() ?? dropSession());
}

/** The card under the header: the person, changing and signing out. */
export function accountPanel(close: () => void): TemplateResult {
  const t = texts().account;
  const session = readSession();
  if (session === null) {
    return html`<section class="account-panel" aria-label=${t.signIn}>
      <h2>${t.choose}</h2>
      <kc-sign-in id="account" @signed-in=${close}></kc-sign-in>
    </section>`;
  }
  const { person } = session;
  return html`<section class="account-panel" aria-label=${t.open(person.name)}>
    <p class="strong" data-testid="person">${person.name}</p>
    <p class="quiet">${person.organisation.name} · ${person.roleLabel}</p>
    <div class="actions">
      <fluent-button size="small" @click=${() => void leave()}>${t.change}</fluent-button>
      <fluent-button size="small" appearance="subtle" @click=${() => void leave().then(close)}
        >${t.signOut}</fluent-button
      >
    </div>
  </section>`;
}
