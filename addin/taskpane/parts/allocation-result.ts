/** What came out: the money, who is in and out and why, and what stands beside the optimum. */
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { points } from "../../../shared/allocation/explain.ts";
import type { AllocationReport } from "../../../shared/allocation/report.ts";
import type { AllocationInput, Override, Project } from "../../../shared/allocation/types.ts";
import type { WhatIf } from "../../../shared/allocation/what-if.ts";
import { money } from "../model/amount.ts";
import { allocationTexts } from "../texts/allocation.ts";
import { lang } from "../texts/index.ts";
import { targetIcon } from "./icons.ts";
import { notice } from "./notice.ts";

const MOST_RESERVE = 10;

export function decimal(value: number): string {
  const text = points(value);
  return lang() === "vi" ? text : text.replace(",", ".");
}

function names(input: AllocationInput, ids: readonly string[]): string {
  const known = new Map(input.projects.map(({ id, name }) => [id, name]));
  return ids.map((id) => `${id} ${known.get(id) ?? ""}`.trim()).join("; ");
}

export function summary(input: AllocationInput, report: AllocationReport): TemplateResult {
  const t = allocationTexts();
  const gap = decimal(Number((report.gap * 100).toFixed(4)));
  return html`<section class="card allocation-summary" role="status" data-testid="allocation-summary">
    <progress
      max=${Math.max(1, input.budgetDong)}
      .value=${Math.min(report.costDong, input.budgetDong)}
      aria-label=${t.used}
    ></progress>
    <dl>
      <div>
        <dt>${t.used}</dt>
        <dd>${money(report.costDong)}</dd>
        <dd class="quiet">${t.count(report.chosen.length, input.projects.length)}</dd>
      </div>
      <div>
        <dt>${t.left}</dt>
        <dd>${money(report.leftDong)}</dd>
      </div>
      <div>
        <dt>${t.points}</dt>
        <dd data-testid="allocation-points">${decimal(report.value)}</dd>
      </div>
    </dl>
    <p class=${report.proven ? "proof" : "proof open"} data-testid="allocation-proof">
      <b>${report.proven ? t.proven : t.notProven}</b>
      <span class="quiet">${t.bound(decimal(report.bound), gap)}</span>
    </p>
  </section>`;
}

export function moreLine(
  input: AllocationInput,
  more: WhatIf | null,
  million: string,
): TemplateResult | typeof nothing {
  const t = allocationTexts();
  if (more === null) return nothing;
  const { entering, leaving, valueMore } = more;
  const text =
    entering.length + leaving.length === 0
      ? t.moreSame(million)
      : t.more(
          million,
          entering.length === 0 ? t.nobody : names(input, entering),
          names(input, leaving),
          decimal(valueMore),
        );
  return html`<div data-testid="allocation-more">${notice("info", text)}</div>`;
}

export interface ProjectActions {
  readonly goTo: (id: string) => void;
  readonly ask: (id: string) => void;
  readonly decide: (override: Override) => void;
  readonly drop: (id: string) => void;
}

function decideForm(project: Project, input: AllocationInput, actions: ProjectActions): TemplateResult {
  const t = allocationTexts();
  const { id } = project;
  if ((input.overrides ?? []).some((one) => one.id === id))
    return html`<fluent-button size="small" data-testid="drop-${id}" @click=${() => actions.drop(id)}
      >${t.drop}</fluent-button
    >`;
  const decide = (event: SubmitEvent) => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const text = (name: string) => String(data.get(name) ?? "").trim();
    const decision = (event.submitter as HTMLButtonElement | null)?.value === "in" ? "in" : "out";
    if (text("by") === "" || text("reason") === "") return;
    actions.decide({ id, decision, by: text("by"), reason: text("reason") });
  };
  const box = (name: string, label: string, most: number) =>
    html`<div class="field">
      <label for="decide-${name}-${id}">${label}</label>
      <input
        id="decide-${name}-${id}"
        name=${name}
        type="text"
        required
        maxlength=${most}
        autocomplete="off"
      />
    </div>`;
  return html`<details data-testid="decide-${id}">
    <summary>${t.override}</summary>
    <form class="stack" @submit=${decide}>
      ${box("by", t.decideBy, 200)} ${box("reason", t.decideWhy, 500)}
      <div class="actions">
        <button
          type="submit"
          class="small-button"
          value="in"
          ?disabled=${(project.obstacles ?? []).length > 0}
        >
          ${t.forceIn}
        </button>
        <button type="submit" class="small-button" value="out">${t.forceOut}</button>
      </div>
    </form>
  </details>`;
}

function scoresOf(project: Project, input: AllocationInput): string {
  const { criteria = [] } = input;
  return criteria.map(({ id, name = id }) => `${name}: ${decimal(project.scores?.[id] ?? 0)}`).join(" · ");
}

function row(
  project: Project,
  { input, report }: { input: AllocationInput; report: AllocationReport },
  actions: ProjectActions,
): TemplateResult {
  const t = allocationTexts();
  const { id } = project;
  const reason = report.reasons[id];
  const funded = reason?.funded === true;
  const stopped = (project.obstacles ?? []).length > 0;
  const decided = (input.overrides ?? []).some((one) => one.id === id);
  const open = reason?.flip === undefined && reason?.replacementCost === undefined && !stopped && !decided;
  const mark = stopped ? t.stoppedAtGate : decided ? t.decided : null;
  const places = ["diaBan", "nganhNghe", "nguon"].flatMap((group) => project.groups?.[group] ?? []);
  return html`<li class="choice-row ${funded ? "in" : "out"}" data-testid="choice-${id}">
    <p class="choice-head">
      <b>${id}</b> ${project.name ?? ""} ${mark === null ? nothing : html`<span class="badge">${mark}</span>`}
    </p>
    <p class="figures">
      <span>${money(project.costDong)}</span>
      <span>${t.worth(decimal(report.points[id] ?? 0))}</span>
    </p>
    <p class="choice-why">${lang() === "vi" ? reason?.text : reason?.en}</p>
    <details>
      <summary>${t.scores}, ${t.override.toLowerCase()}</summary>
      <p class="quiet">${places.join(" · ")}</p>
      <p class="quiet">${scoresOf(project, input)}</p>
      <div class="actions">
        <fluent-button size="small" aria-label=${t.goTo(id)} @click=${() => actions.goTo(id)}
          >${targetIcon()} ${id}</fluent-button
        >
        ${open
          ? html`<fluent-button size="small" data-testid="ask-${id}" @click=${() => actions.ask(id)}
              >${t.ask}</fluent-button
            >`
          : nothing}
      </div>
      ${decideForm(project, input, actions)}
    </details>
  </li>`;
}

export function choiceLists(
  input: AllocationInput,
  report: AllocationReport,
  actions: ProjectActions,
): TemplateResult {
  const t = allocationTexts();
  const funded = ({ id }: Project) => report.reasons[id]?.funded === true;
  const list = (heading: string, projects: readonly Project[], testId: string) =>
    html`<section aria-label=${heading} data-testid=${testId}>
      <h3>${heading}</h3>
      <ul class="choices-list">
        ${repeat(
          projects,
          ({ id }) => id,
          (project) => row(project, { input, report }, actions),
        )}
      </ul>
    </section>`;
  const inside = input.projects.filter(funded);
  const outside = input.projects.filter((project) => !funded(project));
  return html`${list(t.inside(inside.length), inside, "allocation-in")}
  ${list(t.outside(outside.length), outside, "allocation-out")}`;
}

function sharesCard(input: AllocationInput, report: AllocationReport): TemplateResult {
  const t = allocationTexts();
  const { equalShares: shares } = report;
  const differ = shares.onlyOptimum.length + shares.onlyShares.length > 0;
  const part = (label: string, ids: readonly string[]) =>
    ids.length === 0 ? nothing : html`<p><b>${label}:</b> ${names(input, ids)}</p>`;
  return html`<section class="card" aria-labelledby="allocation-shares" data-testid="allocation-shares">
    <h3 id="allocation-shares">${t.shares}</h3>
    <p class="quiet">
      ${t.sharesLead(shares.members.length, money(shares.shareDong))} ${t.sharesValue(decimal(shares.value))}
    </p>
    ${differ
      ? html`${part(t.onlyOptimum, shares.onlyOptimum)} ${part(t.onlyShares, shares.onlyShares)}`
      : html`<p>${t.same}</p>`}
    ${shares.missedFloors.length === 0
      ? nothing
      : html`<p>${t.missedFloors(shares.missedFloors.join("; "))}</p>`}
  </section>`;
}

/** Equal shares, reserve and part-funding, weights. `steps` is the field of the steps. */
export function besides(
  input: AllocationInput,
  report: AllocationReport,
  steps: TemplateResult,
): TemplateResult {
  const t = allocationTexts();
  const { reserve, robustness } = report;
  const parts = new Map(reserve.partFunding.map((part) => [part.id, part]));
  const item = (id: string) => {
    const part = parts.get(id);
    return html`<li>
      ${names(input, [id])}
      ${part === undefined
        ? nothing
        : html`<span class="quiet">– ${t.part(part.percent, money(part.costDong))}</span>`}
    </li>`;
  };
  return html`${sharesCard(input, report)}
    <section class="card" aria-labelledby="allocation-reserve" data-testid="allocation-reserve">
      <h3 id="allocation-reserve">${t.reserve}</h3>
      ${reserve.list.length === 0
        ? html`<p class="quiet">${t.reserveNone}</p>`
        : html`<p class="quiet">${t.reserveLead}</p>
            <ol class="numbered">
              ${reserve.list.slice(0, MOST_RESERVE).map(item)}
            </ol>
            ${steps}`}
    </section>
    ${robustness === null
      ? nothing
      : html`<section class="card" aria-labelledby="allocation-robust">
          <h3 id="allocation-robust">${t.robust}</h3>
          <p>
            ${robustness.sometimes.length === 0
              ? t.robustSame
              : t.robustChange(names(input, robustness.sometimes))}
          </p>
        </section>`}`;
}
