/** <kc-norm-picker>: a norm of any book becomes a cost line whose price is a live KC.DONGIA. Fires "norm-picked". */
import { html, nothing, type TemplateResult } from "lit";
import { foldText } from "../../../shared/kernel/text.ts";
import { usableNorms, type UsableNorm } from "../model/norm-lines.ts";
import { PaneElement } from "../element.ts";
import { money } from "../model/amount.ts";
import { draftTexts } from "../texts/drafts.ts";
import { workspace } from "../workspace.ts";
import { field } from "./field.ts";

const MOST_SHOWN = 8;

export class NormPicker extends PaneElement {
  static override properties = { search: { state: true }, norms: { state: true } };
  declare search: string;
  declare norms: readonly UsableNorm[] | null;

  constructor() {
    super();
    this.search = "";
    this.norms = null;
  }

  async #load(): Promise<void> {
    if (workspace.snapshot !== null) this.norms = await usableNorms(workspace.snapshot);
  }

  #item(norm: UsableNorm): TemplateResult {
    const t = draftTexts();
    const price = norm.priceDong === null ? t.normUnpriced : t.normPrice(money(norm.priceDong), norm.unit);
    return html`<li>
      <button
        type="button"
        class="de-an"
        data-testid="norm-${norm.code}"
        @click=${() =>
          this.dispatchEvent(new CustomEvent<UsableNorm>("norm-picked", { detail: norm, bubbles: true }))}
      >
        <span class="de-an-code">${norm.code}</span>
        <span class="de-an-name">${norm.name}</span>
        <span class="badge">${t.normStatus[norm.status]}</span>
        <span class="de-an-figures"><span class="quiet">${price}</span></span>
      </button>
    </li>`;
  }

  #found(norms: readonly UsableNorm[]): TemplateResult {
    const t = draftTexts();
    const wanted = foldText(this.search);
    const found = norms.filter(({ code, name }) => foldText(`${code} ${name}`).includes(wanted));
    if (found.length === 0) return html`<p class="quiet">${t.normNone}</p>`;
    const rest = found.length - MOST_SHOWN;
    return html`<ul class="de-an-list picks">
        ${found.slice(0, MOST_SHOWN).map((norm) => this.#item(norm))}
      </ul>
      ${rest > 0 ? html`<p class="quiet">${t.normMore(rest)}</p>` : nothing}`;
  }

  protected override render(): TemplateResult {
    const t = draftTexts();
    return html`<details
      class="norm-picker"
      @toggle=${(event: Event) => (event.target as HTMLDetailsElement).open && void this.#load()}
    >
      <summary data-testid="from-norm">${t.fromNorm}</summary>
      ${field({
        id: "norm-search",
        label: t.normSearch,
        value: this.search,
        onInput: (search) => (this.search = search),
      })}
      ${this.norms === null ? nothing : this.#found(this.norms)}
    </details>`;
  }
}
customElements.define("kc-norm-picker", NormPicker);
