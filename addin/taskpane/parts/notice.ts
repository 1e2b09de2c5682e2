/** Messages inside a view: what happened, what to do, and at most one action. */
import { html, nothing, type TemplateResult } from "lit";
import type { Severity } from "../../../shared/kernel/finding.ts";
import { describeProblem } from "../describe-problem.ts";
import { texts } from "../texts/index.ts";
import { severityIcon } from "./icons.ts";

export interface Action {
  readonly label: string;
  readonly run: () => void;
}

export function notice(tone: Severity | "ok", text: string, action?: Action): TemplateResult {
  return html`<div class="notice ${tone}">
    ${severityIcon(tone)}
    <p>${text}</p>
    ${action === undefined
      ? nothing
      : html`<fluent-button size="small" @click=${action.run}>${action.label}</fluent-button>`}
  </div>`;
}

export function problemNotice(error: unknown, retry?: () => void): TemplateResult {
  const words = describeProblem(error);
  return html`<div class="notice error" role="alert" data-testid="problem">
    ${severityIcon("error")}
    <div>
      <p class="strong">${words.title}</p>
      <p>${words.detail}</p>
      ${words.places.length === 0
        ? nothing
        : html`<ul>
            ${words.places.map((place) => html`<li>${place}</li>`)}
          </ul>`}
      ${words.reference === null ? nothing : html`<p class="quiet">${words.reference}</p>`}
    </div>
    ${retry === undefined
      ? nothing
      : html`<fluent-button size="small" @click=${retry}>${texts().app.tryAgain}</fluent-button>`}
  </div>`;
}

/** For work of unknown length; `text` is read out once. `stop`, where the work can be left half done. */
export function working(text: string, share?: number | null, stop?: () => void): TemplateResult {
  const known = typeof share === "number" && share > 0;
  return html`<div class="working" role="status">
    <p>${text}</p>
    ${known
      ? html`<progress max="1" .value=${share} aria-label=${text}></progress>`
      : html`<progress aria-label=${text}></progress>`}
    ${stop === undefined
      ? nothing
      : html`<fluent-button size="small" data-testid="stop" @click=${stop}
          >${texts().app.stop}</fluent-button
        >`}
  </div>`;
}

export function emptyState(
  icon: TemplateResult,
  title: string,
  text: string,
  action?: TemplateResult,
): TemplateResult {
  return html`<div class="empty">
    ${icon}
    <h2>${title}</h2>
    <p>${text}</p>
    ${action ?? nothing}
  </div>`;
}
