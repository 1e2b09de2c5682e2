/** The pictures of a meeting: the budget line, who is in and out and why, and what stands beside the optimum. */
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { AllocationReport } from "../../../shared/allocation/report.ts";
import type { AllocationInput, Override, Project } from "../../../shared/allocation/types.ts";
import { formatDong } from "../../../shared/kernel/money.ts";
import { plainDecimal } from "../../../shared/kernel/quantity.ts";
import { lang, texts } from "../texts/index.ts";
import type { OnChange } from "./controls.ts";

export function decimal(value: number): string {
  const text = plainDecimal(value);
  return lang() === "vi" ? text.replace(".", ",") : text;
}

/** "DA01 Tên đề án, DA02 …" */
export function named(input: AllocationInput, ids: readonly string[]): string {
  const names = new Map(input.projects.map(({ id, name }) => [id, name ?? id]));
  return ids.map((id) => `“${names.get(id) ?? id}”`).join(", ");
}

export function budgetLine(input: AllocationInput, report: AllocationReport | null): TemplateResult {
  const t = texts().meeting;
  if (report === null) return html`<p class="budget-line">${t.budget}: ${formatDong(input.budgetDong)} đ</p>`;
  const share = input.budgetDong === 0 ? 0 : (report.costDong / input.budgetDong) * 100;
  const gap = decimal(Number((report.gap * 100).toFixed(3)));
  return html`<section class="budget-line" data-testid="budget-line" aria-label=${t.budget}>
    <svg class="budget-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect class="all" width="100" height="4"></rect>
      <rect class="used" width=${share.toFixed(3)} height="4"></rect>
    </svg>
    <dl>
      <div>
        <dt>${t.budget}</dt>
        <dd>${formatDong(input.budgetDong)} đ</dd>
      </div>
      <div>
        <dt>${t.used} · ${t.inCount(report.chosen.length, input.projects.length)}</dt>
        <dd>${formatDong(report.costDong)} đ</dd>
      </div>
      <div>
        <dt>${t.left}</dt>
        <dd>${formatDong(report.leftDong)} đ</dd>
      </div>
      <div>
        <dt>${t.score} · ${report.proven ? t.proven : html`<strong>${t.notProven}</strong>`}</dt>
        <dd data-testid="total-points">${decimal(report.value)}</dd>
        <dd class="proof" data-testid="proof">${t.bound(decimal(report.bound), gap)}</dd>
      </div>
    </dl>
  </section>`;
}

function overrideForm(project: Project, input: AllocationInput, change: OnChange): TemplateResult {
  const t = texts().meeting;
  const others = (input.overrides ?? []).filter(({ id }) => id !== project.id);
  const now = input.overrides?.find(({ id }) => id === project.id);
  const { id } = project;
  if (now !== undefined) {
    return html`<button
      type="button"
      class="plain-button"
      @click=${() =>
        change({
          input: { ...input, overrides: others },
          kind: "override",
          note: t.notes.drop(id),
          settled: true,
        })}
    >
      ${t.dropOverride}
    </button>`;
  }
  const decide = (event: SubmitEvent) => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const by = String(data.get("by") ?? "").trim();
    const reason = String(data.get("reason") ?? "").trim();
    const decision = (event.submitter as HTMLButtonElement | null)?.value === "in" ? "in" : "out";
    if (by === "" || reason === "") return;
    const one: Override = { id, decision, by, reason };
    const note = decision === "in" ? t.notes.in(id, by) : t.notes.out(id, by);
    change({ input: { ...input, overrides: [...others, one] }, kind: "override", note, settled: true });
  };
  return html`<form class="override" @submit=${decide}>
    <label class="field"
      ><span>${t.by}</span><input class="input" name="by" required maxlength="200"
    /></label>
    <label class="field grow"
      ><span>${t.reason}</span><input class="input" name="reason" required maxlength="500"
    /></label>
    <button type="submit" class="plain-button" value="in" ?disabled=${(project.obstacles ?? []).length > 0}>
      ${t.forceIn}
    </button>
    <button type="submit" class="plain-button" value="out">${t.forceOut}</button>
  </form>`;
}

function pointsOf(project: Project, input: AllocationInput): string {
  const { criteria = [] } = input;
  return criteria.map(({ id, name = id }) => `${name}: ${decimal(project.scores?.[id] ?? 0)}`).join(" · ");
}

function row(
  project: Project,
  input: AllocationInput,
  report: AllocationReport,
  change: OnChange,
  ask: (id: string) => void,
): TemplateResult {
  const t = texts().meeting;
  const reason = report.reasons[project.id];
  const place = project.groups?.["diaBan"] ?? project.groups?.["tinh"] ?? "";
  return html`<li>
    <details class="project ${reason?.funded === true ? "in" : "out"}" data-testid=${`project-${project.id}`}>
      <summary>
        <span class="project-name">${project.name ?? project.id}</span>
        <span class="project-cost">${formatDong(project.costDong)} đ</span>
        <span class="project-why">${lang() === "vi" ? reason?.text : reason?.en}</span>
      </summary>
      <p class="quiet">${project.id} · ${place} · ${pointsOf(project, input)}</p>
      ${overrideForm(project, input, change)}
      ${reason?.flip === undefined && reason?.replacementCost === undefined && project.obstacles === undefined
        ? html`<button type="button" class="plain-button" @click=${() => ask(project.id)}>${t.ask}</button>`
        : nothing}
    </details>
  </li>`;
}

/** Arrow keys walk from project to project; Enter opens one. */
function walk(event: KeyboardEvent): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const list = (event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>("summary");
  const all = [...list];
  const at = all.indexOf(event.target as HTMLElement);
  if (at < 0) return;
  event.preventDefault();
  all[Math.min(all.length - 1, Math.max(0, at + (event.key === "ArrowDown" ? 1 : -1)))]?.focus();
}

export function projectList(
  input: AllocationInput,
  report: AllocationReport,
  change: OnChange,
  ask: (id: string) => void,
): TemplateResult {
  const t = texts().meeting;
  const inside = input.projects.filter(({ id }) => report.reasons[id]?.funded === true);
  const outside = input.projects.filter(({ id }) => report.reasons[id]?.funded !== true);
  const list = (projects: readonly Project[]) =>
    html`<ul class="projects">
      ${repeat(
        projects,
        ({ id }) => id,
        (project) => row(project, input, report, change, ask),
      )}
    </ul>`;
  return html`<div @keydown=${walk}>
    <h2 class="in-heading">${t.inside} (${inside.length})</h2>
    ${list(inside)}
    <h2 class="out-heading">${t.outside} (${outside.length})</h2>
    ${list(outside)}
  </div>`;
}

/** Equal shares, reserve, weights. */
export function sides(input: AllocationInput, report: AllocationReport): TemplateResult {
  const t = texts().meeting;
  const { equalShares: shares, reserve, robustness } = report;
  const differ = shares.onlyOptimum.length + shares.onlyShares.length > 0;
  const parts = new Map(reserve.partFunding.map((part) => [part.id, part]));
  return html`<section class="card" data-testid="equal-shares">
      <h2>${t.shares}</h2>
      <p class="quiet">${t.sharesText(shares.members.length, formatDong(shares.shareDong))}</p>
      ${differ
        ? html`${shares.onlyOptimum.length === 0
            ? nothing
            : html`<p><strong>${t.onlyOptimum}:</strong> ${named(input, shares.onlyOptimum)}</p>`}
          ${shares.onlyShares.length === 0
            ? nothing
            : html`<p><strong>${t.onlyShares}:</strong> ${named(input, shares.onlyShares)}</p>`}`
        : html`<p>${t.same}</p>`}
    </section>
    <section class="card" data-testid="reserve">
      <h2>${t.reserve}</h2>
      ${reserve.list.length === 0
        ? html`<p class="quiet">${t.reserveNone}</p>`
        : html`<ol>
            ${reserve.list.slice(0, 10).map((id) => {
              const part = parts.get(id);
              return html`<li>
                ${named(input, [id])}
                ${part === undefined
                  ? nothing
                  : html`<span class="quiet">– ${t.part(part.percent, formatDong(part.costDong))}</span>`}
              </li>`;
            })}
          </ol>`}
    </section>
    ${robustness === null
      ? nothing
      : html`<section class="card">
          <h2>${t.robust}</h2>
          <p>
            ${robustness.sometimes.length === 0
              ? t.robustSame
              : t.robustChange(named(input, robustness.sometimes))}
          </p>
        </section>`}`;
}
