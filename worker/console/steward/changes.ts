/** Old beside new, one row a figure. */
import { html, nothing, type TemplateResult } from "lit";
import type { PublicationChange } from "../../../shared/contract/publications.ts";
import { mark } from "../order/parts.ts";
import { stewardTexts } from "../texts/steward.ts";

const SHOWN = 200;

export function changesTable(changes: readonly PublicationChange[]): TemplateResult {
  const t = stewardTexts();
  if (changes.length === 0) return html`<p class="empty">${t.noDifference}</p>`;
  const hidden = changes.length - SHOWN;
  return html`<div class="table-frame" tabindex="0" role="region" aria-label=${t.differs}>
      <table class="list plain" data-testid="changes">
        <thead>
          <tr>
            ${[t.what, t.old, t.new, t.basis].map((name) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${changes.slice(0, SHOWN).map(
            (change) =>
              html`<tr>
                <td data-label=${t.what}>${change.what}</td>
                <td data-label=${t.old}>${change.old ?? html`<span class="quiet">${t.none}</span>`}</td>
                <td data-label=${t.new}>
                  <strong>${change.new ?? t.none}</strong>
                </td>
                <td data-label=${t.basis}>
                  <span class="cell-two"><span>${change.basis}</span>${mark(change.verified)}</span>
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${hidden > 0 ? html`<p class="quiet">${t.more(hidden)}</p>` : nothing}`;
}
