/** The receipt: what the server received, what it found, where it differs; to copy and to keep. */
import { html, nothing, type TemplateResult } from "lit";
import type { Receipt } from "../../../shared/contract/submission.ts";
import { texts } from "../texts/index.ts";
import { money } from "../model/amount.ts";
import { SEVERITIES } from "../model/findings.ts";
import { formatMoment } from "./format.ts";
import { copyIcon, downloadIcon, severityIcon } from "./icons.ts";

export function receiptText(receipt: Receipt): string {
  return JSON.stringify(receipt, null, 2);
}

export function downloadReceipt(receipt: Receipt): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([receiptText(receipt)], { type: "application/json" }));
  link.download = `bien-nhan-${receipt.id}-${receipt.revision}.json`;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function row(label: string, value: string | TemplateResult, testId?: string): TemplateResult {
  return html`<div>
    <dt>${label}</dt>
    <dd data-testid=${testId ?? nothing}>${value}</dd>
  </div>`;
}

function differences(receipt: Receipt): TemplateResult {
  const t = texts().send;
  if (receipt.differences.length === 0) return html`<p class="quiet">${t.noDifferences}</p>`;
  return html`<ul class="differences">
    ${receipt.differences.map(
      (d) =>
        html`<li>
          <b>${d.where.sheet}!${d.where.cell ?? d.where.row ?? ""}</b> ${d.column}: ${d.found} → ${d.expected}
        </li>`,
    )}
  </ul>`;
}

export function receiptCard(receipt: Receipt, copy: () => void, message: string): TemplateResult {
  const t = texts().send;
  const c = texts().check.counts;
  return html`<section class="card receipt" aria-labelledby="receipt-heading" data-testid="receipt">
    <div class="receipt-head">
      ${severityIcon("ok")}
      <div>
        <h3 id="receipt-heading" tabindex="-1">${t.received}</h3>
        <p class="quiet">${t.receipt} · ${receipt.provinceName} · ${receipt.year}</p>
      </div>
    </div>
    <dl class="details">
      ${row(t.number, html`<code>${receipt.id}</code>`, "receipt-id")}
      ${row(t.revision, String(receipt.revision))} ${row(t.time, formatMoment(receipt.receivedAt))}
      ${row(t.hash, html`<code class="hash">${receipt.contentHash}</code>`, "receipt-hash")}
      ${row(t.total, money(receipt.totals.all.totalDong))}
      ${row(t.support, money(receipt.totals.all.supportDong), "receipt-support")}
      ${row(t.counts, SEVERITIES.map((severity) => c[severity](receipt.counts[severity])).join(", "))}
    </dl>
    <h4>${t.differences}</h4>
    ${differences(receipt)}
    <div class="actions">
      <fluent-button @click=${copy}>${copyIcon()}${t.copy}</fluent-button>
      <fluent-button @click=${() => downloadReceipt(receipt)}>${downloadIcon()}${t.download}</fluent-button>
    </div>
    <p role="status" class="quiet">${message}</p>
  </section>`;
}
