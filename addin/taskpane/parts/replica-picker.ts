/**
 * <kc-replica-picker kind search-id>: đề án of any province that were settled and held effective, asked of the service;
 * the one chosen is named as the source of the copy. Fires "replica-picked".
 */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { ReplicaSourceList } from "../../../shared/contract/execution.ts";
import { foldText } from "../../../shared/kernel/text.ts";
import { listReplicaSources } from "../api.ts";
import { readSession } from "../auth.ts";
import { PaneElement } from "../element.ts";
import { money } from "../model/amount.ts";
import { draftTexts } from "../texts/drafts.ts";
import "./account.ts";
import { field } from "./field.ts";
import { problemNotice, working } from "./notice.ts";

export type ReplicaSource = ReplicaSourceList["items"][number];

const MOST_SHOWN = 6;

export class ReplicaPicker extends PaneElement {
  static override properties = {
    kind: { type: String },
    search: { state: true },
    sources: { state: true },
    error: { state: true },
    opened: { state: true },
  };
  /** Only of the same kind of support: what worked there may work here. */
  declare kind: string;
  declare search: string;
  declare sources: readonly ReplicaSource[] | null;
  declare error: unknown;
  declare opened: boolean;

  constructor() {
    super();
    this.kind = "";
    this.search = "";
    this.sources = null;
    this.error = null;
    this.opened = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("kind")) return;
    this.sources = null;
    if (this.opened) void this.#load();
  }

  async #load(): Promise<void> {
    this.error = null;
    if (readSession() === null) return;
    try {
      this.sources = (await listReplicaSources(this.kind)).items;
    } catch (error) {
      this.error = error;
    }
  }

  #toggle(event: Event): void {
    this.opened = (event.target as HTMLDetailsElement).open;
    if (this.opened && this.sources === null) void this.#load();
  }

  #item(source: ReplicaSource): TemplateResult {
    const t = draftTexts();
    const pick = () =>
      this.dispatchEvent(new CustomEvent<ReplicaSource>("replica-picked", { detail: source, bubbles: true }));
    return html`<li>
      <button type="button" class="de-an" data-testid="replica-source" @click=${pick}>
        <span class="de-an-code">${source.reference}</span>
        <span class="de-an-name">${source.name}</span>
        <span class="de-an-figures"
          ><span class="quiet">${source.provinceName}, ${source.year}</span>
          <b>${money(source.supportDong)}</b></span
        >
        ${source.evidence === ""
          ? nothing
          : html`<span class="quiet">${t.replicaEvidence(source.evidence)}</span>`}
      </button>
    </li>`;
  }

  #found(sources: readonly ReplicaSource[]): TemplateResult {
    const t = draftTexts();
    if (sources.length === 0) return html`<p class="quiet">${t.replicaNone}</p>`;
    const wanted = foldText(this.search);
    const found = sources.filter(({ name, trade, provinceName, reference }) =>
      foldText(`${reference} ${name} ${trade} ${provinceName}`).includes(wanted),
    );
    const rest = found.length - MOST_SHOWN;
    return html`${field({
        id: "replica-search",
        label: t.replicaSearch,
        value: this.search,
        onInput: (search) => (this.search = search),
      })}
      <ul class="de-an-list picks">
        ${found.slice(0, MOST_SHOWN).map((source) => this.#item(source))}
      </ul>
      ${rest > 0 ? html`<p class="quiet">${t.replicaMore(rest)}</p>` : nothing}`;
  }

  #body(): TemplateResult | typeof nothing {
    const t = draftTexts();
    if (!this.opened) return nothing;
    if (this.error !== null) return problemNotice(this.error, () => void this.#load());
    if (readSession() === null)
      return html`<p class="quiet">${t.replicaSignIn}</p>
        <kc-sign-in id="replica-sign-in" @signed-in=${() => void this.#load()}></kc-sign-in>`;
    return this.sources === null ? working(t.replicaLoading) : this.#found(this.sources);
  }

  protected override render(): TemplateResult {
    return html`<details class="norm-picker" @toggle=${(event: Event) => this.#toggle(event)}>
      <summary data-testid="find-replica">${draftTexts().replicaFind}</summary>
      ${this.#body()}
    </details>`;
  }
}
customElements.define("kc-replica-picker", ReplicaPicker);
