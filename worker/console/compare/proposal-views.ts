/** One service of a proposal: its components with their evidence, what stands far off, and each province's price. */
import { html, nothing, type TemplateResult } from "lit";
import type {
  ProposalComponent,
  ProposalEffect,
  ProposalPart,
  ProposalService,
} from "../../../shared/contract/norm-proposal.ts";
import { formatDong } from "../../../shared/kernel/money.ts";
import { money } from "../lib/format.ts";
import { texts } from "../texts/index.ts";
import { proposalTexts } from "../texts/proposal.ts";
import { show } from "./show.ts";

const decimal = (hundredths: number) => (hundredths / 100).toFixed(2).replace(".", ",");

/** "+12.000 đ (+1,25 %)" */
function differenceText({
  differenceDong,
  differenceHundredths,
}: Pick<ProposalEffect, "differenceDong" | "differenceHundredths">): string {
  if (differenceDong === null) return "";
  const plus = differenceDong > 0 ? "+" : "";
  const amount = `${plus}${money(differenceDong)}`;
  return differenceHundredths === null ? amount : `${amount} (${plus}${decimal(differenceHundredths)} %)`;
}

const place = (at: { submissionId: string; sheet: string; cell: string }) =>
  `#/ho-so/${at.submissionId}?o=${at.sheet}!${at.cell}`;

function partRow(component: ProposalComponent, { part, summary, proposed }: ProposalPart): TemplateResult {
  const t = proposalTexts();
  const found = summary.enough ? summary : null;
  const why = component.leftOut === null ? "" : t.leftOut[component.leftOut];
  return html`<tr data-testid="proposal-part">
    <td data-label=${t.type}>${component.type}</td>
    <td data-label=${t.resource}>${component.resource}${t.parts[part]}</td>
    <td data-label=${t.unit}>${component.unit}</td>
    <td data-label=${t.base} class="numeric">${t.baseOf(summary.provinces, summary.n)}</td>
    <td data-label=${t.median} class="numeric">${found === null ? "–" : show(found.median)}</td>
    <td data-label=${t.mad} class="numeric">${found === null ? "–" : show(found.mad)}</td>
    <td data-label=${t.interval} class="numeric">
      ${found === null
        ? "–"
        : html`<span class="cell-two"
            ><span>${show(found.low)} – ${show(found.high)}</span
            ><span class="quiet">${t.coverage(decimal(found.coverage))}</span></span
          >`}
    </td>
    <td data-label=${t.proposed} class="numeric">
      ${proposed === null
        ? html`<span class="quiet">${why}</span>`
        : html`<strong>${show(proposed)}</strong>`}
    </td>
  </tr>`;
}

function components({ name, components: all }: ProposalService): TemplateResult {
  const t = proposalTexts();
  const left = [t.type, t.resource, t.unit];
  const right = [t.base, t.median, t.mad, t.interval, t.proposed];
  return html`<div class="table-frame" tabindex="0" role="region" aria-label=${`${t.components}: ${name}`}>
    <table class="list plain">
      <thead>
        <tr>
          ${left.map((label) => html`<th scope="col">${label}</th>`)}
          ${right.map((label) => html`<th scope="col" class="numeric">${label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${all.flatMap((component) => component.parts.map((part) => partRow(component, part)))}
      </tbody>
    </table>
  </div>`;
}

function outliers({ components: all }: ProposalService): TemplateResult | typeof nothing {
  const t = proposalTexts();
  const found = all.flatMap(({ resource, unit, parts }) =>
    parts.flatMap(({ part, outliers: far }) =>
      far.map((outlier) => ({ outlier, what: `${resource}${t.parts[part]}`, unit })),
    ),
  );
  if (found.length === 0) return nothing;
  return html`<h4>${t.outliers}</h4>
    <ul class="far-list">
      ${found.map(
        ({ outlier, what, unit }) =>
          html`<li data-testid="proposal-outlier">
            <a href=${place(outlier)}
              >${t.outlier(outlier.provinceName, what, `${show(outlier.value)} ${unit}`)}</a
            >
            <span class="badge warning">${texts().compare.far(outlier)}</span>
          </li>`,
      )}
    </ul>`;
}

function amount(dong: number | null): TemplateResult {
  return dong === null
    ? html`<span class="quiet">${proposalTexts().unknown}</span>`
    : html`${formatDong(dong)}`;
}

function effectRow(effect: ProposalEffect): TemplateResult {
  const t = proposalTexts();
  return html`<tr data-testid="proposal-effect">
    <td data-label=${t.province}><a href=${place(effect.place)}>${effect.provinceName}</a></td>
    <td data-label=${t.before} class="numeric">${amount(effect.beforeDong)}</td>
    <td data-label=${t.after} class="numeric">${amount(effect.afterDong)}</td>
    <td data-label=${t.difference} class="numeric">
      ${effect.why === null ? differenceText(effect) : html`<span class="quiet">${effect.why}</span>`}
    </td>
  </tr>`;
}

function effects({ effects: all, published, unit, name }: ProposalService): TemplateResult | typeof nothing {
  const t = proposalTexts();
  if (all.length === 0) return nothing;
  const sorted = [...all].sort((a, b) => Math.abs(b.differenceDong ?? 0) - Math.abs(a.differenceDong ?? 0));
  const label = `${t.effects} (${t.perUnit(unit)})`;
  return html`<h4>${label}</h4>
    <p class="quiet">${t.effectsLead}</p>
    <div class="table-frame" tabindex="0" role="region" aria-label=${`${label}: ${name}`}>
      <table class="list plain">
        <thead>
          <tr>
            <th scope="col">${t.province}</th>
            ${[t.before, t.after, t.difference].map(
              (heading) => html`<th scope="col" class="numeric">${heading}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${sorted.map(effectRow)}
          <tr>
            <td data-label=${t.province}><em>${t.published}</em></td>
            <td data-label=${t.before} class="numeric">${amount(published.beforeDong)}</td>
            <td data-label=${t.after} class="numeric">${amount(published.afterDong)}</td>
            <td data-label=${t.difference} class="numeric">${differenceText(published)}</td>
          </tr>
        </tbody>
      </table>
    </div>`;
}

export function serviceCard(service: ProposalService): TemplateResult {
  const t = proposalTexts();
  return html`<article class="card" data-testid="proposal-service">
    <h3>${service.name}</h3>
    <p class="quiet">
      ${t.counts(service.provinces, service.submissions)} ·
      ${service.code === null ? t.noCode : t.asCode(service.code)}
    </p>
    ${components(service)} ${outliers(service)} ${effects(service)}
  </article>`;
}
