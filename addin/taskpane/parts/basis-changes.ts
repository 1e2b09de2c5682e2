/** What a newer basis would change, section by section; a section without a change is not shown. */
import { html, nothing, type TemplateResult } from "lit";
import { formatDate } from "../../../shared/kernel/date.ts";
import type { CellValue } from "../../../shared/kernel/flat.ts";
import { formatDong } from "../../../shared/kernel/money.ts";
import { formatQuantity } from "../../../shared/kernel/quantity.ts";
import type { LevelPeriod } from "../../../shared/law/types.ts";
import type { PriceReading } from "../../../shared/norms/prices.ts";
import type {
  BasisChanges,
  MoneyChange,
  ParameterChange,
  UsedNormChange,
} from "../../../shared/workbook/basis-changes.ts";
import type { CellChange } from "../../../shared/workbook/worked-out.ts";
import { money } from "../model/amount.ts";
import { basisUpdateTexts } from "../texts/basis-update.ts";
import { lang } from "../texts/index.ts";
import { normUpdateTexts } from "../texts/norm-update.ts";
import { citation, showReading, verifiedBadge } from "./law.ts";
import { notice } from "./notice.ts";

const MOST_CELLS = 20;
const MOST_NAMED = 3;

function list(
  title: string,
  items: readonly TemplateResult[],
  kind: string,
): TemplateResult | typeof nothing {
  if (items.length === 0) return nothing;
  return html`<h4>${title}</h4>
    <ul class="basis-list" data-testid="basis-${kind}">
      ${items.map((item) => html`<li>${item}</li>`)}
    </ul>`;
}

function parameterItem({ id, label, before, after }: ParameterChange): TemplateResult {
  const [was, is] = [showReading(before), showReading(after)];
  return html`<p>${lang() === "vi" ? label.vi : label.en} <code>${id}</code></p>
    <p class="was-is">${was === is ? html`<b>${is}</b>` : html`${was} → <b>${is}</b>`}</p>
    ${after === null ? nothing : citation(after.cite)}`;
}

function priceItem(
  resource: string,
  before: PriceReading | null,
  after: PriceReading | null,
): TemplateResult {
  const t = basisUpdateTexts();
  const shown = (price: PriceReading | null) =>
    price === null ? t.none : `${money(price.entry.priceDong)}/${price.entry.unit}`;
  const known = after ?? before;
  return html`<p>${resource}</p>
    <p class="was-is">${shown(before)} → <b>${shown(after)}</b></p>
    ${known === null
      ? nothing
      : html`<p class="citation">
          ${t.priceFrom(known.entry.source, known.book.title)} ${verifiedBadge(known.book.verified)}
        </p>`}`;
}

function normItem({ code, name, beforeBook, afterBook, lines }: UsedNormChange): TemplateResult {
  const t = basisUpdateTexts();
  const words = normUpdateTexts();
  return html`<p>${code} · ${name}</p>
    <p class="was-is">${beforeBook ?? t.none} → <b>${afterBook ?? t.none}</b></p>
    ${lines.map(
      ({ type, resource, unit, before, after }) =>
        html`<p class="quiet">
          ${words.line(type, resource, unit)}: ${before === null ? t.none : formatQuantity(before)} →
          <b>${after === null ? t.none : formatQuantity(after)}</b>
        </p>`,
    )}`;
}

function periodText(period: LevelPeriod | null): string {
  const t = basisUpdateTexts();
  if (period === null) return t.none;
  return t.period(formatDate(period.from), period.to === undefined ? null : formatDate(period.to));
}

function difference({ beforeDong, afterDong }: MoneyChange): string {
  if (beforeDong === null || afterDong === null) return "";
  const by = afterDong - beforeDong;
  return `${by > 0 ? "+" : ""}${money(by)}`;
}

function moneyItem(label: string, change: MoneyChange): TemplateResult {
  const t = basisUpdateTexts();
  const shown = (dong: number | null) => (dong === null ? t.none : money(dong));
  return html`<p>${label}</p>
    <p class="was-is">
      ${shown(change.beforeDong)} → <b>${shown(change.afterDong)}</b>
      <span class="quiet">${difference(change)}</span>
    </p>`;
}

function moneyItems({ deAn, total }: BasisChanges): TemplateResult[] {
  const t = basisUpdateTexts();
  const differs = ({ beforeDong, afterDong }: MoneyChange) => beforeDong !== afterDong;
  const lines = deAn.flatMap(({ code, name, total: sum, ceiling }) => {
    const label = `${code} ${name}`.trim();
    return [
      ...(differs(sum) ? [moneyItem(t.totalOf(label), sum)] : []),
      ...(differs(ceiling) ? [moneyItem(t.ceilingOf(label), ceiling)] : []),
    ];
  });
  return [...(differs(total) ? [moneyItem(t.planTotal, total)] : []), ...lines];
}

const shownValue = (value: CellValue) =>
  typeof value === "number" && Number.isSafeInteger(value) ? formatDong(value) : String(value ?? "–");

function cellList(cells: readonly CellChange[], goTo: (cell: CellChange) => void): TemplateResult {
  const t = basisUpdateTexts();
  if (cells.length === 0) return html`<p class="quiet" data-testid="basis-no-cells">${t.noCells}</p>`;
  return html`<details data-testid="basis-cells">
    <summary>${t.cells(cells.length)}</summary>
    <ul class="basis-list">
      ${cells.slice(0, MOST_CELLS).map(
        (cell) =>
          html`<li>
            <button class="link" @click=${() => goTo(cell)}>${cell.sheet}!${cell.address}</button>
            <p class="was-is">${shownValue(cell.before)} → <b>${shownValue(cell.after)}</b></p>
          </li>`,
      )}
    </ul>
    ${cells.length > MOST_CELLS
      ? html`<p class="quiet">${t.moreCells(cells.length - MOST_CELLS)}</p>`
      : nothing}
  </details>`;
}

function unfollowed({ unfollowed: cells }: BasisChanges): TemplateResult | typeof nothing {
  if (cells.length === 0) return nothing;
  const named = cells.slice(0, MOST_NAMED).map(({ sheet, address }) => `${sheet}!${address}`);
  return notice("warning", basisUpdateTexts().unfollowed(cells.length, named.join(", ")));
}

export function basisSections(changes: BasisChanges, goTo: (cell: CellChange) => void): TemplateResult {
  const t = basisUpdateTexts();
  const { parameters, otherParameters, prices, norms, drafts, rules, levels, cells } = changes;
  const used = [parameters, prices, norms, rules, levels, drafts, cells].some((part) => part.length > 0);
  return html`${used ? nothing : html`<p>${t.nothing}</p>`} ${list(t.effect, moneyItems(changes), "money")}
  ${cellList(cells, goTo)} ${unfollowed(changes)}
  ${list(t.parameters, parameters.map(parameterItem), "parameters")}
  ${otherParameters.length === 0
    ? nothing
    : html`<details data-testid="basis-others">
        <summary>${t.otherParameters(otherParameters.length)}</summary>
        <ul class="basis-list">
          ${otherParameters.map((each) => html`<li>${parameterItem(each)}</li>`)}
        </ul>
      </details>`}
  ${list(
    t.prices,
    prices.map(({ resource, before, after }) => priceItem(resource, before, after)),
    "prices",
  )}
  ${list(t.norms, norms.map(normItem), "norms")}
  ${list(
    t.rules,
    rules.map(
      ({ rule, title, before, after, reason }) =>
        html`<p>${rule} · ${lang() === "vi" ? title.vi : title.en}</p>
          <p class="was-is">${t.modes[before]} → <b>${t.modes[after]}</b></p>
          ${reason === null ? nothing : html`<p class="quiet">${reason}</p>`}`,
    ),
    "rules",
  )}
  ${list(
    t.levels,
    levels.map(
      ({ level, before, after }) =>
        html`<p>${level}</p>
          <p class="was-is">${periodText(before)} → <b>${periodText(after)}</b></p>`,
    ),
    "levels",
  )}
  ${list(
    t.drafts,
    drafts.map(
      ({ title, edition }) =>
        html`<p>${title}, ${edition}</p>
          <p class="quiet">${t.draftHint}</p>`,
    ),
    "drafts",
  )}`;
}
