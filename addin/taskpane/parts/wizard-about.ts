/** Steps 1 and 2 of the wizard: which kind, and what the đề án is. */
import { html, nothing, type TemplateResult } from "lit";
import { CONTENTS } from "../../../shared/plan/contents.ts";
import { FUNDS } from "../../../shared/plan/shapes.ts";
import { findSupportKind, SUPPORT_KINDS } from "../../../shared/law/support-kinds.ts";
import { chooseKind, type WizardState } from "../model/wizard.ts";
import { ONE_EMPTY_LINE, STARTER_LINES } from "../texts/starter-lines.ts";
import { draftTexts } from "../texts/drafts.ts";
import { lang, texts } from "../texts/index.ts";
import "./replica-picker.ts";
import type { ReplicaSource } from "./replica-picker.ts";
import { field, select } from "./field.ts";
import type { WizardPart } from "./wizard-part.ts";

/** Codes named as a help; a book of hundreds would fill the pane. */
const MOST_CODES = 12;

export const MAIN_KINDS = ["MO-HINH", "MAY-MOC", "DAO-TAO", "HOI-CHO", "GIAN-HANG"];

function contentName(code: number): string {
  const content = CONTENTS.find((one) => one.code === code);
  return `${code}. ${(lang() === "vi" ? content?.vi : content?.en) ?? ""}`;
}

function pick(part: WizardPart, kind: string): void {
  part.change(chooseKind(part.state, kind, STARTER_LINES[kind] ?? ONE_EMPTY_LINE));
}

function kindCard(part: WizardPart, kind: string): TemplateResult {
  const words = texts().wizard.kindNames[kind];
  return html`<label class="choice">
    <input
      type="radio"
      name="kind"
      value=${kind}
      .checked=${part.state.kind === kind}
      @change=${() => pick(part, kind)}
    />
    <span><b>${words?.name}</b><span class="quiet">${words?.text}</span></span>
  </label>`;
}

export function kindStep(part: WizardPart): TemplateResult {
  const t = texts().wizard;
  const others = SUPPORT_KINDS.filter((kind) => !MAIN_KINDS.includes(kind.code));
  const other = others.some((kind) => kind.code === part.state.kind) ? part.state.kind : "";
  return html`<fieldset class="choices" data-testid="kinds">
      <legend>${t.kindQuestion}</legend>
      ${MAIN_KINDS.map((kind) => kindCard(part, kind))}
    </fieldset>
    ${select({
      id: "wizard-other-kind",
      label: t.otherKind,
      value: other,
      prompt: t.otherKindChoose,
      hint: t.otherKindText,
      options: others
        .toSorted((a, b) => a.content - b.content)
        .map((kind) => ({
          value: kind.code,
          text: lang() === "vi" ? kind.vi : kind.en,
          group: contentName(kind.content),
        })),
      onChange: (kind) => kind !== "" && pick(part, kind),
    })}
    ${part.errorOf("kind") === undefined
      ? nothing
      : html`<p class="field-error" role="alert">${part.errorOf("kind")}</p>`}`;
}

type AboutField =
  | "code"
  | "name"
  | "beneficiary"
  | "place"
  | "trade"
  | "start"
  | "end"
  | "count"
  | "result"
  | "source"
  | "note"
  | "linkedTo"
  | "replicaOf";

function aboutField(
  part: WizardPart,
  name: AboutField,
  label: string,
  more: Partial<Parameters<typeof field>[0]> = {},
): TemplateResult {
  return field({
    id: `wizard-${name}`,
    label,
    value: part.state[name],
    error: part.errorOf(name),
    onInput: (value) => part.change({ ...part.state, [name]: value }),
    onLeave: () => part.touch(name),
    ...more,
  });
}

function fundChoice(part: WizardPart): TemplateResult {
  const t = texts();
  const choose = (fund: WizardState["fund"]) => part.change({ ...part.state, fund });
  return html`<fieldset class="segments">
    <legend>${t.wizard.fund}</legend>
    ${FUNDS.map(
      (fund) =>
        html`<label
          ><input
            type="radio"
            name="fund"
            value=${fund}
            .checked=${part.state.fund === fund}
            @change=${() => choose(fund)}
          /><span>${t.draft.funds[fund]}</span></label
        >`,
    )}
  </fieldset>`;
}

export function aboutStep(part: WizardPart): TemplateResult {
  const t = texts().wizard;
  const unit = findSupportKind(part.state.kind)?.unitVi ?? "";
  const date = { placeholder: texts().newBook.dateExample };
  return html`<p class="field-hint">${texts().app.required}</p>
    ${aboutField(part, "name", t.name, { multiline: true, hint: t.nameHint, required: true })}
    <div class="pair">
      ${part.state.editing === null
        ? aboutField(part, "code", t.code, { required: true })
        : html`<div class="field">
            <span class="label">${t.code}</span>
            <p class="fixed">${part.state.code}</p>
            <p class="field-hint">${draftTexts().codeFixed}</p>
          </div>`}
      ${aboutField(part, "count", t.count(unit), { figure: "quantity", hint: t.countHint, required: true })}
    </div>
    ${fundChoice(part)} ${aboutField(part, "beneficiary", t.beneficiary, { hint: t.beneficiaryHint })}
    <div class="pair">
      ${aboutField(part, "place", t.place, { hint: t.placeHint })} ${aboutField(part, "trade", t.trade, {})}
    </div>
    <div class="pair">
      ${aboutField(part, "start", t.start, date)} ${aboutField(part, "end", t.end, date)}
    </div>
    <label class="check"
      ><input
        type="checkbox"
        .checked=${part.state.priority}
        aria-describedby="wizard-priority-hint"
        @change=${(e: Event) =>
          part.change({ ...part.state, priority: (e.target as HTMLInputElement).checked })}
      />${t.priority}</label
    >
    <p class="field-hint under-check" id="wizard-priority-hint">${t.priorityHint}</p>
    ${aboutField(part, "result", t.result, { multiline: true, hint: t.resultHint })}
    ${aboutField(part, "source", t.source, { hint: t.sourceHint })} ${linkFields(part)}`;
}

function linkFields(part: WizardPart): TemplateResult {
  const d = draftTexts();
  const { linkedTo, replicaOf, note } = part.state;
  const others = part.otherCodes.slice(0, MOST_CODES).join(", ");
  return html`<details ?open=${linkedTo !== "" || replicaOf !== "" || note !== ""}>
    <summary>${d.linksTitle}</summary>
    ${aboutField(part, "linkedTo", d.linkedTo, { hint: d.linkedHint(others) })}
    ${aboutField(part, "replicaOf", d.replicaOf, { hint: d.replicaHint })}
    <kc-replica-picker
      kind=${part.state.kind}
      @replica-picked=${(event: CustomEvent<ReplicaSource>) =>
        part.change({ ...part.state, replicaOf: event.detail.reference })}
    ></kc-replica-picker>
    ${aboutField(part, "note", d.ownNote)}
  </details>`;
}
