/** Step 3 of the wizard: the cost lines and the live sums. */
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { formatDong } from "../../../shared/kernel/money.ts";
import { money, tidyDongInput, tidyQuantityInput } from "../model/amount.ts";
import { lineOfNorm, type UsableNorm } from "../model/norm-lines.ts";
import {
  addLine,
  editLine,
  nextLineId,
  removeLine,
  takeLine,
  type LineInput,
  type WizardState,
} from "../model/wizard.ts";
import { draftTexts } from "../texts/drafts.ts";
import { texts } from "../texts/index.ts";
import { field } from "./field.ts";
import { ceilingCard } from "./ceiling.ts";
import { plusIcon } from "./icons.ts";
import "./norm-picker.ts";
import type { WizardPart } from "./wizard-part.ts";
import { lineHead } from "./line-head.ts";

type LineField = "item" | "unit" | "quantity" | "unitPrice" | "support" | "other" | "note";

const REQUIRED: ReadonlySet<LineField> = new Set(["item", "unit", "quantity", "unitPrice"]);

function lineField(
  part: WizardPart,
  line: LineInput,
  name: LineField,
  label: string,
  figure?: "dong" | "quantity",
): TemplateResult {
  const path = `line.${line.id}.${name}`;
  const tidy =
    figure === "dong" ? tidyDongInput : figure === "quantity" ? tidyQuantityInput : (text: string) => text;
  return field({
    id: `wizard-${path.replaceAll(".", "-")}`,
    label,
    value: line[name],
    figure,
    error: part.errorOf(path),
    required: REQUIRED.has(name),
    onInput: (value) => part.change(editLine(part.state, line.id, { [name]: value })),
    onLeave: () => (
      part.change(editLine(part.state, line.id, { [name]: tidy(line[name]) })),
      part.touch(path)
    ),
  });
}

function lineCard(part: WizardPart, line: LineInput, index: number): TemplateResult {
  const t = texts().wizard;
  const figures = part.evaluation.lines[line.id];
  const show = (value: number | null | undefined) =>
    value === null || value === undefined ? "–" : money(value);
  return html`<li class="cost-line">
    <div class="whole" role="group" aria-label=${t.line(index + 1)}>
      ${lineHead(t.line(index + 1), t.removeLine(index + 1), () => {
        part.change(removeLine(part.state, line.id));
        part.focus("[data-testid=add-line]");
      })}
      ${lineField(part, line, "item", t.item)}
      <div class="triple">
        ${lineField(part, line, "unit", t.unit)} ${lineField(part, line, "quantity", t.quantity, "quantity")}
        ${lineField(part, line, "unitPrice", t.unitPrice, "dong")}
      </div>
      ${part.state.byLine ? lineField(part, line, "support", t.lineSupport, "dong") : nothing}
      <details ?open=${line.other !== "" || line.note !== ""}>
        <summary>${t.more}</summary>
        <div class="pair">
          ${lineField(part, line, "other", t.other, "dong")} ${lineField(part, line, "note", t.note)}
        </div>
      </details>
      <dl class="figures">
        <div>
          <dt>${t.amount}</dt>
          <dd data-testid="line-amount">${show(figures?.amountDong)}</dd>
        </div>
        <div>
          <dt>${t.lineSupport}</dt>
          <dd>${show(figures?.supportDong)}</dd>
        </div>
      </dl>
    </div>
  </li>`;
}

/** The most that may be asked: the ceiling, or what the other sources leave of the cost. */
function useCeiling(part: WizardPart): (() => void) | null {
  const { ceiling, totalDong, otherDong } = part.evaluation;
  const most = ceiling?.ok === true ? Math.min(ceiling.value.maxDong, totalDong - otherDong) : 0;
  return most <= 0 ? null : () => part.change({ ...part.state, requested: formatDong(most), byLine: false });
}

function requestedField(part: WizardPart): TemplateResult {
  const t = texts().wizard;
  return html`${part.state.byLine
      ? nothing
      : field({
          id: "wizard-requested",
          label: t.requested,
          value: part.state.requested,
          figure: "dong",
          hint: t.requestedHint,
          required: true,
          error: part.errorOf("requested"),
          onInput: (requested) => part.change({ ...part.state, requested }),
          onLeave: () => (
            part.change({ ...part.state, requested: tidyDongInput(part.state.requested) }),
            part.touch("requested")
          ),
        })}
    <label class="check"
      ><input
        type="checkbox"
        .checked=${part.state.byLine}
        @change=${(e: Event) =>
          part.change({ ...part.state, byLine: (e.target as HTMLInputElement).checked })}
      />${t.byLine}</label
    >`;
}

function sums(part: WizardPart): TemplateResult {
  const t = texts().wizard;
  const { totalDong, supportDong, counterpartDong, otherDong } = part.evaluation;
  return html`<dl class="sums" aria-live="polite" data-testid="wizard-sums">
    <div class="strong">
      <dt>${t.total}</dt>
      <dd data-testid="wizard-total">${money(totalDong)}</dd>
    </div>
    <div>
      <dt>${t.support}</dt>
      <dd>${money(supportDong)}</dd>
    </div>
    <div>
      <dt>${t.counterpart}</dt>
      <dd data-testid="wizard-counterpart">${money(counterpartDong)}</dd>
    </div>
    ${otherDong === 0
      ? nothing
      : html`<div>
          <dt>${t.otherTotal}</dt>
          <dd>${money(otherDong)}</dd>
        </div>`}
  </dl>`;
}

function takeNorm(state: WizardState, norm: UsableNorm): WizardState {
  const d = draftTexts();
  const note =
    norm.priceDong === null
      ? d.normNoPrice(norm.code, norm.label, norm.reason)
      : d.normNote(norm.code, norm.label);
  return takeLine(state, lineOfNorm(norm, nextLineId(state), note));
}

export function costStep(part: WizardPart): TemplateResult {
  const t = texts().wizard;
  return html`<p class="lead">${t.costLead}</p>
    <ol class="cost-lines">
      ${repeat(
        part.state.lines,
        (line) => line.id,
        (line, index) => lineCard(part, line, index),
      )}
    </ol>
    ${part.errorOf("lines") === undefined ? nothing : html`<p class="field-error">${t.noLines}</p>`}
    <fluent-button
      appearance="outline"
      data-testid="add-line"
      @click=${() => {
        const id = nextLineId(part.state);
        part.change(addLine(part.state));
        part.focus(`#wizard-line-${id}-item`);
      }}
      >${plusIcon()}${t.addLine}</fluent-button
    >
    <kc-norm-picker
      @norm-picked=${(event: CustomEvent<UsableNorm>) => {
        const id = nextLineId(part.state);
        part.change(takeNorm(part.state, event.detail));
        part.focus(`#wizard-line-${id}-quantity`);
      }}
    ></kc-norm-picker>
    ${ceilingCard(part.evaluation, part.asOf, part.state.fund, useCeiling(part))} ${requestedField(part)}
    ${sums(part)}`;
}
