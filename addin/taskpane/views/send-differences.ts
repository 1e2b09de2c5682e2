/** Two versions of the workbook as a list of cells: what stands here, what the service holds. */
import { html, nothing, type TemplateResult } from "lit";
import { goToCell } from "../../excel/navigate.ts";
import type { CellDifference } from "../model/queue-diff.ts";
import { targetIcon } from "../parts/icons.ts";
import { texts } from "../texts/index.ts";
import { workspace } from "../workspace.ts";

const SHOWN = 20;

function side(label: string, value: string, kind: "mine" | "theirs"): TemplateResult {
  const t = texts().queue;
  return html`<div class="side ${kind}">
    <dt>${label}</dt>
    <dd>${value === "" ? html`<span class="quiet">${t.blank}</span>` : value}</dd>
  </div>`;
}

function differenceItem(difference: CellDifference, go: (problem: unknown) => void): TemplateResult {
  const t = texts();
  const { sheet, cell, label, mine, theirs } = difference;
  const where = `${sheet}!${cell}`;
  const place =
    workspace.host === "excel"
      ? html`<button
          type="button"
          class="link"
          aria-label=${t.check.goTo(where)}
          @click=${() => void goToCell(sheet, cell).catch(go)}
        >
          ${where}${targetIcon()}
        </button>`
      : html`<b>${where}</b>`;
  return html`<li class="difference" data-testid="difference">
    <div class="difference-head">${place}<span class="quiet">${label}</span></div>
    <dl class="sides">
      ${side(t.queue.mineHead, mine, "mine")}${side(t.queue.theirsHead, theirs, "theirs")}
    </dl>
  </li>`;
}

export interface DifferenceList {
  readonly differences: readonly CellDifference[];
  /** How many the person asked to see; the first twenty at least. */
  readonly shown: number;
  readonly more: (shown: number) => void;
  readonly failed: (problem: unknown) => void;
}

export function differenceList({ differences, shown, more, failed }: DifferenceList): TemplateResult {
  const t = texts().queue;
  const count = Math.max(SHOWN, shown);
  const left = differences.length - count;
  return html`<p class="strong" data-testid="difference-count">${t.differences(differences.length)}</p>
    <ul class="difference-list">
      ${differences.slice(0, count).map((difference) => differenceItem(difference, failed))}
    </ul>
    ${left > 0
      ? html`<fluent-button size="small" @click=${() => more(count + 10 * SHOWN)}
          >${t.moreCells(left)}</fluent-button
        >`
      : nothing}`;
}
