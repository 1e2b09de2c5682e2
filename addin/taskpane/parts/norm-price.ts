/** The live price of a drafted norm, and the norm beside others. */
import { html, nothing, type TemplateResult } from "lit";
import { formatDate } from "../../../shared/kernel/date.ts";
import type { NormReading } from "../../../shared/norms/book.ts";
import { weakestInTree } from "../../../shared/norms/pricing/marks.ts";
import { STATUS_LABEL } from "../../../shared/norms/model.ts";
import { money } from "../model/amount.ts";
import { compareNorms, otherPriceDong, sameService, type ComparedLine } from "../model/norm-compare.ts";
import { lang, texts } from "../texts/index.ts";
import { select } from "./field.ts";
import { moneyTable, type MoneyRow } from "./money-table.ts";
import { notice } from "./notice.ts";
import { normManagement } from "./norm-about.ts";
import { fieldId, type NormPart } from "./norm-part.ts";

const SHOWN_PARTS = ["VL", "NC", "M", "KH", "QL"] as const;

export function normPrice(part: NormPart, province: string): TemplateResult {
  const t = texts().norms;
  const { price, missing, refusal } = part.evaluation;
  const mark = price === null ? null : weakestInTree(price.total);
  return html`<h3>${t.priceTitle}</h3>
    <p class="quiet">${t.priceAt(formatDate(part.context.date), province)}</p>
    ${normManagement(part)}
    <dl class="sums" aria-live="polite" data-testid="norm-price">
      ${price === null
        ? nothing
        : SHOWN_PARTS.filter((id) => price.parts[id].dong !== 0).map(
            (id) =>
              html`<div>
                <dt>${t.parts[id]}</dt>
                <dd>${money(price.parts[id].dong)}</dd>
              </div>`,
          )}
      <div class="strong">
        <dt>${t.total(part.draft.unit)}</dt>
        <dd data-testid="norm-total">
          ${price === null ? html`<span class="pending">${t.notYet}</span>` : money(price.total.dong)}
        </dd>
      </div>
    </dl>
    ${price === null && missing.length === 0 && refusal === null
      ? html`<p class="quiet">${t.notYetWhy}</p>`
      : nothing}
    ${missing.length === 0 ? nothing : notice("warning", t.missingPrices([...new Set(missing)].join(", ")))}
    ${refusal === null ? nothing : notice("warning", refusal[lang()])}
    ${mark === null || mark === "text" ? nothing : html`<p class="quiet">${t.doubtful}</p>`}`;
}

function comparedRow(line: ComparedLine): MoneyRow {
  const absent = texts().norms.compareAbsent;
  return {
    head: html`${line.resource}<span class="quiet"> (${line.type}, ${line.unit})</span>`,
    cells: [line.mine ?? absent, line.theirs ?? absent, line.difference === "" ? "–" : line.difference],
  };
}

function comparedTable(part: NormPart, other: NormReading): TemplateResult {
  const t = texts().norms;
  const lines = compareNorms(part.evaluation.norm, other.norm);
  const differing = lines.filter((line) => line.differs);
  const theirs = otherPriceDong(other.norm.code, part.context);
  const mine = part.evaluation.price?.total.dong ?? null;
  const gap = theirs === null || mine === null ? null : mine - theirs;
  return html`<p class="quiet">
      ${other.book.title}
      (${other.book.status === "ban-hanh" ? STATUS_LABEL[other.book.status][lang()] : other.book.label})
    </p>
    ${differing.length === 0
      ? html`<p>${t.compareEqual}</p>`
      : moneyTable({
          label: t.compareTitle,
          testId: "norm-compare",
          columns: [t.resource, t.compareMine, t.compareTheirs, t.compareDifference],
          rows: differing.map(comparedRow),
        })}
    ${lines.length === differing.length
      ? nothing
      : html`<p class="quiet">${t.compareSame(lines.length - differing.length)}</p>`}
    ${gap === null
      ? nothing
      : html`<p>${t.comparePrice(`${gap > 0 ? "+" : gap < 0 ? "−" : ""}${money(Math.abs(gap))}`)}</p>`}`;
}

/** `chosen` is "book|code" of the norm shown; "" = the likest. */
export function normCompare(part: NormPart, chosen: string, choose: (key: string) => void): TemplateResult {
  const t = texts().norms;
  const others = sameService(part.evaluation.norm, part.draft.copiedFrom, part.context.norms);
  const keyOf = ({ norm, book }: NormReading) => `${book.id}|${norm.code}`;
  const other = others.find((reading) => keyOf(reading) === chosen) ?? others[0];
  return html`<details>
    <summary>${t.compareTitle}</summary>
    <div class="stack">
      ${other === undefined
        ? html`<p class="quiet">${t.compareNone}</p>`
        : html`${select({
            id: fieldId("compare"),
            label: t.compareWith,
            value: keyOf(other),
            options: others.map((reading) => ({
              value: keyOf(reading),
              text: `${reading.norm.code} ${reading.norm.name}`,
            })),
            onChange: choose,
          })}
          ${comparedTable(part, other)}`}
    </div>
  </details>`;
}
