/** <kc-publish-form .found>: the steward proposes one document about one service. Fires "kc-published". */
import { html, nothing, type TemplateResult } from "lit";
import type { CatalogueFactRequest, ServiceCatalogue } from "../../../shared/contract/catalogue.ts";
import { PROVINCES } from "../../../shared/law/provinces.ts";
import { FACT_KINDS, FACT_LABEL } from "../../../shared/plan/ordering.ts";
import { PageElement } from "../lib/element.ts";
import { problemCard } from "../parts/problem-card.ts";
import { lang } from "../texts/index.ts";
import { orderTexts } from "../texts/order.ts";
import { readAmount, textOf } from "./parts.ts";
import { proposeFact } from "./service.ts";

const MARKS = ["text", "secondary", "memory"] as const;

export class PublishForm extends PageElement {
  static override properties = { found: { attribute: false }, problem: { state: true } };
  declare found: ServiceCatalogue | null;
  declare problem: unknown;

  constructor() {
    super();
    this.found = null;
    this.problem = null;
  }

  async #publish(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const element = event.target as HTMLFormElement;
    const form = new FormData(element);
    const orNull = (name: string) => textOf(form, name) || null;
    const province = orNull("province");
    const fact = FACT_KINDS.find((kind) => kind === textOf(form, "fact")) ?? "list";
    const request: CatalogueFactRequest = {
      service: textOf(form, "service"),
      fact,
      level: province === null ? "ministry" : "province",
      provinceCode: province,
      issuer: textOf(form, "issuer"),
      document: textOf(form, "document"),
      issuedOn: orNull("issuedOn"),
      from: orNull("from"),
      to: orNull("to"),
      priceDong: fact === "price" ? readAmount(form.get("price")) : null,
      unit: fact === "price" ? orNull("unit") : null,
      verified: MARKS.find((mark) => mark === textOf(form, "verified")) ?? "memory",
      note: textOf(form, "note"),
    };
    this.problem = null;
    try {
      await proposeFact(request, textOf(form, "note") || request.document);
      element.reset();
      this.dispatchEvent(new Event("kc-published"));
    } catch (error) {
      this.problem = error;
    }
  }

  #select(name: string, label: string, items: readonly (readonly [string, string])[]): TemplateResult {
    return html`<label class="field"
      ><span>${label}</span
      ><select class="input" name=${name}>
        ${items.map(([value, text]) => html`<option value=${value}>${text}</option>`)}
      </select></label
    >`;
  }

  #input(name: string, label: string, type: "text" | "date" = "text", required = false): TemplateResult {
    return html`<label class="field"
      ><span>${label}</span
      ><input
        class="input"
        type=${type}
        name=${name}
        ?required=${required}
        maxlength="500"
        data-testid=${`publish-${name}`}
    /></label>`;
  }

  protected override render(): TemplateResult {
    const t = orderTexts();
    const c = t.catalogue;
    const services =
      this.found?.services.map(({ code, vi, en }) => [code, lang() === "en" ? en : vi] as const) ?? [];
    return html`<details class="card publish">
      <summary data-testid="publish-open">${c.publish}</summary>
      <form class="form-grid" @submit=${(event: SubmitEvent) => void this.#publish(event)}>
        ${this.#select("service", c.service, [["*", c.allServices], ...services])}
        ${this.#select(
          "fact",
          c.kind,
          FACT_KINDS.map((kind) => [kind, FACT_LABEL[kind][lang()]] as const),
        )}
        ${this.#select("province", c.level, [
          ["", c.levels.ministry],
          ...PROVINCES.map(({ code, name }) => [code, `${c.levels.province}: ${name}`] as const),
        ])}
        ${this.#input("issuer", c.issuer, "text", true)} ${this.#input("document", c.document, "text", true)}
        ${this.#input("issuedOn", c.issuedOn, "date")} ${this.#input("from", c.from, "date")}
        ${this.#input("to", c.to, "date")} ${this.#input("price", c.price)} ${this.#input("unit", c.unit)}
        ${this.#select(
          "verified",
          c.verified,
          MARKS.map((mark) => [mark, t.unchecked[mark]] as const),
        )}
        ${this.#input("note", c.note)}
        <div class="form-actions">
          <fluent-button type="submit" appearance="primary" data-testid="publish-submit"
            >${c.publish}</fluent-button
          >
        </div>
      </form>
      ${this.problem === null ? nothing : problemCard(this.problem)}
    </details>`;
  }
}

customElements.define("kc-publish-form", PublishForm);
