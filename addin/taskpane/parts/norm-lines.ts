/** The lines of a drafted norm: a card for each consumption, with its own price and amount. */
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { PAY_SCALES } from "../../../shared/law/pay-scales.ts";
import { money, tidyDongInput } from "../model/amount.ts";
import {
  addLine,
  editLine,
  LINE_KINDS,
  removeLine,
  type LineDraft,
  type PercentOf,
} from "../model/norm-draft.ts";
import { texts } from "../texts/index.ts";
import { select } from "./field.ts";
import { plusIcon } from "./icons.ts";
import { fieldId, normField, type NormPart } from "./norm-part.ts";
import { lineHead } from "./line-head.ts";

type TextField = Exclude<keyof LineDraft, "id" | "kind" | "of" | "row">;

interface FieldLook {
  readonly label: string;
  readonly figure?: "dong" | "quantity";
  readonly required?: boolean;
  readonly hint?: string;
  readonly multiline?: boolean;
}

function lineField(part: NormPart, line: LineDraft, name: TextField, look: FieldLook): TemplateResult {
  return normField(part, `line.${line.id}.${name}`, {
    ...look,
    value: line[name],
    onInput: (value) => part.change(editLine(part.draft, line.id, { [name]: value })),
    ...(look.figure === "dong"
      ? { onLeave: () => part.change(editLine(part.draft, line.id, { [name]: tidyDongInput(line[name]) })) }
      : {}),
  });
}

const QUANTITY = { figure: "quantity" } as const;

function gradeFields(part: NormPart, line: LineDraft): TemplateResult {
  const t = texts().norms;
  const path = `line.${line.id}.scale`;
  return html`<div class="pair">
    ${select({
      id: fieldId(path),
      label: t.scale,
      value: line.scale,
      prompt: t.scalePrompt,
      error: part.errorOf(path),
      options: PAY_SCALES.map(({ code }) => ({ value: code, text: code })),
      onChange: (scale) => part.change(editLine(part.draft, line.id, { scale })),
    })}
    ${lineField(part, line, "coefficient", { label: t.coefficient, ...QUANTITY })}
  </div>`;
}

/** The fields that only this kind of consumption has. */
function ownFields(part: NormPart, line: LineDraft): TemplateResult {
  const t = texts().norms;
  const unit = lineField(part, line, "unit", { label: t.unitOfMeasure, required: true });
  const quantity = lineField(part, line, "quantity", {
    label: line.kind === "machine" ? t.loaded : t.quantity,
    hint: t.quantityHint,
    required: true,
    ...QUANTITY,
  });
  switch (line.kind) {
    case "labour":
      return html`<div class="pair">${unit} ${quantity}</div>
        ${gradeFields(part, line)}`;
    case "material":
      return html`<div class="pair">${unit} ${quantity}</div>
        <div class="pair">
          ${lineField(part, line, "loss", { label: t.loss, ...QUANTITY })}
          ${lineField(part, line, "recovery", { label: t.recovery, ...QUANTITY })}
        </div>`;
    case "machine":
      return html`<div class="triple even">
        ${unit} ${quantity} ${lineField(part, line, "unloaded", { label: t.unloaded, ...QUANTITY })}
      </div>`;
    case "tool":
      return html`<div class="pair">
        ${quantity}
        ${lineField(part, line, "lifeMonths", { label: t.lifeMonths, required: true, ...QUANTITY })}
      </div>`;
    case "percent":
      return percentFields(part, line);
  }
}

function percentFields(part: NormPart, line: LineDraft): TemplateResult {
  const t = texts().norms;
  const names: readonly string[] = Object.values(t.percentName);
  return html`<div class="pair wide-first">
    ${select({
      id: fieldId(`line.${line.id}.of`),
      label: t.percentOf,
      value: line.of,
      options: Object.entries(t.of).map(([value, text]) => ({ value, text })),
      onChange: (value) => {
        const of = value as PercentOf;
        const named = line.resource === "" || names.includes(line.resource);
        part.change(editLine(part.draft, line.id, { of, ...(named ? { resource: t.percentName[of] } : {}) }));
      },
    })}
    ${lineField(part, line, "quantity", { label: t.percent, required: true, ...QUANTITY })}
  </div>`;
}

function priceFields(part: NormPart, line: LineDraft): TemplateResult {
  const t = texts().norms;
  const priced = part.evaluation.lines[line.id];
  const byGrade = line.kind === "labour" && line.scale !== "";
  const known =
    typeof priced?.unitPriceDong === "number" && line.price === "" ? money(priced.unitPriceDong) : null;
  return html`<div class=${line.kind === "machine" ? "pair" : ""}>
    ${lineField(part, line, "price", {
      label: t.price,
      figure: "dong",
      hint: t.priceHint(known ?? (byGrade ? t.priceByGrade : t.priceNone)),
    })}
    ${line.kind === "machine"
      ? lineField(part, line, "depreciation", { label: t.depreciation, figure: "dong" })
      : nothing}
  </div>`;
}

function stepField(part: NormPart, line: LineDraft): TemplateResult | typeof nothing {
  const t = texts().norms;
  const steps = part.draft.steps.filter((step) => step.name !== "");
  if (steps.length === 0) return nothing;
  return select({
    id: fieldId(`line.${line.id}.step`),
    label: t.step,
    value: line.step,
    prompt: t.noStep,
    options: steps.map(({ name }) => ({ value: name, text: name })),
    onChange: (step) => part.change(editLine(part.draft, line.id, { step })),
  });
}

function figures(part: NormPart, line: LineDraft): TemplateResult {
  const t = texts().norms;
  const priced = part.evaluation.lines[line.id];
  const amount = priced?.amountDong ?? null;
  const isMissing = (priced?.missing ?? null) !== null && line.resource !== "";
  return html`<dl class="figures">
      ${line.kind === "percent"
        ? nothing
        : html`<div>
            <dt>${t.unitPrice}</dt>
            <dd>${typeof priced?.unitPriceDong === "number" ? money(priced.unitPriceDong) : "–"}</dd>
          </div>`}
      <div>
        <dt>${t.amount}</dt>
        <dd data-testid="norm-line-amount">
          ${isMissing ? t.missingPrice : amount === null ? "–" : money(amount)}
        </dd>
      </div>
    </dl>
    ${amount === null || isMissing || priced === undefined || priced.working === ""
      ? nothing
      : html`<p class="quiet small">${priced.working}${priced.basis === "" ? "" : `; ${priced.basis}`}</p>`}`;
}

function lineCard(part: NormPart, line: LineDraft, index: number): TemplateResult {
  const t = texts().norms;
  const hasMore = line.price !== "" || line.depreciation !== "";
  const withRequirement = line.kind === "material" || line.kind === "machine";
  const name = t.line(t.kinds[line.kind], index + 1);
  return html`<li class="cost-line" data-kind=${line.kind}>
    <div class="whole" role="group" aria-label=${name}>
      ${lineHead(name, t.removeLine(index + 1), () => part.change(removeLine(part.draft, line.id)))}
      ${lineField(part, line, "resource", { label: t.resource, required: true })} ${ownFields(part, line)}
      ${stepField(part, line)}
      <details ?open=${hasMore}>
        <summary>${t.more}</summary>
        <div class="stack">
          ${line.kind === "percent" ? nothing : priceFields(part, line)}
          ${withRequirement ? lineField(part, line, "requirement", { label: t.requirement }) : nothing}
          ${lineField(part, line, "note", { label: t.note, hint: t.noteHint, multiline: true })}
        </div>
      </details>
      ${figures(part, line)}
    </div>
  </li>`;
}

export function normLines(part: NormPart): TemplateResult {
  const t = texts().norms;
  const add = (kind: LineDraft["kind"]) => {
    const of: PercentOf = "VL";
    const added = addLine(part.draft, kind, of);
    const id = part.draft.next;
    part.change(kind === "percent" ? editLine(added, id, { resource: t.percentName[of] }) : added);
  };
  return html`<h3>${t.linesTitle}</h3>
    <ol class="cost-lines">
      ${repeat(
        part.draft.lines,
        (line) => line.id,
        (line, index) => lineCard(part, line, index),
      )}
    </ol>
    ${part.draft.lines.length === 0 ? html`<p class="field-error">${t.noLines}</p>` : nothing}
    <div class="actions" role="group" aria-label=${t.addLabel}>
      ${LINE_KINDS.map(
        (kind) =>
          html`<fluent-button
            appearance="outline"
            size="small"
            data-testid="norm-add-${kind}"
            @click=${() => add(kind)}
            >${plusIcon()}${t.add[kind]}</fluent-button
          >`,
      )}
    </div>`;
}
