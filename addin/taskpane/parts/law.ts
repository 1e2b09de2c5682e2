/** A citation as shown everywhere in the pane: in words, with its dates and its mark. */
import { html, type TemplateResult } from "lit";
import type { CitationView, Verified } from "../../../shared/kernel/citation.ts";
import { formatDate } from "../../../shared/kernel/date.ts";
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
