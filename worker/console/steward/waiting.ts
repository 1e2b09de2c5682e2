/** <kc-waiting .item>: one proposal, what it would change, and the second person's decision. Fires "kc-decided". */
import { html, nothing, type TemplateResult } from "lit";
import { formatDate, type IsoDate } from "../../../shared/kernel/date.ts";
import type { Publication, PublicationPreview } from "../../../shared/contract/publications.ts";
import { PageElement } from "../lib/element.ts";
import { formatMoment } from "../lib/format.ts";
import { readSession } from "../lib/session.ts";
import { evidenceLinks } from "../parts/evidence-links.ts";
import { problemCard } from "../parts/problem-card.ts";
import { texts } from "../texts/index.ts";
import { stewardTexts } from "../texts/steward.ts";
import { changesTable } from "./changes.ts";
import { decide, readDifference } from "./service.ts";

export class WaitingProposal extends PageElement {
  static override properties = {
    item: { attribute: false },
    difference: { state: true },
    problem: { state: true },
  };
  declare item: Publication | null;
  declare difference: PublicationPreview | null;
  declare problem: unknown;

  constructor() {
    super();
    this.item = null;
    this.difference = null;
    this.problem = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  async #load(): Promise<void> {
    if (this.item === null) return;
    try {
      this.difference = await readDifference(this.item.id);
    } catch (error) {
      this.problem = error;
    }
  }

  async #decide(item: Publication, decision: "confirmed" | "refused"): Promise<void> {
    this.problem = null;
    const note = this.querySelector("textarea")?.value.trim() ?? "";
    try {
      await decide(item, decision, note);
      this.dispatchEvent(new Event("kc-decided"));
    } catch (error) {
      this.problem = error;
    }
  }

  #decision(item: Publication): TemplateResult {
    const t = stewardTexts();
    const person = readSession()?.person;
    if (person?.role !== "steward") return html`<p class="quiet">${t.readOnly}</p>`;
    const own = person.id === item.proposedBy.id;
    return html`<label class="field"
        ><span>${t.note}</span><textarea class="input" rows="2" maxlength="2000"></textarea>
      </label>
      <div class="form-row">
        ${own
          ? html`<p class="quiet" data-testid="own-proposal">${t.own}</p>`
          : html`<button
              type="button"
              class="link-button primary"
              data-testid="confirm"
              ?disabled=${this.difference === null}
              @click=${() => void this.#decide(item, "confirmed")}
            >
              ${t.confirm}
            </button>`}
        <button
          type="button"
          class="plain-button"
          data-testid="refuse"
          @click=${() => void this.#decide(item, "refused")}
        >
          ${t.refuse}
        </button>
      </div>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { item, difference } = this;
    if (item === null) return nothing;
    const t = stewardTexts();
    return html`<article class="card" data-testid="waiting">
      <h3>${t.kinds[item.kind]}: ${item.subject}</h3>
      <p>${item.reason}</p>
      <p class="quiet">
        ${t.from} ${formatDate(item.from as IsoDate)} · ${item.proposedBy.name} ·
        ${formatMoment(item.proposedAt)} · ${t.number(item.version)}
      </p>
      ${evidenceLinks(item)}
      <h4>${t.differs}</h4>
      ${difference === null
        ? html`<p class="loading" role="status">${texts().shell.loading}</p>`
        : changesTable(difference.changes)}
      ${this.problem === null ? nothing : problemCard(this.problem)} ${this.#decision(item)}
    </article>`;
  }
}

customElements.define("kc-waiting", WaitingProposal);
