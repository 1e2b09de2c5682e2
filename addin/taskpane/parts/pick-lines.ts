/** A list to choose lines from: copies of another workbook, registered demand. */
import { html, nothing, type TemplateResult } from "lit";
import { stopAction } from "../model/undo-here.ts";
import { draftTexts } from "../texts/drafts.ts";
import { working } from "./notice.ts";

export interface PickItem {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  /** Already formatted; "" = none. */
  readonly figure: string;
}

export interface PickLines {
  readonly title: string;
  readonly lead: string;
  /** Shown between the list and the buttons. */
  readonly more?: TemplateResult;
  readonly items: readonly PickItem[];
  readonly chosen: ReadonlySet<number>;
  readonly busy: boolean;
  readonly choose: (chosen: ReadonlySet<number>) => void;
  readonly done: () => void;
  readonly cancel: () => void;
}

function toggled(chosen: ReadonlySet<number>, id: number): ReadonlySet<number> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}

function item(p: PickLines, one: PickItem): TemplateResult {
  return html`<li>
    <label class="pick">
      <input
        type="checkbox"
        .checked=${p.chosen.has(one.id)}
        @change=${() => p.choose(toggled(p.chosen, one.id))}
      />
      <span class="de-an-code">${one.code}</span>
      <span class="de-an-name">${one.name}</span>
      ${one.figure === "" ? nothing : html`<span class="quiet">${one.figure}</span>`}
    </label>
  </li>`;
}

export function pickLines(p: PickLines): TemplateResult {
  const t = draftTexts();
  const all = p.items.length > 0 && p.chosen.size === p.items.length;
  return html`<section class="card" data-testid="pick-lines">
    <h3 tabindex="-1">${p.title}</h3>
    <p class="lead">${p.lead}</p>
    <label class="check"
      ><input
        type="checkbox"
        .checked=${all}
        @change=${() => p.choose(all ? new Set() : new Set(p.items.map(({ id }) => id)))}
      />${t.pickAll}</label
    >
    <ul class="de-an-list picks">
      ${p.items.map((one) => item(p, one))}
    </ul>
    ${p.more ?? nothing}
    ${p.busy
      ? working(t.writing, null, stopAction)
      : html`<div class="actions spread">
          <fluent-button appearance="subtle" @click=${p.cancel}>${t.cancel}</fluent-button>
          <fluent-button
            appearance="primary"
            data-testid="pick-done"
            ?disabled=${p.chosen.size === 0}
            @click=${p.done}
            >${p.chosen.size === 0 ? t.pickNone : t.picked(p.chosen.size)}</fluent-button
          >
        </div>`}
  </section>`;
}
