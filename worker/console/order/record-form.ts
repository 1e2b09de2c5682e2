/** <kc-record-form>: one record of a đề án, checked before it is written; warnings are seen first. Fires "kc-recorded". */
import { html, nothing, type TemplateResult } from "lit";
import type { Execution, RecordAnswer, RecordRequest } from "../../../shared/contract/execution.ts";
import { vietnamDay } from "../../../shared/kernel/date.ts";
import { CHANGE_KINDS, CHANGE_LABEL, RECORD_LABEL, type RecordKind } from "../../../shared/plan/execution.ts";
import { PageElement } from "../lib/element.ts";
import { warningIcon } from "../parts/icons.ts";
import { problemCard } from "../parts/problem-card.ts";
import { lang } from "../texts/index.ts";
import { orderTexts } from "../texts/order.ts";
import { choice, mark, readAmount, textOf } from "./parts.ts";
import { writeRecord } from "./service.ts";

const WITH_AMOUNT: readonly RecordKind[] = ["acceptance", "advance", "refund", "liquidation", "settlement"];

export class RecordForm extends PageElement {
  static override properties = {
    execution: { attribute: false },
    code: { type: String },
    kind: { state: true },
    warnings: { state: true },
    problem: { state: true },
    working: { state: true },
  };
  declare execution: Execution | null;
  declare code: string;
  declare kind: RecordKind | null;
  declare warnings: RecordAnswer["findings"];
  declare problem: unknown;
  declare working: boolean;

  constructor() {
    super();
    this.execution = null;
    this.code = "";
    this.kind = null;
    this.warnings = [];
    this.problem = null;
    this.working = false;
  }

  /** What this person may write now; cancelling stands beside each record. */
  #kinds(): RecordKind[] {
    return (this.execution?.canRecord ?? []).filter((kind) => kind !== "cancel");
  }

  #kind(): RecordKind {
    const kinds = this.#kinds();
    return this.kind !== null && kinds.includes(this.kind) ? this.kind : (kinds[0] ?? "progress");
  }

  #request(form: FormData): RecordRequest {
    const kind = this.#kind();
    const percent = textOf(form, "percent");
    const change = CHANGE_KINDS.find((each) => each === textOf(form, "change"));
    const newSupport = readAmount(form.get("newSupport"));
    const newEnd = textOf(form, "newEnd");
    return {
      deAnCode: this.code,
      kind,
      on: textOf(form, "on"),
      percent: percent === "" ? null : Number(percent),
      amountDong: readAmount(form.get("amount")),
      detail: {
        ...(kind === "change" && change !== undefined ? { change } : {}),
        ...(kind === "change" && newSupport !== null ? { newSupportDong: newSupport } : {}),
        ...(kind === "change" && newEnd !== "" ? { newEnd } : {}),
        ...(kind === "effective" ? { effective: form.get("effective") !== null } : {}),
      },
      document: textOf(form, "document"),
      note: textOf(form, "note"),
      after: this.execution?.records.at(-1)?.seq ?? 0,
    };
  }

  async #write(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const element = event.target as HTMLFormElement;
    const seen = this.warnings.length > 0;
    const request = this.#request(new FormData(element));
    const id = this.execution?.submissionId ?? "";
    this.problem = null;
    this.working = true;
    try {
      const { findings } = seen ? { findings: [] } : await writeRecord(id, { ...request, dryRun: true });
      const errors = findings.some(({ severity }) => severity === "error");
      // An error is refused by the service in its own words; a warning is shown before anything is written.
      if (findings.length > 0 && !errors) {
        this.warnings = findings;
        return;
      }
      await writeRecord(id, request);
      element.reset();
      this.warnings = [];
      this.dispatchEvent(new CustomEvent("kc-recorded", { bubbles: true }));
    } catch (error) {
      this.problem = error;
      this.warnings = [];
    } finally {
      this.working = false;
    }
  }

  #input(
    name: string,
    label: string,
    attributes: { type?: string; required?: boolean; value?: string } = {},
  ): TemplateResult {
    const { type = "text", required = false, value = "" } = attributes;
    return html`<label class="field"
      ><span>${label}</span
      ><input
        class="input"
        type=${type}
        name=${name}
        min=${type === "number" ? 0 : nothing}
        max=${type === "number" ? 100 : nothing}
        inputmode=${type === "text" && name !== "document" ? "numeric" : nothing}
        ?required=${required}
        .defaultValue=${value}
        data-testid=${`record-${name}`}
        @input=${() => (this.warnings = [])}
    /></label>`;
  }

  #ownFields(kind: RecordKind): TemplateResult | typeof nothing {
    const t = orderTexts().work;
    if (kind === "progress") return this.#input("percent", t.percent, { type: "number", required: true });
    if (WITH_AMOUNT.includes(kind)) return this.#input("amount", t.amount, { required: true });
    if (kind === "effective")
      return html`<label class="choice"
        ><input type="checkbox" name="effective" checked /> ${t.effect}</label
      >`;
    if (kind !== "change") return nothing;
    return html`<label class="field"
        ><span>${t.change}</span
        ><select class="input" name="change">
          ${CHANGE_KINDS.map((each) => html`<option value=${each}>${CHANGE_LABEL[each][lang()]}</option>`)}
        </select></label
      >
      ${this.#input("newSupport", t.newSupport)} ${this.#input("newEnd", t.newEnd, { type: "date" })}`;
  }

  #warnings(): TemplateResult | typeof nothing {
    const t = orderTexts().work;
    if (this.warnings.length === 0) return nothing;
    return html`<div class="notice warning" role="alert" data-testid="record-warnings">
      ${warningIcon()}
      <div>
        <p><strong>${t.warnings}</strong></p>
        <ul>
          ${this.warnings.map(
            ({ rule, message, basis, verified }) =>
              html`<li>${message} <span class="quiet">${rule} · ${basis}</span> ${mark(verified)}</li>`,
          )}
        </ul>
      </div>
    </div>`;
  }

  protected override render(): TemplateResult {
    const t = orderTexts().work;
    const kinds = this.#kinds();
    const kind = this.#kind();
    if (kinds.length === 0) return html``;
    const items = kinds.map((each) => [each, RECORD_LABEL[each][lang()]] as const);
    const take = (value: string) => {
      this.kind = kinds.find((each) => each === value) ?? null;
      this.warnings = [];
    };
    return html`<form class="card record-form" @submit=${(event: SubmitEvent) => void this.#write(event)}>
      <h3>${t.add}</h3>
      <div class="form-grid">
        ${choice(t.kind, kind, items, take, "record-kind")}
        ${this.#input("on", t.on, { type: "date", required: true, value: vietnamDay(Date.now()) })}
        ${this.#ownFields(kind)} ${this.#input("document", t.document)}
      </div>
      <label class="field"
        ><span>${t.note}</span
        ><textarea
          class="input"
          name="note"
          rows="2"
          maxlength="2000"
          data-testid="record-note"
          @input=${() => (this.warnings = [])}
        ></textarea>
      </label>
      ${this.#warnings()} ${this.problem === null ? nothing : problemCard(this.problem)}
      <div class="form-actions">
        <fluent-button
          type="submit"
          appearance="primary"
          ?disabled=${this.working}
          data-testid="record-submit"
          >${this.warnings.length > 0 ? t.anyway : t.check}</fluent-button
        >
      </div>
    </form>`;
  }
}

customElements.define("kc-record-form", RecordForm);
