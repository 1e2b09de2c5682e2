/** Small line icons, drawn here; always beside text or with a label elsewhere, so hidden from assistive tools. */
import { svg, html, type TemplateResult } from "lit";
import type { Severity } from "../../../shared/kernel/finding.ts";

function icon(body: TemplateResult, className = ""): TemplateResult {
  return html`<svg
    class="icon ${className}"
    viewBox="0 0 16 16"
    width="16"
    height="16"
    aria-hidden="true"
    focusable="false"
  >
    ${body}
  </svg>`;
}

export const errorIcon = () =>
  icon(
    svg`<circle cx="8" cy="8" r="7" fill="currentColor"/><path d="M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2" class="cut"/>`,
    "error",
  );
export const warningIcon = () =>
  icon(
    svg`<path d="M8 1.2 15.4 14.4H.6z" fill="currentColor"/><path d="M8 6v4M8 11.8v.9" class="cut"/>`,
    "warning",
  );
export const infoIcon = () =>
  icon(svg`<circle cx="8" cy="8" r="7" fill="currentColor"/><path d="M8 7.2V12M8 4v1" class="cut"/>`, "info");
export const okIcon = () =>
  icon(
    svg`<circle cx="8" cy="8" r="7" fill="currentColor"/><path d="M4.8 8.3l2.3 2.3 4.2-4.8" class="cut"/>`,
    "ok",
  );
export const commentIcon = () =>
  icon(
    svg`<path d="M2 3h12v8H7.5L4 14v-3H2z" class="line"/><path d="M4.5 6h7M4.5 8.3h4.5" class="line"/>`,
    "comment",
  );
export const copyIcon = () =>
  icon(
    svg`<rect x="5.5" y="5.5" width="8" height="8.5" rx="1" class="line"/><path d="M10.5 3H3.5A1 1 0 0 0 2.5 4v7.5" class="line"/>`,
  );
export const downloadIcon = () => icon(svg`<path d="M8 2v8M4.8 7 8 10.2 11.2 7M2.5 13.5h11" class="line"/>`);
export const backIcon = () => icon(svg`<path d="M10 3 5 8l5 5" class="line"/>`);
export const printIcon = () =>
  icon(svg`<path d="M4.5 6V2.5h7V6M4.5 11.5h-2V6.3h11v5.2h-2M4.5 9.5h7v4h-7z" class="line"/>`);
export const searchIcon = () =>
  icon(svg`<circle cx="7" cy="7" r="4.3" class="line"/><path d="M10.2 10.2 14 14" class="line"/>`);
const themeIcons = {
  system: () =>
    icon(
      svg`<circle cx="8" cy="8" r="5.5" class="line"/><path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor"/>`,
    ),
  light: () =>
    icon(
      svg`<circle cx="8" cy="8" r="3" class="line"/><path d="M8 1.2v2M8 12.8v2M1.2 8h2M12.8 8h2M3.2 3.2l1.4 1.4M11.4 11.4l1.4 1.4M12.8 3.2l-1.4 1.4M4.6 11.4l-1.4 1.4" class="line"/>`,
    ),
  dark: () => icon(svg`<path d="M13 9.6A5.6 5.6 0 0 1 6.4 3a5.6 5.6 0 1 0 6.6 6.6z" class="line"/>`),
} as const;

export function themeIcon(choice: keyof typeof themeIcons): TemplateResult {
  return themeIcons[choice]();
}
export const lockIcon = () =>
  icon(
    svg`<rect x="3" y="7" width="10" height="7" rx="1" class="line"/><path d="M5 7V5a3 3 0 0 1 6 0v2" class="line"/>`,
  );

const BY_SEVERITY = { error: errorIcon, warning: warningIcon, info: infoIcon } as const;

export function severityIcon(severity: Severity): TemplateResult {
  return BY_SEVERITY[severity]();
}

/** The product's mark, the same as in Excel's ribbon; on the dark bar it stands on white. */
export const brandMark = () => html`<img class="mark" src="/icons/icon.svg" width="24" height="24" alt="" />`;
