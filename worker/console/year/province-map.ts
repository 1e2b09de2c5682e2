/** The 34 provinces as tiles where they lie to one another: who sent, and where it stands. A list to whoever cannot see it. */
import { html, type TemplateResult } from "lit";
import type { ProvinceRow } from "../../../shared/contract/plan-summary.ts";
import { STATE_LABEL } from "../../../shared/plan/states.ts";
import { stateTone } from "../parts/badges.ts";
import { lang } from "../texts/index.ts";
import { summaryTexts } from "../texts/summary.ts";
import { ROWS } from "./province-places.ts";

function tile(row: ProvinceRow, year: number | null): TemplateResult {
  const t = summaryTexts();
  const { newest } = row;
  const state = newest === null ? t.notSent : STATE_LABEL[newest.state][lang()];
  const label = `${row.provinceName}: ${state}${newest === null ? "" : `, ${t.deAn(row.deAn)}`}`;
  const inside = html`<span class="map-name">${row.provinceName}</span
    ><span class="map-count" aria-hidden="true">${newest === null ? "–" : row.deAn}</span>`;
  return html`<li>
    ${newest === null
      ? html`<span class="map-cell" title=${label}>${inside}<span class="sr-only">: ${state}</span></span>`
      : html`<a
          class="map-cell badge ${stateTone(newest.state)}"
          href=${`#/?province=${row.provinceCode}&year=${year ?? ""}`}
          aria-label=${label}
          title=${label}
          data-testid="map-cell"
          >${inside}</a
        >`}
  </li>`;
}

export function provinceMap(rows: readonly ProvinceRow[], year: number | null): TemplateResult {
  const byCode = new Map(rows.map((row) => [row.provinceCode, row]));
  return html`<figure class="province-map">
    <ul data-testid="province-map" aria-label=${summaryTexts().map}>
      ${ROWS.flat().map((code) => {
        const found = byCode.get(code);
        return found === undefined ? html`<li aria-hidden="true"></li>` : tile(found, year);
      })}
    </ul>
    <figcaption class="quiet">${summaryTexts().mapNote}</figcaption>
  </figure>`;
}
