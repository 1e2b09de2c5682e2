/** <kc-norm-proposal>: services chosen, their norms estimated at the server, shown with their effect, then proposed. */
import { html, nothing, type TemplateResult } from "lit";
import type { NormProposal, SentServices } from "../../../shared/contract/norm-proposal.ts";
import type { Publication } from "../../../shared/contract/publications.ts";
import type { IsoDate } from "../../../shared/kernel/date.ts";
import { listSentServices, previewNorms, proposeNorms } from "../lib/api.ts";
import { PageElement } from "../lib/element.ts";
import { readSession } from "../lib/session.ts";
import { textOf } from "../order/parts.ts";
import { evidenceLinks } from "../parts/evidence-links.ts";
import { problemCard } from "../parts/problem-card.ts";
import { texts } from "../texts/index.ts";
import { proposalTexts } from "../texts/proposal.ts";
import { serviceCard } from "./proposal-views.ts";

const isSteward = () => readSession()?.person.role === "steward";
/** Next year's first day: norms are prepared for the plan of the year to come. */
const nextYear = () => `${new Date().getFullYear() + 1}-01-01`;

export class NormProposalPage extends PageElement {
  static override properties = {
    found: { state: true },
    proposal: { state: true },
    sent: { state: true },
    busy: { state: true },
    hint: { state: true },
    problem: { state: true },
  };
  declare found: SentServices | null;
  declare proposal: NormProposal | null;
  declare sent: Publication | null;
  declare busy: boolean;
  declare hint: string;
  declare problem: unknown;
  #asked: { services: string[]; from: IsoDate; minProvinces?: number } | null = null;

  constructor() {
    super();
    this.found = null;
    this.proposal = null;
    this.sent = null;
    this.busy = false;
    this.hint = "";
    this.problem = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = proposalTexts().title;
    void this.#try(async () => (this.found = await listSentServices()));
  }

  async #try(work: () => Promise<unknown>): Promise<void> {
    this.problem = null;
    this.busy = true;
    try {
      await work();
    } catch (error) {
      this.problem = error;
    } finally {
      this.busy = false;
    }
  }

  #work(event: SubmitEvent): void {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const services = form.getAll("service").map(String);
    this.hint = services.length === 0 ? proposalTexts().chooseSome : "";
    if (services.length === 0) return;
    const fewest = Number(textOf(form, "minProvinces"));
    this.#asked = {
      services,
      from: textOf(form, "from") as IsoDate,
      ...(Number.isInteger(fewest) && fewest > 0 ? { minProvinces: fewest } : {}),
    };
    this.proposal = null;
    this.sent = null;
    const asked = this.#asked;
    void this.#try(async () => (this.proposal = await previewNorms(asked)));
  }

  #propose(event: SubmitEvent): void {
    event.preventDefault();
    const reason = textOf(new FormData(event.target as HTMLFormElement), "reason");
    const { proposal } = this;
    const asked = this.#asked;
    if (proposal === null || asked === null) return;
    const { figuresHash } = proposal;
    void this.#try(async () => (this.sent = await proposeNorms({ ...asked, reason, figuresHash })));
  }

  #choice({ items, needed }: SentServices): TemplateResult {
    const t = proposalTexts();
    if (items.length === 0) return html`<p class="empty">${t.noServices}</p>`;
    return html`<form
      class="card"
      data-testid="proposal-form"
      @submit=${(event: SubmitEvent) => this.#work(event)}
    >
      <fieldset class="service-choice">
        <legend>${t.services}</legend>
        ${items.map(
          ({ key, name, provinces, submissions }) =>
            html`<label
              ><input
                type="checkbox"
                name="service"
                value=${key}
                data-testid="proposal-choice"
                ?checked=${provinces >= needed}
              /><span class="cell-two"
                ><span>${name}</span
                ><span class="quiet"
                  >${t.counts(provinces, submissions)}${provinces < needed
                    ? ` · ${t.tooFewFor(needed)}`
                    : ""}</span
                ></span
              ></label
            >`,
        )}
      </fieldset>
      <div class="form-row">
        <label class="field"
          ><span>${t.from}</span
          ><input
            class="input"
            type="date"
            name="from"
            required
            value=${nextYear()}
            data-testid="proposal-from"
        /></label>
        <label class="field"
          ><span>${t.minProvinces}</span
          ><input class="input" type="number" name="minProvinces" min=${needed} max="34" value=${needed}
        /></label>
        <button type="submit" class="link-button primary" data-testid="proposal-work" ?disabled=${this.busy}>
          ${t.work}
        </button>
      </div>
      ${this.hint === "" ? nothing : html`<p class="notice warning" role="alert">${this.hint}</p>`}
    </form>`;
  }

  #sending({ norms }: NormProposal): TemplateResult {
    const t = proposalTexts();
    if (norms === 0) return html`<p class="notice info">${t.nothing}</p>`;
    if (!isSteward()) return html`<p class="notice info">${t.onlySteward}</p>`;
    return html`<form
      class="card"
      data-testid="proposal-send-form"
      @submit=${(event: SubmitEvent) => this.#propose(event)}
    >
      <h2>${t.proposeHeading}</h2>
      <p class="quiet">${t.proposeLead}</p>
      <label class="field"
        ><span>${t.reason}</span
        ><textarea
          class="input"
          name="reason"
          rows="2"
          maxlength="2000"
          required
          data-testid="proposal-reason"
        ></textarea>
      </label>
      <p>
        <button type="submit" class="link-button primary" data-testid="proposal-send" ?disabled=${this.busy}>
          ${t.propose}
        </button>
      </p>
    </form>`;
  }

  #sentCard(sent: Publication): TemplateResult {
    const t = proposalTexts();
    return html`<div class="card" role="status" data-testid="proposal-sent">
      <p><strong>${t.sent}</strong></p>
      ${evidenceLinks(sent)}
      <p><a class="link-button" href="#/du-lieu">${t.toPublications}</a></p>
    </div>`;
  }

  #result(proposal: NormProposal): TemplateResult {
    const t = proposalTexts();
    return html`<section class="order-section" aria-live="polite" data-testid="proposal">
      <p>${t.summary(proposal.norms, proposal.services.length, proposal.needed)}</p>
      <p class="quiet hash-line">${t.figuresHash(proposal.figuresHash)}</p>
      ${proposal.services.map(serviceCard)}
      ${this.sent === null ? this.#sending(proposal) : this.#sentCard(this.sent)}
    </section>`;
  }

  protected override render(): TemplateResult {
    const t = proposalTexts();
    return html`<div class="page-head">
        <h1>${t.heading}</h1>
        <p class="quiet">${t.lead}</p>
        <a class="link-button" href="#/so-sanh">${t.back}</a>
      </div>
      ${this.found === null ? nothing : this.#choice(this.found)}
      ${this.busy
        ? html`<p class="loading" role="status">
            ${this.found === null ? texts().shell.loading : t.working}
          </p>`
        : nothing}
      ${this.proposal === null ? nothing : this.#result(this.proposal)}
      ${this.problem === null ? nothing : problemCard(this.problem)}`;
  }
}

customElements.define("kc-norm-proposal", NormProposalPage);
