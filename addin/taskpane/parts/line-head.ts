/** Above the fields of one line of a list: its name, and the button that takes it out. */
import { html, type TemplateResult } from "lit";
import { trashIcon } from "./icons.ts";

export function lineHead(name: string, removeLabel: string, remove: () => void): TemplateResult {
  return html`<div class="cost-line-head">
    <span class="cost-line-number">${name}</span>
    <fluent-button
      appearance="subtle"
      size="small"
      icon-only
      aria-label=${removeLabel}
      title=${removeLabel}
      @click=${remove}
      >${trashIcon()}</fluent-button
    >
  </div>`;
}
