/** What the meeting can turn: budget, weights, floors and ceilings of a group. */
import { html, nothing, type TemplateResult } from "lit";
import { GROUPS } from "../../../shared/allocation/from-plan.ts";
import type { AllocationInput } from "../../../shared/allocation/types.ts";
import type { EntryRequest } from "../../../shared/contract/meeting.ts";
import { formatDong } from "../../../shared/kernel/money.ts";
import { texts } from "../texts/index.ts";

const MILLION = 1_000_000;
const STEP_DONG = 10 * MILLION;

export interface Change {
  readonly input: AllocationInput;
  readonly kind: EntryRequest["kind"];
  readonly note: string;
  /** False while a slider is still moving. */
  readonly settled: boolean;
}
export type OnChange = (change: Change) => void;

function budgetControl(input: AllocationInput, change: OnChange): TemplateResult {
  const t = texts().meeting;
  const total = input.projects.reduce((sum, { costDong }) => sum + costDong, 0);
  const most = Math.max(total, input.budgetDong);
  const take = (settled: boolean) => (event: Event) => {
    const budgetDong = Math.max(0, Math.round(Number((event.target as HTMLInputElement).value) * MILLION));
    if (!Number.isSafeInteger(budgetDong)) return;
    change({ input: { ...input, budgetDong }, kind: "budget", note: t.notes.budget(budgetDong), settled });
  };
  return html`<section class="card">
    <h2>${t.budget}</h2>
    <div class="slider">
      <input
        type="range"
        aria-label=${t.budget}
        min="0"
        max=${most / MILLION}
        step=${STEP_DONG / MILLION}
        .value=${String(input.budgetDong / MILLION)}
        data-testid="budget-slider"
        @input=${take(false)}
        @change=${take(true)}
      />
      <input
        type="number"
        class="input"
        aria-label=${`${t.budget} (${t.budgetUnit})`}
        min="0"
        step="any"
        .value=${String(input.budgetDong / MILLION)}
        data-testid="budget-number"
        @change=${take(true)}
      />
      <span class="quiet">${t.budgetUnit}</span>
    </div>
  </section>`;
}

function weightControl(input: AllocationInput, change: OnChange): TemplateResult | typeof nothing {
  const t = texts().meeting;
  const { criteria = [] } = input;
  if (criteria.length === 0) return nothing;
  const take = (id: string, name: string, settled: boolean) => (event: Event) => {
    const weight = Number((event.target as HTMLInputElement).value);
    const changed = criteria.map((one) => (one.id === id ? { ...one, weight } : one));
    if (changed.every((one) => one.weight === 0)) return;
    change({
      input: { ...input, criteria: changed },
      kind: "weights",
      note: t.notes.weight(name, weight),
      settled,
    });
  };
  return html`<section class="card">
    <h2>${t.weights}</h2>
    <p class="quiet" data-testid="weights-own">${t.weightsOwn}</p>
    ${criteria.map(({ id, name = id, weight }) => {
      return html`<label class="slider"
        ><span class="slider-name">${name}</span
        ><input
          type="range"
          min="0"
          max="100"
          step="5"
          .value=${String(weight)}
          data-testid=${`weight-${id}`}
          @input=${take(id, name, false)}
          @change=${take(id, name, true)}
        /><output>${weight}</output></label
      >`;
    })}
  </section>`;
}

function membersOf(input: AllocationInput, group: string): string[] {
  const members = input.projects.flatMap(({ groups }) => {
    const member = groups?.[group];
    return member === undefined ? [] : [String(member)];
  });
  return [...new Set(members)].sort((a, b) => a.localeCompare(b, "vi"));
}

function limitField(
  input: AllocationInput,
  { group, is, kind }: { group: string; is: string; kind: "floor" | "ceiling" },
  change: OnChange,
): TemplateResult {
  const t = texts().meeting;
  const floors = input.floors ?? [];
  const ceilings = input.ceilings ?? [];
  const mine = (one: { group: string; is: string | number }) => one.group === group && String(one.is) === is;
  const now = kind === "floor" ? floors.find(mine)?.minDong : ceilings.find(mine)?.maxDong;
  const word = kind === "floor" ? t.floorWord : t.ceilingWord;
  const take = (event: Event) => {
    const text = (event.target as HTMLInputElement).value.trim();
    const dong = text === "" ? null : Math.round(Number(text) * MILLION);
    if (dong !== null && (!Number.isSafeInteger(dong) || dong < 0)) return;
    const floorsNow = [
      ...floors.filter((one) => !mine(one)),
      ...(dong === null ? [] : [{ group, is, minDong: dong }]),
    ];
    const ceilingsNow = [
      ...ceilings.filter((one) => !mine(one)),
      ...(dong === null ? [] : [{ group, is, maxDong: dong }]),
    ];
    const changed = kind === "floor" ? { ...input, floors: floorsNow } : { ...input, ceilings: ceilingsNow };
    change({ input: changed, kind: "limits", note: t.notes.limit(word, is, dong), settled: true });
  };
  return html`<input
    type="number"
    class="input"
    min="0"
    step="any"
    aria-label=${`${kind === "floor" ? t.floor : t.ceiling}: ${is}`}
    .value=${now === undefined ? "" : String(now / MILLION)}
    @change=${take}
  />`;
}

function limitControl(
  input: AllocationInput,
  group: string,
  change: OnChange,
  choose: (group: string) => void,
): TemplateResult {
  const t = texts().meeting;
  const groups = GROUPS.filter((id) => membersOf(input, id).length > 0);
  const money = (is: string) =>
    input.projects
      .filter(({ groups: of }) => String(of?.[group] ?? "") === is)
      .reduce((sum, { costDong }) => sum + costDong, 0);
  return html`<details class="card" data-testid="limits">
    <summary><h2>${t.limits}</h2></summary>
    <label class="field inline"
      ><span>${t.groupBy}</span
      ><select class="input" @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
        ${groups.map(
          (id) => html`<option value=${id} ?selected=${id === group}>${t.groups[id] ?? id}</option>`,
        )}
      </select></label
    >
    <p class="quiet">${t.limitsHint}</p>
    <div class="limit-grid">
      <span></span><span>${t.floor}</span><span>${t.ceiling}</span>
      ${membersOf(input, group).map(
        (is) =>
          html`<span>${is} <span class="quiet">(${formatDong(Math.round(money(is) / MILLION))})</span></span>
            ${limitField(input, { group, is, kind: "floor" }, change)}
            ${limitField(input, { group, is, kind: "ceiling" }, change)}`,
      )}
    </div>
  </details>`;
}

export function controls(
  input: AllocationInput,
  group: string,
  change: OnChange,
  choose: (group: string) => void,
): TemplateResult {
  return html`${budgetControl(input, change)} ${weightControl(input, change)}
  ${limitControl(input, group, change, choose)}`;
}
