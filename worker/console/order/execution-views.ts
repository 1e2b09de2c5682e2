/** The lines of an order and the records of one of them, as they are shown. */
import { html, nothing, type TemplateResult } from "lit";
import type { Execution, WorkLineView, WorkRecordView } from "../../../shared/contract/execution.ts";
import { formatDate, type IsoDate } from "../../../shared/kernel/date.ts";
import {
  CHANGE_LABEL,
  RECORD_LABEL,
  WORK_STATE_LABEL,
  type RecordKind,
  type WorkState,
} from "../../../shared/plan/execution.ts";
import { formatMoment, money } from "../lib/format.ts";
import { okIcon } from "../parts/icons.ts";
import { lang } from "../texts/index.ts";
import { orderTexts } from "../texts/order.ts";
import { bar } from "./parts.ts";

const TONE: Readonly<Record<WorkState, string>> = {
  "not-started": "ended",
  running: "working",
  stopped: "refused",
  accepted: "agreed",
  liquidated: "agreed",
  settled: "ordered",
};

const orDash = (amount: number | null) => (amount === null || amount === 0 ? "–" : money(amount));

function rest({ toPayDong, toRefundDong }: WorkLineView): TemplateResult | string {
  const t = orderTexts().work;
  if (toRefundDong > 0) return html`<span class="owed">${t.toRefund(money(toRefundDong))}</span>`;
  return toPayDong > 0 ? t.toPay(money(toPayDong)) : "–";
}

function lineRow(line: WorkLineView, chosen: boolean, choose: (code: string) => void): TemplateResult {
  const t = orderTexts().work;
  const c = t.columns;
  return html`<tr class=${chosen ? "chosen" : ""} data-testid="work-line" data-code=${line.code}>
    <td data-label=${c.line}>
      <span class="cell-two"
        ><button
          type="button"
          class="text-button"
          aria-pressed=${chosen ? "true" : "false"}
          @click=${() => choose(line.code)}
        >
          ${line.code}. ${line.name}</button
        ><span class="quiet">${[line.fund, line.place].filter(Boolean).join(" · ")}</span></span
      >
    </td>
    <td data-label=${c.state}>
      <span class="cell-two"
        ><span class=${`badge ${TONE[line.state]}`} data-state=${line.state}
          >${WORK_STATE_LABEL[line.state][lang()]}</span
        >${line.effective === true
          ? html`<span class="quiet">${okIcon()}${t.effective}</span>`
          : nothing}</span
      >
    </td>
    <td data-label=${c.percent}>${bar(String(line.percent))}</td>
    <td class="numeric strong" data-label=${c.support}>
      <span class="cell-two"
        >${money(line.supportDong)}${line.supportDong === line.orderedDong
          ? nothing
          : html`<span class="quiet">${t.changed(money(line.orderedDong))}</span>`}</span
      >
    </td>
    <td class="numeric" data-label=${c.held}>${orDash(line.heldDong)}</td>
    <td class="numeric" data-label=${c.accepted}>${orDash(line.acceptedDong)}</td>
    <td class="numeric" data-label=${c.settled}>${orDash(line.settledDong)}</td>
    <td class="numeric" data-label=${c.rest}>${rest(line)}</td>
  </tr>`;
}

export function linesTable(
  execution: Execution,
  code: string,
  choose: (code: string) => void,
): TemplateResult {
  const t = orderTexts().work;
  const c = t.columns;
  return html`<div class="table-frame" tabindex="0" role="region" aria-label=${t.lines}>
    <table class="list plain" data-testid="work-lines">
      <thead>
        <tr>
          ${[c.line, c.state, c.percent].map((name) => html`<th scope="col">${name}</th>`)}
          ${[c.support, c.held, c.accepted, c.settled, c.rest].map(
            (name) => html`<th scope="col" class="numeric">${name}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${execution.lines.map((line) => lineRow(line, line.code === code, choose))}
      </tbody>
    </table>
  </div>`;
}

function recordWords({ kind, percent, amountDong, detail }: WorkRecordView): string {
  const changed = detail.change === undefined ? "" : CHANGE_LABEL[detail.change][lang()];
  const end = detail.newEnd === undefined ? "" : formatDate(detail.newEnd as IsoDate);
  const support = detail.newSupportDong === undefined ? "" : money(detail.newSupportDong);
  const share = percent === null ? "" : `${percent} %`;
  const amount = amountDong === null ? "" : money(amountDong);
  const rest = [changed, share, amount, support, end].filter((part) => part !== "").join(", ");
  return rest === "" ? RECORD_LABEL[kind][lang()] : `${RECORD_LABEL[kind][lang()]}: ${rest}`;
}

/** Newest first; a record is taken back by whoever may write one of its kind. */
export function recordList(
  records: readonly WorkRecordView[],
  mayWrite: readonly RecordKind[],
  cancel: (record: WorkRecordView) => void,
): TemplateResult {
  const t = orderTexts().work;
  if (records.length === 0) return html`<p class="empty">${t.noRecords}</p>`;
  return html`<ol class="record-list">
    ${records.toReversed().map(
      (record) =>
        html`<li class=${record.cancelled ? "gone" : ""} data-testid="record">
          <p>
            <time>${formatDate(record.on as IsoDate)}</time> <strong>${recordWords(record)}</strong>
            ${record.cancelled ? html`<span class="quiet">(${t.cancelled})</span>` : nothing}
          </p>
          ${record.note === "" ? nothing : html`<p>${record.note}</p>`}
          <p class="quiet">
            ${record.document === "" ? "" : `${record.document} · `}${t.recordedBy(
              record.personName,
              formatMoment(record.recordedAt),
            )}
          </p>
          ${record.cancelled || record.kind === "cancel" || !mayWrite.includes(record.kind)
            ? nothing
            : html`<button type="button" class="plain-button" @click=${() => cancel(record)}>
                ${t.cancel}
              </button>`}
        </li>`,
    )}
  </ol>`;
}
