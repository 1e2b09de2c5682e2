/** Waivers of a submission: what stands beside a finding, and the list with what the person may do. */
import { html, nothing, type TemplateResult } from "lit";
import type { SubmissionDetail } from "../../../shared/contract/submission.ts";
import type { WaiverRequest } from "../../../shared/contract/waiver.ts";
import { WAIVER_ROLES, type Waiver, type WaiverWord } from "../../../shared/plan/waivers.ts";
import { formatMoment } from "../lib/format.ts";
import { readSession } from "../lib/session.ts";
import { lang } from "../texts/index.ts";
import { waiverTexts } from "../texts/waivers.ts";
import type { AskedAction, Decision } from "./types.ts";

/** What is asked for; an empty rule is typed into the dialog. */
export interface WaiverAsk {
  readonly step: WaiverRequest["step"];
  readonly rule: string;
  readonly waiver: string;
}

export function askedAction({ step, rule }: WaiverAsk): AskedAction {
  const { label, lead } = waiverTexts().steps[step];
  const named = rule === "" ? waiverTexts().askOther : label(rule);
  return {
    action: "waiver",
    label: named,
    labelEn: named,
    commentRequired: step !== "confirm",
    needsOtherPerson: false,
    lead,
    asksRule: rule === "",
  };
}

export function requestOf({ step, rule, waiver }: WaiverAsk, decision: Decision): WaiverRequest {
  const reason = decision.comment;
  return step === "waive"
    ? { step, rule: rule === "" ? decision.rule : rule, reason }
    : { step, waiver, reason };
}

/** What has come of it, in words: a waiver that waits is not yet one. */
export function outcomeOf(request: WaiverRequest, waivers: readonly Waiver[]): string {
  const changed =
    request.step === "waive"
      ? waivers.findLast(({ rule }) => rule === request.rule)
      : waivers.find(({ id }) => id === request.waiver);
  return changed === undefined ? "" : waiverTexts().done(changed.rule, changed.state);
}

function word(label: string, said: WaiverWord | null): TemplateResult | typeof nothing {
  if (said === null) return nothing;
  return html`<p class="quiet">
    ${label}: ${said.name}, ${formatMoment(said.at)}${said.note === "" ? "" : ` – ${said.note}`}
  </p>`;
}

function buttons(waiver: Waiver, ask: (ask: WaiverAsk) => void): TemplateResult | typeof nothing {
  const t = waiverTexts();
  const own = readSession()?.person.id === waiver.by.id;
  const button = (step: "confirm" | "refuse" | "revoke", disabled = false) =>
    html`<fluent-button
      size="small"
      data-testid=${`waiver-${step}`}
      ?disabled=${disabled}
      @click=${() => ask({ step, rule: waiver.rule, waiver: waiver.id })}
      >${t.steps[step].label(waiver.rule)}</fluent-button
    >`;
  if (waiver.state === "granted") return button("revoke");
  if (waiver.state !== "proposed") return nothing;
  return html`${button("confirm", own)} ${button("refuse")}
  ${own ? html`<p class="quiet">${t.ownProposal}</p>` : nothing}`;
}

/** Nothing at all where there is neither a waiver nor somebody who may make one. */
export function waiversSection(
  { waivers }: SubmissionDetail,
  ask: (ask: WaiverAsk) => void,
): TemplateResult | typeof nothing {
  const t = waiverTexts();
  const role = readSession()?.person.role;
  const mayWaive = WAIVER_ROLES.some((each) => each === role);
  if (waivers.length === 0 && !mayWaive) return nothing;
  return html`<section class="waivers" aria-labelledby="waivers-heading" data-testid="waivers" lang=${lang()}>
    <h3 id="waivers-heading">${t.heading}</h3>
    <p class="quiet">${t.lead}</p>
    <ul>
      ${waivers.toReversed().map(
        (waiver) =>
          html`<li data-state=${waiver.state}>
            <p><code>${waiver.rule}</code> <strong>${t.states[waiver.state]}</strong></p>
            ${word(
              waiver.state === "granted" && waiver.decided === null ? t.grantedBy : t.proposedBy,
              waiver.by,
            )}
            ${word(waiver.state === "refused" ? t.refusedBy : t.confirmedBy, waiver.decided)}
            ${word(t.revokedBy, waiver.revoked)} ${mayWaive ? buttons(waiver, ask) : nothing}
          </li>`,
      )}
    </ul>
    ${mayWaive
      ? html`<fluent-button
          size="small"
          data-testid="waive-other"
          @click=${() => ask({ step: "waive", rule: "", waiver: "" })}
          >${t.askOther}</fluent-button
        >`
      : nothing}
  </section>`;
}
