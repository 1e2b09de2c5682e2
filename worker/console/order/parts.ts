/** Parts that the pages of ordering share: their navigation, choices of year and province, marks of a figure. */
import { html, nothing, type TemplateResult } from "lit";
import type { Verified } from "../../../shared/kernel/citation.ts";
import { PROVINCES } from "../../../shared/law/provinces.ts";
import { readSession } from "../lib/session.ts";
import { orderTexts } from "../texts/order.ts";

export const PARTS = ["book", "catalogue", "autonomy", "papers", "year"] as const;
export type Part = (typeof PARTS)[number];

const ADDRESS: Readonly<Record<Part, string>> = {
  book: "#/dat-hang",
  catalogue: "#/dat-hang/danh-muc",
  autonomy: "#/dat-hang/tu-chu",
  papers: "#/dat-hang/mau",
  year: "#/bao-cao-nam",
};

/** What a role may open: the steward publishes the catalogue and sees no orders. */
export function partsFor(role: string | undefined): readonly Part[] {
  if (role === "steward") return ["catalogue"];
  return role === "drafter" ? PARTS.filter((part) => part !== "papers") : PARTS;
}

/** Where a role begins: the steward sees no orders, only the catalogue. */
export function orderAddress(role: string | undefined): string {
  return ADDRESS[partsFor(role)[0] ?? "book"];
}

export function orderNav(current: Part): TemplateResult {
  const t = orderTexts();
  return html`<nav class="order-nav" aria-label=${t.sections}>
    ${partsFor(readSession()?.person.role).map(
      (part) =>
        html`<a
          href=${ADDRESS[part]}
          aria-current=${part === current ? "page" : nothing}
          data-testid=${`part-${part}`}
          >${t.parts[part]}</a
        >`,
    )}
  </nav>`;
}

export function pageHead(heading: string, lead: string, current: Part): TemplateResult {
  return html`<div class="page-head">
      <h1>${heading}</h1>
      <p class="quiet">${lead}</p>
    </div>
    ${orderNav(current)}`;
}

export function choice(
  label: string,
  value: string,
  items: readonly (readonly [string, string])[],
  take: (value: string) => void,
  testId = "",
): TemplateResult {
  return html`<label class="field"
    ><span>${label}</span
    ><select
      class="input"
      data-testid=${testId === "" ? nothing : testId}
      @change=${(event: Event) => take((event.target as HTMLSelectElement).value)}
    >
      ${items.map(([id, name]) => html`<option value=${id} ?selected=${id === value}>${name}</option>`)}
    </select></label
  >`;
}

/** Only who sees several provinces chooses one. */
export function provinceChoice(
  value: string,
  take: (value: string) => void,
  withAll: boolean,
): TemplateResult | typeof nothing {
  if ((readSession()?.person.organisation.provinceCode ?? null) !== null) return nothing;
  const t = orderTexts();
  const all = withAll ? [["", t.allProvinces] as const] : [];
  return choice(
    t.province,
    value,
    [...all, ...PROVINCES.map(({ code, name }) => [code, name] as const)],
    take,
  );
}

export function yearChoice(
  years: readonly number[],
  year: number | null,
  take: (value: string) => void,
): TemplateResult {
  const items = years.map((each) => [String(each), String(each)] as const);
  return choice(orderTexts().year, year === null ? "" : String(year), items, take, "year");
}

/** Nothing for a figure read in its text: only doubt is said. */
export function mark(verified: Verified | null): TemplateResult | typeof nothing {
  if (verified === null || verified === "text") return nothing;
  return html`<span class="mark-unchecked">${orderTexts().unchecked[verified]}</span>`;
}

/** A bar with its figure; the figure is what is read out. */
export function bar(percent: string | null): TemplateResult {
  if (percent === null) return html`<span class="quiet">–</span>`;
  const shown = percent.replace(".", ",");
  const width = Math.min(100, Math.max(0, Number(percent)));
  return html`<span class="done-bar"
    ><svg class="done-track" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect width=${width} height="8" class="done-fill"></rect></svg
    ><span>${shown} %</span></span
  >`;
}

/** "1.234.567" → 1234567; null for nothing; NaN never: what is not a number is null too. */
export function readAmount(text: FormDataEntryValue | null): number | null {
  const digits = String(text ?? "").replace(/[.\s\u00a0đ]/g, "");
  return /^\d{1,15}$/.test(digits) ? Number(digits) : null;
}

export const textOf = (form: FormData, name: string): string => String(form.get(name) ?? "").trim();
