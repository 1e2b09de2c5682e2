/** The words about one cell: all its findings, and the recomputed figure. Used by the tooltip and the side panel. */
import { html, nothing, type TemplateResult } from "lit";
import type { Finding } from "../../../shared/kernel/finding.ts";
import { money } from "../lib/format.ts";
import { texts } from "../texts/index.ts";
import { severityIcon } from "./icons.ts";
import type { Mark } from "./sheet-model.ts";

export function findingFacts(finding: Finding): TemplateResult {
  const t = texts().finding;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t.found, finding.found],
    [t.expected, finding.expected],
    [t.difference, finding.differenceDong === undefined ? undefined : money(finding.differenceDong)],
    [t.basis, finding.basis],
    [t.remedy, finding.remedy],
  ];
  return html`<dl class="facts">
    ${facts.map(([name, value]) =>
      value === undefined || value === ""
        ? nothing
        : html`<dt>${name}</dt>
            <dd>${value}</dd>`,
    )}
  </dl>`;
}

export function markTip(mark: Mark): TemplateResult {
  const t = texts();
  const spoken = mark.findings.some((finding) => finding.rule === "KC-TT-001");
  return html`${mark.findings.map(
    (finding) =>
      html`<div class="tip-item">
        <p class="tip-head ${finding.severity}">
          ${severityIcon(finding.severity)}<strong>${t.severity[finding.severity]}</strong
          ><code>${finding.rule}</code>
        </p>
        <p>${finding.message}</p>
        ${findingFacts(finding)}
      </div>`,
  )}${mark.difference === null || spoken
    ? nothing
    : html`<div class="tip-item">
        <p class="tip-head ${mark.severity}">
          ${severityIcon(mark.severity)}<strong>${t.finding.recomputedTitle}</strong>
        </p>
        <dl class="facts">
          <dt>${t.finding.found}</dt>
          <dd>${mark.difference.found}</dd>
          <dt>${t.finding.expected}</dt>
          <dd>${mark.difference.expected}</dd>
          <dt>${t.finding.basis}</dt>
          <dd>${mark.difference.basis}</dd>
        </dl>
      </div>`}`;
}
