/** What can be turned: money, weights with their reasons, floors and ceilings. */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { GROUPS } from "../../../shared/allocation/from-plan.ts";
import type { Project } from "../../../shared/allocation/types.ts";
import { formatDong } from "../../../shared/kernel/money.ts";
import { ALL, limitNow, membersOf, parseSteps, withLimit, type Choices } from "../model/allocation.ts";
import { money, parseDongInput } from "../model/amount.ts";
import { allocationTexts } from "../texts/allocation.ts";
import { texts } from "../texts/index.ts";

const MILLION = 1_000_000;
const STEP_MILLION = 10;

export type Change = (choices: Choices) => void;

function inputOf(event: Event): HTMLInputElement {
  return event.target as HTMLInputElement;
}

function sum(projects: readonly Project[]): number {
  return projects.reduce((total, { costDong }) => total + costDong, 0);
}

/** Reads the amount, or shows the field as wrong; blank is null. */
function readAmount(event: Event, take: (dong: number | null) => void): void {
  const field = inputOf(event);
  if (field.value.trim() === "") {
    field.removeAttribute("aria-invalid");
    take(null);
    return;
  }
  const parsed = parseDongInput(field.value);
  if (parsed.ok) {
    field.removeAttribute("aria-invalid");
    take(parsed.value);
  } else field.setAttribute("aria-invalid", "true");
}

function budgetRow(
  fund: string,
  projects: readonly Project[],
  choices: Choices,
  change: Change,
): TemplateResult {
  const t = allocationTexts();
  const name = t.fund[fund] ?? t.oneBudget;
  const asked = sum(projects.filter(({ groups }) => fund === ALL || groups?.["nguon"] === fund));
  const now = choices.budgets[fund] ?? null;
  const most = Math.ceil(Math.max(asked, now ?? 0) / MILLION / STEP_MILLION) * STEP_MILLION;
  const set = (dong: number | null) => change({ ...choices, budgets: { ...choices.budgets, [fund]: dong } });
  const id = `allocation-budget-${fund === ALL ? "all" : fund}`;
  return html`<div class="field">
    <label for=${id}>${name}</label>
    <div class="control">
      <input
        id=${id}
        type="text"
        class="figure"
        inputmode="numeric"
        autocomplete="off"
        .value=${live(now === null ? "" : formatDong(now))}
        data-testid=${`budget-${fund}`}
        @change=${(event: Event) => readAmount(event, set)}
      /><span class="suffix" aria-hidden="true">${texts().app.dong}</span>
    </div>
    <input
      type="range"
      min="0"
      max=${Math.max(STEP_MILLION, most)}
      step=${STEP_MILLION}
      .value=${live(String((now ?? 0) / MILLION))}
      aria-label=${t.slider(name)}
      aria-valuetext=${now === null ? nothing : money(now)}
      data-testid=${`budget-slider-${fund}`}
      @input=${(event: Event) => set(Math.round(Number(inputOf(event).value) * MILLION))}
    />
    <p class="field-hint">${t.asked(money(asked))}</p>
  </div>`;
}

export function budgetCard(projects: readonly Project[], choices: Choices, change: Change): TemplateResult {
  const t = allocationTexts();
  const funds = Object.keys(choices.budgets);
  const missing = funds.some((fund) => choices.budgets[fund] === null);
  return html`<section class="card" aria-labelledby="allocation-budgets">
    <h3 id="allocation-budgets">${t.budgets}</h3>
    <div class=${funds.length > 1 ? "pair" : ""}>
      ${funds.map((fund) => budgetRow(fund, projects, choices, change))}
    </div>
    ${missing ? html`<p class="quiet" data-testid="need-budget">${t.needBudget}</p>` : nothing}
  </section>`;
}

export function criteriaCard(choices: Choices, change: Change): TemplateResult | typeof nothing {
  const t = allocationTexts();
  const { criteria } = choices;
  if (criteria.length === 0) return nothing;
  const set = (id: string, part: { weight?: number; reason?: string }) => {
    const next = criteria.map((one) => (one.id === id ? { ...one, ...part } : one));
    if (next.some(({ weight }) => weight > 0)) change({ ...choices, criteria: next });
    else change(choices);
  };
  return html`<details class="card" data-testid="criteria">
    <summary><h3>${t.criteria}</h3></summary>
    <p class="quiet">${t.own}</p>
    ${criteria.map(
      ({ id, name = id, weight, reason = "" }) =>
        html`<div class="weight">
          <p class="weight-name"><span>${name}</span><output>${weight}</output></p>
          <input
            type="range"
            min="0"
            max="100"
            step="5"
            .value=${live(String(weight))}
            aria-label=${t.weight(name)}
            data-testid=${`weight-${id}`}
            @input=${(event: Event) => set(id, { weight: Number(inputOf(event).value) })}
          />
          <input
            type="text"
            maxlength="500"
            .value=${live(reason)}
            placeholder=${t.reasonHint}
            aria-label=${t.reason(name)}
            data-testid=${`reason-${id}`}
            @change=${(event: Event) => set(id, { reason: inputOf(event).value.trim() })}
          />
        </div>`,
    )}
    <p class="quiet">${t.ownColumns}</p>
  </details>`;
}

export interface LimitsState {
  readonly group: string;
  readonly choose: (group: string) => void;
}

function limitField(
  choices: Choices,
  limit: { kind: "floor" | "ceiling"; group: string; is: string },
  change: Change,
): TemplateResult {
  const t = allocationTexts();
  const now = limitNow(choices, limit.kind, limit.group, limit.is);
  return html`<input
    type="text"
    class="figure"
    inputmode="numeric"
    autocomplete="off"
    aria-label=${`${limit.kind === "floor" ? t.floor : t.ceiling}: ${limit.is}`}
    placeholder=${limit.kind === "floor" ? t.floor : t.ceiling}
    .value=${live(now === undefined ? "" : formatDong(now))}
    data-testid=${`${limit.kind}-${limit.is}`}
    @change=${(event: Event) => readAmount(event, (dong) => change(withLimit(choices, { ...limit, dong })))}
  />`;
}

export function limitsCard(
  projects: readonly Project[],
  choices: Choices,
  { group, choose }: LimitsState,
  change: Change,
): TemplateResult {
  const t = allocationTexts();
  const groups = GROUPS.filter((id) => membersOf(projects, id).length > 0);
  const shown = groups.find((id) => id === group) ?? groups[0] ?? "";
  const count = (choices.floors ?? []).length + (choices.ceilings ?? []).length;
  // The money of a fund is its ceiling already.
  const ceilings = shown !== "nguon" || Object.keys(choices.budgets).includes(ALL);
  return html`<details class="card" data-testid="limits">
    <summary>
      <h3>${t.limits}</h3>
      ${count === 0 ? nothing : html`<span class="quiet">${t.limitsSet(count)}</span>`}
    </summary>
    <div class="field">
      <label for="allocation-group">${t.by}</label>
      <select id="allocation-group" @change=${(event: Event) => choose(inputOf(event).value)}>
        ${groups.map(
          (id) => html`<option value=${id} ?selected=${id === shown}>${t.groups[id] ?? id}</option>`,
        )}
      </select>
    </div>
    <p class="quiet">${t.limitsLead}</p>
    <ul class="limits">
      ${membersOf(projects, shown).map(
        (is) =>
          html`<li>
            <p>
              ${is}
              <span class="quiet"
                >${t.asked(
                  money(sum(projects.filter(({ groups: of }) => String(of?.[shown] ?? "") === is))),
                )}</span
              >
            </p>
            <div class="pair">
              ${limitField(choices, { kind: "floor", group: shown, is }, change)}
              ${ceilings ? limitField(choices, { kind: "ceiling", group: shown, is }, change) : nothing}
            </div>
          </li>`,
      )}
    </ul>
  </details>`;
}

export function stepsField(choices: Choices, change: Change): TemplateResult {
  const t = allocationTexts();
  const take = (event: Event) => {
    const field = inputOf(event);
    const steps = parseSteps(field.value);
    field.toggleAttribute("aria-invalid", false);
    if (steps === null) field.setAttribute("aria-invalid", "true");
    else change({ ...choices, stepsPercent: steps });
  };
  return html`<div class="field">
    <label for="allocation-steps">${t.steps}</label>
    <div class="control">
      <input
        id="allocation-steps"
        type="text"
        autocomplete="off"
        .value=${live(choices.stepsPercent.join("; "))}
        aria-describedby="allocation-steps-hint"
        @change=${take}
      />
    </div>
    <p class="field-hint" id="allocation-steps-hint">${t.stepsError}</p>
  </div>`;
}
