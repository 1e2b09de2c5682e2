/** One labelled field with its hint and its error, tied together for screen readers. */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { texts } from "../texts/index.ts";

export interface FieldOptions {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly onLeave?: () => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly placeholder?: string | undefined;
  /** Right-aligned digits; `dong` adds the sign. */
  readonly figure?: "dong" | "quantity" | undefined;
  readonly multiline?: boolean;
}

function describedBy(f: {
  id: string;
  hint?: string | undefined;
  error?: string | undefined;
}): string | typeof nothing {
  const ids = [f.error === undefined ? "" : `${f.id}-error`, f.hint === undefined ? "" : `${f.id}-hint`];
  return ids.filter((id) => id !== "").join(" ") || nothing;
}

function below(f: { id: string; hint?: string | undefined; error?: string | undefined }): TemplateResult {
  return html`${f.error === undefined
    ? nothing
    : html`<p class="field-error" id="${f.id}-error">${f.error}</p>`}
  ${f.hint === undefined ? nothing : html`<p class="field-hint" id="${f.id}-hint">${f.hint}</p>`}`;
}

/** The sign is for eyes; `aria-required` tells screen readers. */
function star(required: boolean | undefined): TemplateResult | typeof nothing {
  return required === true ? html`<span class="star" aria-hidden="true">*</span>` : nothing;
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement).value;
}

export function field(f: FieldOptions): TemplateResult {
  const invalid = f.error === undefined ? nothing : "true";
  const control = f.multiline
    ? html`<textarea
        id=${f.id}
        rows="2"
        .value=${live(f.value)}
        aria-required=${f.required === true ? "true" : nothing}
        aria-invalid=${invalid}
        aria-describedby=${describedBy(f)}
        @input=${(e: Event) => f.onInput(valueOf(e))}
        @change=${() => f.onLeave?.()}
      ></textarea>`
    : html`<input
        id=${f.id}
        type="text"
        autocomplete="off"
        spellcheck="false"
        class=${f.figure === undefined ? "" : "figure"}
        inputmode=${f.figure === undefined ? nothing : f.figure === "dong" ? "numeric" : "decimal"}
        placeholder=${f.placeholder ?? nothing}
        .value=${live(f.value)}
        aria-required=${f.required === true ? "true" : nothing}
        aria-invalid=${invalid}
        aria-describedby=${describedBy(f)}
        @input=${(e: Event) => f.onInput(valueOf(e))}
        @change=${() => f.onLeave?.()}
      />`;
  return html`<div class="field">
    <label for=${f.id}>${f.label}${star(f.required)}</label>
    <div class="control">
      ${control}${f.figure === "dong"
        ? html`<span class="suffix" aria-hidden="true">${texts().app.dong}</span>`
        : nothing}
    </div>
    ${below(f)}
  </div>`;
}

export interface SelectOptions {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Neighbours with the same `group` stand under it. */
  readonly options: readonly { readonly value: string; readonly text: string; readonly group?: string }[];
  /** Shown while nothing is chosen. */
  readonly prompt?: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean;
}

type Option = SelectOptions["options"][number];

function optionOf({ value, text }: Option, chosen: string): TemplateResult {
  return html`<option value=${value} ?selected=${value === chosen}>${text}</option>`;
}

function grouped(
  options: readonly Option[],
): { readonly name: string | undefined; readonly options: Option[] }[] {
  const groups: { name: string | undefined; options: Option[] }[] = [];
  for (const option of options) {
    const last = groups.at(-1);
    if (last !== undefined && last.name === option.group) last.options.push(option);
    else groups.push({ name: option.group, options: [option] });
  }
  return groups;
}

export function select(f: SelectOptions): TemplateResult {
  return html`<div class="field">
    <label for=${f.id}>${f.label}${star(f.required)}</label>
    <div class="control">
      <select
        id=${f.id}
        aria-required=${f.required === true ? "true" : nothing}
        aria-invalid=${f.error === undefined ? nothing : "true"}
        aria-describedby=${describedBy(f)}
        .value=${live(f.value)}
        @change=${(e: Event) => f.onChange(valueOf(e))}
      >
        ${f.prompt === undefined
          ? nothing
          : html`<option value="" ?selected=${f.value === ""}>${f.prompt}</option>`}
        ${grouped(f.options).map(({ name, options }) =>
          name === undefined
            ? options.map((option) => optionOf(option, f.value))
            : html`<optgroup label=${name}>${options.map((option) => optionOf(option, f.value))}</optgroup>`,
        )}
      </select>
    </div>
    ${below(f)}
  </div>`;
}
