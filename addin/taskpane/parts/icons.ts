/** Small line icons, drawn here; always beside text or with a label elsewhere, so hidden from assistive tools. */
import { html, svg, type TemplateResult } from "lit";
import type { Severity } from "../../../shared/kernel/finding.ts";

function icon(body: TemplateResult, className = ""): TemplateResult {
  return html`<svg class="icon ${className}" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    ${body}
  </svg>`;
}

const stroke = (d: string, className = "") => icon(svg`<path d=${d} />`, className);

export const plusIcon = () => stroke("M8 3v10M3 8h10");
export const trashIcon = () =>
  stroke("M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5M6.8 7v3.6M9.2 7v3.6");
export const refreshIcon = () => stroke("M13 8a5 5 0 1 1-1.6-3.7M13 2.8v2.7h-2.7");
export const personIcon = () =>
  stroke("M8 8.2a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4ZM2.8 13.6c.7-2.3 2.7-3.6 5.2-3.6s4.5 1.3 5.2 3.6");
export const targetIcon = () => stroke("M3 8h9.5M9 4.5 12.5 8 9 11.5");
export const searchIcon = () => stroke("M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM10.4 10.4 14 14");
export const editIcon = () => stroke("M3 13h2.5L13 5.5 10.5 3 3 10.5zM9 4.5 11.5 7");
export const copyIcon = () => stroke("M5.5 5.5V3h7.5v7.5h-2.5M3 5.5h7.5V13H3z");
export const undoIcon = () => stroke("M5.5 3 2.5 6l3 3M3 6h6.5a3.5 3.5 0 0 1 0 7H6");
export const downloadIcon = () => stroke("M8 2.5v7M5 7l3 3 3-3M3 13h10");
export const backIcon = () => stroke("M13 8H3.5M7 4.5 3.5 8 7 11.5");
export const sendIcon = () => stroke("M2.5 8 13.5 3l-4 10.5-2.3-4.2z");
export const sheetIcon = () => stroke("M2.5 3h11v10h-11zM2.5 6.3h11M2.5 9.6h11M6.2 3v10");

const SHAPES: Readonly<Record<Severity | "ok", TemplateResult>> = {
  error: svg`<circle cx="8" cy="8" r="6.5" /><path d="M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4" />`,
  warning: svg`<path d="M8 2 14.5 13.5h-13z" /><path d="M8 6.5v3.2M8 11.4v.4" />`,
  info: svg`<circle cx="8" cy="8" r="6.5" /><path d="M8 7.3v4M8 4.6v.5" />`,
  ok: svg`<circle cx="8" cy="8" r="6.5" /><path d="M5 8.2l2.1 2.1L11 6" />`,
};

export function severityIcon(severity: Severity | "ok"): TemplateResult {
  return icon(SHAPES[severity], severity);
}
