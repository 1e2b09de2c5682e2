/** <kc-action-dialog>: says what an action does, asks for the reason, and for the parts of an order. Fires "kc-decide". */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { RULE_ID } from "../../../shared/kernel/finding.ts";
import { PageElement } from "../lib/element.ts";
import { problemCard } from "../parts/problem-card.ts";
import { lang, texts } from "../texts/index.ts";
import { waiverTexts } from "../texts/waivers.ts";
import type { AskedAction, Decision } from "./types.ts";

const SCOPES = ["all", "QG", "ĐP"] as const;

export class ActionDialog extends PageElement {
  static override properties = {
    action: { attribute: false },
    lineCount: { type: Number },
    working: { type: Boolean },
    problem: { attribute: false },
    /** Offered as the ordering body; may be changed. */
    ordererName: { type: String },
    missing: { state: true },
    wrongRule: { state: true },
  };
  declare action: AskedAction | null;
  declare lineCount: number;
  declare working: boolean;
  declare problem: unknown;
  declare ordererName: string;
  declare missing: boolean;
  declare wrongRule: boolean;

  constructor() {
    super();
    this.action = null;
    this.lineCount = 0;
    this.working = false;
    this.problem = null;
    this.ordererName = "";
    this.missing = false;
    this.wrongRule = false;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has("action")) return;
    const dialog = this.querySelector("dialog");
    if (this.action === null) dialog?.close();
    else if (dialog?.open === false) {
      this.missing = false;
      this.wrongRule = false;
      this.querySelector("form")?.reset();
      dialog.showModal();
    }
  }

  #close(): void {
    this.dispatchEvent(new Event("kc-close"));
  }

  #decide(event: SubmitEvent): void {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const comment = text("comment");
    const rule = text("rule").toUpperCase();
    this.wrongRule = this.action?.action === "waiver" && this.action.asksRule && !RULE_ID.test(rule);
    if (this.wrongRule) {
      this.querySelector<HTMLInputElement>("#waiver-rule")?.focus();
      return;
    }
    this.missing = this.action?.commentRequired === true && comment === "";
    if (this.missing) {
      this.querySelector<HTMLTextAreaElement>("textarea")?.focus();
      return;
    }
    const scope = SCOPES.find((item) => item === text("scope")) ?? "all";
    const detail: Decision = { comment, scope, ordererName: text("ordererName"), rule };
    this.dispatchEvent(new CustomEvent<Decision>("kc-decide", { detail }));
  }

  #orderFields(): TemplateResult {
    const t = texts().order;
    return html`<fieldset>
        <legend>${t.scope}</legend>
        ${SCOPES.map(
          (scope) =>
            html`<label class="choice"
              ><input type="radio" name="scope" value=${scope} ?checked=${scope === "all"} />${t.scopes[
                scope
              ]}</label
            >`,
        )}
      </fieldset>
      <label class="field"
        ><span>${t.orderer}</span
        ><input
          class="input"
          name="ordererName"
          maxlength="200"
          .defaultValue=${this.ordererName}
          data-testid="order-orderer"
      /></label>`;
  }

  #ruleField(): TemplateResult {
    const t = waiverTexts();
    return html`<label class="field"
        ><span>${t.rule}</span
        ><input
          id="waiver-rule"
          class="input"
          name="rule"
          maxlength="12"
          autocomplete="off"
          aria-invalid=${this.wrongRule ? "true" : "false"}
          aria-describedby="rule-wrong"
          @input=${() => (this.wrongRule = false)}
          data-testid="waiver-rule"
      /></label>
      <p id="rule-wrong" class="field-error" aria-live="polite">${this.wrongRule ? t.ruleWrong : ""}</p>`;
  }

  #comment(action: AskedAction): TemplateResult {
    const t = texts().action;
    return html`<label class="field">
        <span>${action.commentRequired ? t.comment : t.commentOptional}</span>
        <textarea
          class="input"
          name="comment"
          rows="4"
          maxlength=${action.action === "order" || action.action === "waiver" ? 2000 : 4000}
          ?required=${false}
          aria-required=${action.commentRequired ? "true" : "false"}
          aria-invalid=${this.missing ? "true" : "false"}
          aria-describedby="action-missing"
          data-testid="action-comment"
        ></textarea>
      </label>
      <p id="action-missing" class="field-error" aria-live="polite">
        ${this.missing ? t.commentMissing : ""}
      </p>`;
  }

  protected override render(): TemplateResult {
    const { action } = this;
    const t = texts();
    const label = action === null ? "" : lang() === "en" ? action.labelEn : action.label;
    return html`<dialog class="dialog" aria-labelledby="action-title" @close=${() => this.#close()}>
      ${action === null
        ? nothing
        : html`<form @submit=${(event: SubmitEvent) => this.#decide(event)}>
            <h2 id="action-title">${label}</h2>
            <p>${action.action === "waiver" ? action.lead : t.action.confirm[action.action]}</p>
            ${action.action === "waiver" && action.asksRule ? this.#ruleField() : nothing}
            ${action.action === "order" ? this.#orderFields() : nothing} ${this.#comment(action)}
            ${this.lineCount === 0 || action.action === "order" || action.action === "waiver"
              ? nothing
              : html`<p class="quiet">${t.action.withLineComments(this.lineCount)}</p>`}
            ${this.problem === null ? nothing : problemCard(this.problem)}
            <div class="dialog-actions">
              <fluent-button type="button" ?disabled=${this.working} @click=${() => this.#close()}
                >${t.shell.cancel}</fluent-button
              >
              <fluent-button
                type="submit"
                appearance="primary"
                data-testid="action-confirm"
                ?disabled=${this.working}
                >${this.working
                  ? t.action.working
                  : action.action === "order"
                    ? t.order.submit
                    : label}</fluent-button
              >
            </div>
          </form>`}
    </dialog>`;
  }
}

customElements.define("kc-action-dialog", ActionDialog);
