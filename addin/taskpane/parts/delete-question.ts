/** Asks before a đề án is deleted, or says why it cannot be. */
import { html, nothing, type TemplateResult } from "lit";
import type { Deletion } from "../model/draft-delete.ts";
import { stopAction } from "../model/undo-here.ts";
import { draftTexts } from "../texts/drafts.ts";
import { working } from "./notice.ts";

export interface Answer {
  readonly busy: boolean;
  readonly yes: () => void;
  readonly no: () => void;
}

export function deleteQuestion(
  code: string,
  { costCount, progressCount }: Deletion,
  answer: Answer,
): TemplateResult {
  const d = draftTexts();
  if (answer.busy) return working(d.writing, null, stopAction);
  const refused = progressCount > 0;
  const words = refused ? d.removeRefused(code, progressCount) : d.removeAsk(code, costCount);
  return html`<div class="notice warning row-question" role="alertdialog" aria-label=${words}>
    <p>${words}</p>
    <span class="actions">
      <fluent-button size="small" @click=${answer.no}>${d.removeNo}</fluent-button>
      ${refused
        ? nothing
        : html`<fluent-button size="small" appearance="primary" data-testid="remove-yes" @click=${answer.yes}
            >${d.removeYes}</fluent-button
          >`}
    </span>
  </div>`;
}
