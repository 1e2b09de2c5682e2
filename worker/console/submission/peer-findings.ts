/** <kc-peer-findings submission-id="hs_…">: what stands far from other provinces; only the Ministry sees it. */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { PeerFindings } from "../../../shared/contract/comparison.ts";
import type { Finding } from "../../../shared/kernel/finding.ts";
import { readPeerFindings } from "../lib/api.ts";
import { PageElement } from "../lib/element.ts";
import { readSession } from "../lib/session.ts";
import "../parts/findings.ts";
import { problemCard } from "../parts/problem-card.ts";
import { lang } from "../texts/index.ts";
import { peerTexts } from "../texts/peers.ts";

export class PeerFindingsPanel extends PageElement {
  static override properties = {
    submissionId: { type: String, attribute: "submission-id" },
    found: { state: true },
    problem: { state: true },
  };
  declare submissionId: string;
  declare found: PeerFindings | null;
  declare problem: unknown;

  constructor() {
    super();
    this.submissionId = "";
    this.found = null;
    this.problem = null;
  }

  #mayLook(): boolean {
    return readSession()?.person.role === "ministry";
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("submissionId") && this.submissionId !== "" && this.#mayLook()) void this.#load();
  }

  async #load(): Promise<void> {
    const id = this.submissionId;
    this.found = null;
    this.problem = null;
    try {
      const found = await readPeerFindings(id);
      if (this.submissionId === id) this.found = found;
    } catch (error) {
      if (this.submissionId === id) this.problem = error;
    }
  }

  #passOn(finding: Finding): void {
    this.dispatchEvent(new CustomEvent<Finding>("kc-finding", { detail: finding }));
  }

  #body(found: PeerFindings): TemplateResult {
    const t = peerTexts[lang()];
    return html`<p class="quiet">${t.lead(found.examined, found.others)}</p>
      ${found.truncated ? html`<p>${t.truncated}</p>` : nothing}
      ${found.findings.length === 0
        ? html`<p class="quiet" data-testid="peers-none">${t.none}</p>`
        : html`<kc-findings
            .findings=${found.findings}
            data-testid="peers"
            @kc-finding=${(event: CustomEvent<Finding>) => this.#passOn(event.detail)}
          ></kc-findings>`}
      <p><a href="#/so-sanh">${t.compare}</a></p>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#mayLook()) return nothing;
    const t = peerTexts[lang()];
    return html`<section class="peers" aria-label=${t.heading}>
      <h3>${t.heading}</h3>
      ${this.problem === null
        ? this.found === null
          ? html`<p class="quiet" role="status">${t.loading}</p>`
          : this.#body(this.found)
        : problemCard(this.problem, { label: t.again, run: () => void this.#load() })}
    </section>`;
  }
}

customElements.define("kc-peer-findings", PeerFindingsPanel);
