/**
 * <kc-bulk-actions .items=…>: one step with one reason for many submissions. Each goes by itself with its own If-Match,
 * so one that somebody changed meanwhile is refused and said so, and the others are done. Fires "kc-bulk-done".
 */
import { html, nothing, type TemplateResult } from "lit";
import { versionTag } from "../../../shared/contract/version-tag.ts";
import type { SubmissionSummary } from "../../../shared/contract/submission.ts";
import { transitionsFor, type Role, type Transition } from "../../../shared/plan/states.ts";
import { actOnSubmission } from "../lib/api.ts";
import { PageElement } from "../lib/element.ts";
import { describeProblem } from "../lib/problem.ts";
import { readSession } from "../lib/session.ts";
import { REVIEWABLE, type ReviewableAction } from "../submission/reviewable.ts";
import { lang, texts } from "../texts/index.ts";
import { reviewTexts } from "../texts/review.ts";

interface Offer {
  readonly action: ReviewableAction;
  readonly transition: Transition;
  readonly items: readonly SubmissionSummary[];
}

interface Outcome {
  readonly item: SubmissionSummary;
  /** Null when it was done. */
  readonly problem: string | null;
}

/** What the role may do to some of them, in the order of the steps. */
export function offersFor(role: Role, items: readonly SubmissionSummary[]): Offer[] {
  return REVIEWABLE.flatMap((action) => {
    const able = items.flatMap((item) => {
      const transition = transitionsFor(role, item.state).find((each) => each.action === action);
      return transition === undefined ? [] : [{ item, transition }];
    });
    const [first] = able;
    return first === undefined
      ? []
      : [{ action, transition: first.transition, items: able.map(({ item }) => item) }];
  });
}

const nameOf = ({ provinceName, year }: SubmissionSummary) => `${provinceName} ${year}`;

export class BulkActions extends PageElement {
  static override properties = {
    items: { attribute: false },
    offer: { state: true },
    outcomes: { state: true },
    working: { state: true },
    missing: { state: true },
  };
  declare items: readonly SubmissionSummary[];
  declare offer: Offer | null;
  declare outcomes: readonly Outcome[];
  declare working: boolean;
  declare missing: boolean;

  constructor() {
    super();
    this.items = [];
    this.offer = null;
    this.outcomes = [];
    this.working = false;
    this.missing = false;
  }

  async #open(offer: Offer): Promise<void> {
    this.offer = offer;
    this.outcomes = [];
    this.missing = false;
    await this.updateComplete;
    const dialog = this.querySelector("dialog");
    if (dialog?.open === false) dialog.showModal();
  }

  #closed(): void {
    const done = this.outcomes.length > 0;
    this.offer = null;
    this.outcomes = [];
    if (done) this.dispatchEvent(new Event("kc-bulk-done"));
  }

  async #run(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { offer } = this;
    if (offer === null || this.working) return;
    const form = event.target as HTMLFormElement;
    const comment = String(new FormData(form).get("comment") ?? "").trim();
    this.missing = offer.transition.commentRequired && comment === "";
    if (this.missing) return form.querySelector("textarea")?.focus();
    this.working = true;
    for (const item of offer.items) {
      const problem = await actOnSubmission(item.id, versionTag(item.version), {
        action: offer.action,
        comment,
        lineComments: [],
      }).then(
        () => null,
        (error: unknown) => {
          const { title, detail } = describeProblem(error);
          return lang() === "vi" ? detail : title;
        },
      );
      this.outcomes = [...this.outcomes, { item, problem }];
    }
    this.working = false;
  }

  #outcome({ item, problem }: Outcome): TemplateResult {
    const t = reviewTexts().bulk;
    return html`<li class=${problem === null ? "ok" : "not"} data-testid="bulk-outcome">
      <a href=${`#/ho-so/${item.id}`}>${nameOf(item)}</a>
      <span>${problem ?? t.ok}</span>
    </li>`;
  }

  #reason({ transition, items }: Offer): TemplateResult {
    const t = reviewTexts().bulk;
    return html`<p>${t.lead(items.length, this.items.length)}</p>
      <label class="field">
        <span>${transition.commentRequired ? t.reason : texts().action.commentOptional}</span>
        <textarea
          class="input"
          name="comment"
          rows="4"
          maxlength="4000"
          aria-required=${transition.commentRequired ? "true" : "false"}
          aria-invalid=${this.missing ? "true" : "false"}
          aria-describedby="bulk-missing"
          data-testid="bulk-comment"
        ></textarea>
      </label>
      <p id="bulk-missing" class="field-error" aria-live="polite">
        ${this.missing ? texts().action.commentMissing : ""}
      </p>`;
  }

  #dialog(offer: Offer): TemplateResult {
    const t = reviewTexts().bulk;
    const label = offer.transition.label[lang()];
    const all = offer.items.length;
    const started = this.working || this.outcomes.length > 0;
    const ok = this.outcomes.filter(({ problem }) => problem === null).length;
    return html`<form @submit=${(event: SubmitEvent) => void this.#run(event)}>
      <h2 id="bulk-title">${label}</h2>
      ${started
        ? html`<p role="status" data-testid="bulk-status">
              ${this.working ? t.progress(this.outcomes.length, all) : t.done(ok, all)}
            </p>
            <ul class="bulk-outcomes" tabindex="0" aria-label=${label}>
              ${this.outcomes.map((outcome) => this.#outcome(outcome))}
            </ul>`
        : this.#reason(offer)}
      <div class="dialog-actions">
        <fluent-button
          type="button"
          data-testid="bulk-close"
          ?disabled=${this.working}
          @click=${() => this.querySelector("dialog")?.close()}
          >${started ? texts().shell.close : texts().shell.cancel}</fluent-button
        >
        ${started
          ? nothing
          : html`<fluent-button type="submit" appearance="primary" data-testid="bulk-confirm"
              >${t.button(label, all)}</fluent-button
            >`}
      </div>
    </form>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const role = readSession()?.person.role;
    if (role === undefined || (this.items.length === 0 && this.offer === null)) return nothing;
    const t = reviewTexts().bulk;
    return html`<div class="bulk-bar" role="group" aria-label=${t.bar} data-testid="bulk-bar">
        <strong role="status">${t.chosen(this.items.length)}</strong>
        ${offersFor(role, this.items).map(
          (offer) =>
            html`<fluent-button
              size="small"
              data-testid=${`bulk-${offer.action}`}
              @click=${() => void this.#open(offer)}
              >${t.button(offer.transition.label[lang()], offer.items.length)}</fluent-button
            >`,
        )}
        <fluent-button
          size="small"
          appearance="subtle"
          @click=${() => this.dispatchEvent(new Event("kc-bulk-clear"))}
          >${t.clear}</fluent-button
        >
      </div>
      <dialog class="dialog" aria-labelledby="bulk-title" @close=${() => this.#closed()}>
        ${this.offer === null ? nothing : this.#dialog(this.offer)}
      </dialog>`;
  }
}

customElements.define("kc-bulk-actions", BulkActions);
