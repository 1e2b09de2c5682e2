/** What the meeting can turn: budget, weights, floors and ceilings of a group. */
import { html, nothing, type TemplateResult } from "lit";
import { FUND_GROUP, fundBudgets, withFundBudgets } from "../../../shared/allocation/funds.ts";
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

interface BudgetLine {
  readonly name: string;
  readonly testId: string;
  readonly dong: number;
  readonly most: number;
  readonly set: (dong: number) => AllocationInput;
  readonly note: (dong: number) => string;
}

/** One line a fund where the money of funds is apart, otherwise one for all. */
function budgetLines(input: AllocationInput): BudgetLine[] {
  const t = texts().meeting;
  const asked = (fund: string | null) =>
    input.projects
      .filter(({ groups }) => fund === null || String(groups?.[FUND_GROUP] ?? "") === fund)
      .reduce((sum, { costDong }) => sum + costDong, 0);
  const budgets = fundBudgets(input);
  if (budgets === null)
    return [
      {
        name: t.budget,
        testId: "budget",
        dong: input.budgetDong,
        most: Math.max(asked(null), input.budgetDong),
        set: (budgetDong) => ({ ...input, budgetDong }),
        note: t.notes.budget,
      },
    ];
  return Object.entries(budgets).map(([fund, dong]) => {
    const name = t.fundNames[fund] ?? fund;
    return {
      name,
      testId: `budget-${fund}`,
      dong,
      most: Math.max(asked(fund), dong),
      set: (next) => withFundBudgets(input, { ...budgets, [fund]: next }),
      note: (next) => t.notes.fund(name, next),
    };
  });
}

function budgetControl(input: AllocationInput, change: OnChange): TemplateResult {
  const t = texts().meeting;
  const lines = budgetLines(input);
  return html`<section class="card">
    <h2>${t.budget}</h2>
    ${lines.map(({ name, testId, dong, most, set, note }) => {
      const take = (settled: boolean) => (event: Event) => {
        const next = Math.max(0, Math.round(Number((event.target as HTMLInputElement).value) * MILLION));
        if (Number.isSafeInteger(next))
          change({ input: set(next), kind: "budget", note: note(next), settled });
      };
      return html`${lines.length > 1 ? html`<p class="slider-name">${name}</p>` : nothing}
        <div class="slider">
          <input
            type="range"
            aria-label=${name}
            min="0"
            max=${most / MILLION}
            step=${STEP_DONG / MILLION}
            .value=${String(dong / MILLION)}
            data-testid="${testId}-slider"
            @input=${take(false)}
            @change=${take(true)}
          />
          <input
            type="number"
            class="input"
            aria-label=${`${name} (${t.budgetUnit})`}
            min="0"
            step="any"
            .value=${String(dong / MILLION)}
            data-testid="${testId}-number"
            @change=${take(true)}
          />
          <span class="quiet">${t.budgetUnit}</span>
        </div>`;
    })}
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
    ${criteria.map(({ id, name = id, weight, reason = "" }) => {
      const why = (event: Event) => {
        const text = (event.target as HTMLInputElement).value.trim();
        const next = criteria.map((one) => (one.id === id ? { ...one, reason: text } : one));
        change({
          input: { ...input, criteria: next },
          kind: "weights",
          note: t.notes.weightReason(name, text).slice(0, 500),
          settled: true,
        });
      };
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
        ><input
          class="input weight-reason"
          maxlength="400"
          .value=${reason}
          placeholder=${t.weightReason}
          aria-label=${`${t.weightReason}: ${name}`}
          data-testid=${`reason-${id}`}
          @change=${why}
        />`;
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
