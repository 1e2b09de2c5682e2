import { html, nothing, type TemplateResult } from "lit";
import { STATE_LABEL, type State } from "../../../shared/plan/states.ts";
import { lang, texts } from "../texts/index.ts";
import { errorIcon, infoIcon, okIcon, warningIcon } from "./icons.ts";

/** Colour says whose turn it is: waiting, at work, sent back, agreed, ended. The words say it too. */
const TONE: Readonly<Record<State, string>> = {
  submitted: "waiting",
  province_approved: "waiting",
  ministry_review: "working",
  returned: "back",
  accepted: "agreed",
  ordered: "ordered",
  in_progress: "working",
  accepted_work: "agreed",
  settled: "ordered",
  withdrawn: "ended",
  rejected: "refused",
};

export function stateTone(state: State): string {
  return TONE[state];
}

export function stateBadge(state: State): TemplateResult {
  return html`<span class="badge ${TONE[state]}" data-testid="state" data-state=${state}
    >${STATE_LABEL[state][lang()]}</span
  >`;
}

export interface Counts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

export function countBadges(counts: Counts): TemplateResult {
  const t = texts().severity;
  if (counts.error + counts.warning + counts.info === 0)
    return html`<span class="count ok">${okIcon()}${t.clean}</span>`;
  return html`<span class="counts">
    ${counts.error === 0
      ? nothing
      : html`<span class="count error">${errorIcon()}${t.errors(counts.error)}</span>`}
    ${counts.warning === 0
      ? nothing
      : html`<span class="count warning">${warningIcon()}${t.warnings(counts.warning)}</span>`}
    ${counts.info === 0
      ? nothing
      : html`<span class="count info">${infoIcon()}${t.infos(counts.info)}</span>`}
  </span>`;
}
