/** A citation as shown everywhere in the pane: in words, with its dates and its mark. */
import { html, type TemplateResult } from "lit";
import type { CitationView, Verified } from "../../../shared/kernel/citation.ts";
import { formatDate } from "../../../shared/kernel/date.ts";
import { formatDong } from "../../../shared/kernel/money.ts";
import type { Reading } from "../../../shared/law/types.ts";
import { texts } from "../texts/index.ts";

export function verifiedBadge(verified: Verified): TemplateResult {
  const t = texts().app;
  if (verified === "text") return html`<span class="badge ok" data-testid="verified">${t.verified}</span>`;
  return html`<span class="badge unverified" title=${t.unverifiedHelp} data-testid="unverified"
    >${t.unverified}</span
  >`;
}

export function citation(cite: CitationView, verified: Verified = cite.verified): TemplateResult {
  const t = texts().wizard;
  const dates =
    cite.from === null
      ? ""
      : `; ${t.effective(formatDate(cite.from), cite.to === null ? null : formatDate(cite.to))}`;
  return html`<p class="citation">${cite.text}${dates} ${verifiedBadge(verified)}</p>`;
}

/** A figure of law with its unit; a dash where there is none. */
export function showReading(reading: Reading | null): string {
  if (reading === null) return "–";
  const number = Number.isInteger(reading.value)
    ? formatDong(reading.value)
    : String(reading.value).replace(".", ",");
  if (reading.unit === "dong") return `${number}\u00A0${texts().app.dong}`;
  return reading.unit === "percent" ? `${number}\u00A0${texts().basis.percent}` : number;
}
