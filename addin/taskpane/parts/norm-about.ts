/** What the drafted norm is about: the service, its steps, its difficulty, its quality. */
import { html, nothing, type TemplateResult } from "lit";
import { CONTENTS } from "../../../shared/plan/contents.ts";
import { COST_TYPES, type CostType } from "../../../shared/norms/import.ts";
import {
  addClass,
  addStep,
  editClass,
  editStep,
  removeClass,
  removeStep,
  type ClassDraft,
  type NormDraft,
} from "../model/norm-draft.ts";
import { stepSum } from "../model/norm-price.ts";
import { lang, texts } from "../texts/index.ts";
import { select } from "./field.ts";
import { plusIcon, trashIcon } from "./icons.ts";
import { fieldId, normField, type NormPart } from "./norm-part.ts";

type AboutField = "code" | "name" | "unit" | "conditions" | "process" | "quality" | "management";

function about(
  part: NormPart,
  name: AboutField,
  look: { label: string; hint?: string; required?: boolean; multiline?: boolean; figure?: "quantity" },
): TemplateResult {
  return normField(part, name, {
    ...look,
    value: part.draft[name],
    onInput: (value) => part.change({ ...part.draft, [name]: value } as NormDraft),
  });
}

export function normAbout(part: NormPart): TemplateResult {
  const t = texts().norms;
  const { draft } = part;
  return html`<h3>${t.about}</h3>
    ${draft.copiedFrom === null ? nothing : html`<p class="quiet">${t.copiedFrom(draft.copiedFrom)}</p>`}
    ${about(part, "name", { label: t.name, required: true })}
    <div class="pair">
      ${about(part, "code", { label: t.code, hint: t.codeHint, required: true })}
      ${about(part, "unit", { label: t.unit, hint: t.unitHint, required: true })}
    </div>
    ${select({
      id: fieldId("content"),
      label: t.content,
      value: draft.content,
      prompt: t.contentPrompt,
      options: CONTENTS.map((c) => ({ value: String(c.code), text: `${c.code}. ${c[lang()]}` })),
      onChange: (content) => part.change({ ...draft, content }),
    })}`;
}

function removeButton(label: string, run: () => void): TemplateResult {
  return html`<fluent-button
    appearance="subtle"
    size="small"
    icon-only
    aria-label=${label}
    title=${label}
    @click=${run}
    >${trashIcon()}</fluent-button
  >`;
}

function sumLine(draft: NormDraft): TemplateResult | typeof nothing {
  const t = texts().norms;
  const sum = stepSum(draft);
  if (sum === null) return nothing;
  return html`<p class=${sum.isOne ? "quiet" : "field-error"} aria-live="polite" data-testid="norm-step-sum">
    ${sum.isOne ? t.stepSum(sum.text) : t.stepSumWrong(sum.text)}
  </p>`;
}

export function normSteps(part: NormPart): TemplateResult {
  const t = texts().norms;
  const { draft } = part;
  return html`<details ?open=${draft.steps.length > 0}>
    <summary>${t.stepsTitle}</summary>
    <div class="stack">
      <p class="quiet">${t.stepsHint}</p>
      ${draft.steps.map(
        (step, index) =>
          html`<div class="row-of-fields">
            ${normField(part, `step.${step.id}.name`, {
              label: t.stepName(index + 1),
              value: step.name,
              onInput: (name) => part.change(editStep(draft, step.id, { name })),
            })}
            ${normField(part, `step.${step.id}.coefficient`, {
              label: t.stepCoefficient,
              figure: "quantity",
              value: step.coefficient,
              onInput: (coefficient) => part.change(editStep(draft, step.id, { coefficient })),
            })}
            ${removeButton(t.removeStep(index + 1), () => part.change(removeStep(draft, step.id)))}
          </div>`,
      )}
      ${sumLine(draft)}
      <div>
        <fluent-button
          appearance="outline"
          size="small"
          data-testid="norm-add-step"
          @click=${() => part.change(addStep(draft))}
          >${plusIcon()}${t.addStep}</fluent-button
        >
      </div>
    </div>
  </details>`;
}

function toggled(types: readonly CostType[], type: CostType): CostType[] {
  return COST_TYPES.filter((one) => (one === type ? !types.includes(one) : types.includes(one)));
}

function classRow(part: NormPart, one: ClassDraft, index: number): TemplateResult {
  const t = texts().norms;
  return html`<div class="row-of-fields">
      ${normField(part, `class.${one.id}.name`, {
        label: t.className(index + 1),
        value: one.name,
        onInput: (name) => part.change(editClass(part.draft, one.id, { name })),
      })}
      ${normField(part, `class.${one.id}.factor`, {
        label: t.classFactor,
        figure: "quantity",
        value: one.factor,
        onInput: (factor) => part.change(editClass(part.draft, one.id, { factor })),
      })}
      ${removeButton(t.removeClass(index + 1), () => part.change(removeClass(part.draft, one.id)))}
    </div>
    <div class="actions" role="group" aria-label=${t.classTypes}>
      ${COST_TYPES.map(
        (type) =>
          html`<label class="check"
            ><input
              type="checkbox"
              .checked=${one.appliesTo.includes(type)}
              @change=${() =>
                part.change(editClass(part.draft, one.id, { appliesTo: toggled(one.appliesTo, type) }))}
            />${t.types[type]}</label
          >`,
      )}
    </div>`;
}

export function normClasses(part: NormPart): TemplateResult {
  const t = texts().norms;
  return html`<details ?open=${part.draft.classes.length > 0}>
    <summary>${t.classesTitle}</summary>
    <div class="stack">
      ${part.draft.classes.map((one, index) => classRow(part, one, index))}
      <div>
        <fluent-button appearance="outline" size="small" @click=${() => part.change(addClass(part.draft))}
          >${plusIcon()}${t.addClass}</fluent-button
        >
      </div>
    </div>
  </details>`;
}

export function normQuality(part: NormPart): TemplateResult {
  const t = texts().norms;
  const { conditions, process, quality } = part.draft;
  return html`<details ?open=${conditions !== "" || process !== "" || quality !== ""}>
    <summary>${t.qualityTitle}</summary>
    <div class="stack">
      ${about(part, "conditions", { label: t.conditions, multiline: true })}
      ${about(part, "process", { label: t.process, hint: t.processHint, multiline: true })}
      ${about(part, "quality", { label: t.quality, hint: t.qualityHint, multiline: true })}
    </div>
  </details>`;
}

export function normManagement(part: NormPart): TemplateResult {
  const t = texts().norms;
  return about(part, "management", { label: t.management, hint: t.managementHint, figure: "quantity" });
}
