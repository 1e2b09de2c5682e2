import { html, nothing, type TemplateResult } from "lit";
import { describeProblem } from "../lib/problem.ts";
import { texts } from "../texts/index.ts";
import { errorIcon } from "./icons.ts";

/** An error as its sentences, with a way on. */
export function problemCard(error: unknown, retry?: { label: string; run: () => void }): TemplateResult {
  const words = describeProblem(error);
  return html`<div class="notice danger" role="alert">
    ${errorIcon()}
    <div>
      <p><strong>${words.title}.</strong> ${words.detail}</p>
      ${words.places.length === 0
        ? nothing
        : html`<ul>
            ${words.places.slice(0, 20).map((place) => html`<li>${place}</li>`)}
          </ul>`}
      ${words.requestId === null
        ? nothing
        : html`<p class="quiet">${texts().problems.requestId}: <code>${words.requestId}</code></p>`}
      ${retry === undefined
        ? nothing
        : html`<fluent-button size="small" @click=${retry.run}>${retry.label}</fluent-button>`}
    </div>
  </div>`;
}
