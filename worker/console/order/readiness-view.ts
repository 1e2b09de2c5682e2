/** How the readiness of a service or a line is shown: a badge for each thing issued, the route, and why. */
import { html, type TemplateResult } from "lit";
import type { ReadinessView } from "../../../shared/contract/catalogue.ts";
import {
  FACT_KINDS,
  ROUTE_LABEL,
  type FactKind,
  type FactStatus,
  type MoneyRoute,
} from "../../../shared/plan/ordering.ts";
import { lang } from "../texts/index.ts";
import { orderTexts } from "../texts/order.ts";
import { mark } from "./parts.ts";

const TONE: Readonly<Record<FactStatus, string>> = {
  issued: "agreed",
  unchecked: "waiting",
  missing: "ended",
};
const ROUTE_TONE: Readonly<Record<MoneyRoute, string>> = {
  order: "agreed",
  assign: "waiting",
  neither: "refused",
  unknown: "ended",
};

export function factBadge({ facts }: ReadinessView, kind: FactKind): TemplateResult {
  const { status } = facts[kind];
  return html`<span class=${`badge ${TONE[status]}`}>${orderTexts().catalogue.status[status]}</span>`;
}

export function routeBadge({ route, sure }: ReadinessView): TemplateResult {
  const doubt = route === "order" && !sure ? mark("secondary") : "";
  return html`<span class="cell-two"
    ><span class=${`badge ${ROUTE_TONE[route]}`} data-route=${route}>${ROUTE_LABEL[route][lang()]}</span
    >${doubt}</span
  >`;
}

export function factCells(readiness: ReadinessView): TemplateResult[] {
  const t = orderTexts().catalogue;
  return FACT_KINDS.map((kind) => html`<td data-label=${t.facts[kind]}>${factBadge(readiness, kind)}</td>`);
}

/** Folded away: the sentences are the same for most services. */
export function whyCell({ reasons, effect }: ReadinessView): TemplateResult {
  const t = orderTexts().catalogue;
  const said = ({ text, textEn }: { text: string; textEn: string }) => (lang() === "en" ? textEn : text);
  const [first] = reasons;
  return html`<details class="why">
    <summary>${first === undefined ? "" : said(first)}</summary>
    <ul>
      ${reasons.map(
        (reason) =>
          html`<li>${said(reason)} <span class="quiet">${reason.basis}</span> ${mark(reason.verified)}</li>`,
      )}
      <li>
        <strong>${t.effect}:</strong> ${said(effect)} <span class="quiet">${effect.basis}</span> ${mark(
          effect.verified,
        )}
      </li>
    </ul>
  </details>`;
}
