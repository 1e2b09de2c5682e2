/** <kc-log>: the log of what happened to submissions, and whether its chains are whole from their first event on. */
import { html, nothing, type TemplateResult } from "lit";
import type { LogCheck } from "../../../shared/contract/event.ts";
import { PROVINCES } from "../../../shared/law/provinces.ts";
import { sendJson } from "../lib/api.ts";
import { AskedPage } from "../lib/asked-page.ts";
import { shortHash } from "../lib/format.ts";
import { errorIcon, okIcon } from "../parts/icons.ts";
import { copyable } from "../submission/summary.ts";
import { summaryTexts } from "../texts/summary.ts";
import "../parts/download-button.ts";

const BASE = "/api/v1/log";

/** "tinh-22" is a province's chain. */
function chainName(chain: string): string {
  const code = chain.replace(/^tinh-/, "");
  return PROVINCES.find((each) => each.code === code)?.name ?? chain;
}

export class LogPage extends AskedPage<LogCheck> {
  static override properties = { ...AskedPage.properties, busy: { state: true } };
  declare busy: boolean;

  constructor() {
    super();
    this.busy = false;
  }

  protected override ask(): Promise<LogCheck> {
    return sendJson(`${BASE}/verify`, { cache: "no-store" });
  }

  protected override pageTitle(): string {
    return summaryTexts().log.title;
  }

  async #again(): Promise<void> {
    this.busy = true;
    await this.load();
    this.busy = false;
  }

  #verdict({ ok, chains }: LogCheck): TemplateResult {
    const t = summaryTexts().log;
    // The chains may all hold while a table was changed behind them.
    const broken = chains.every((chain) => chain.ok) ? t.recordsWrong : t.broken;
    const events = chains.reduce((sum, chain) => sum + chain.events, 0);
    return html`<div class=${`notice ${ok ? "success" : "danger"}`} role="status" data-testid="log-verdict">
      ${ok ? okIcon() : errorIcon()}
      <div>
        <p><strong>${ok ? t.whole : broken}</strong></p>
        <p>${t.checked(chains.length, events)}</p>
      </div>
    </div>`;
  }

  #chains({ chains }: LogCheck): TemplateResult {
    const t = summaryTexts().log;
    return html`<section class="order-section" aria-labelledby="chains-heading">
      <h2 id="chains-heading">${t.chains}</h2>
      <div class="table-frame" tabindex="0" role="region" aria-label=${t.chains}>
        <table class="list plain" data-testid="chains">
          <thead>
            <tr>
              <th scope="col">${t.chain}</th>
              <th scope="col" class="numeric">${t.events}</th>
              <th scope="col" class="numeric">${t.unsealed}</th>
              <th scope="col">${t.result}</th>
              <th scope="col">${t.head}</th>
            </tr>
          </thead>
          <tbody>
            ${chains.map(
              ({ chain, events, unsealed, ok, head, brokenAt }) =>
                html`<tr>
                  <td data-label=${t.chain}>${chainName(chain)}</td>
                  <td data-label=${t.events} class="numeric">${events}</td>
                  <td data-label=${t.unsealed} class="numeric">${unsealed}</td>
                  <td data-label=${t.result}>
                    <span class=${ok ? "badge agreed" : "badge refused"}
                      >${ok ? t.ok : t.brokenAt(brokenAt ?? 0)}</span
                    >
                  </td>
                  <td data-label=${t.head}>
                    ${head === null ? "–" : copyable(head, shortHash(head), `${t.head}: ${chainName(chain)}`)}
                  </td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  #records({ records }: LogCheck): TemplateResult {
    const t = summaryTexts().log;
    return html`<section class="order-section" aria-labelledby="records-heading">
      <h2 id="records-heading">${t.records}</h2>
      <p class="quiet">${t.recordsNote}</p>
      <div class="table-frame" tabindex="0" role="region" aria-label=${t.records}>
        <table class="list plain" data-testid="records">
          <thead>
            <tr>
              <th scope="col">${t.question}</th>
              <th scope="col">${t.wrong}</th>
            </tr>
          </thead>
          <tbody>
            ${records.map(
              ({ name, wrong }) =>
                html`<tr>
                  <td data-label=${t.question}>${t.questions[name] ?? name}</td>
                  <td data-label=${t.wrong}>
                    <span class=${wrong === 0 ? "badge agreed" : "badge refused"}
                      >${wrong === 0 ? t.agrees : t.differs(wrong)}</span
                    >
                  </td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  protected override render(): TemplateResult {
    const t = summaryTexts().log;
    const { answer } = this;
    return html`<div class="page-head">
        <h1>${t.heading}</h1>
        <p class="quiet">${t.lead}</p>
      </div>
      <div class="filters">
        <fluent-button data-testid="log-again" ?disabled=${this.busy} @click=${() => void this.#again()}
          >${t.again}</fluent-button
        >
        <kc-download label=${t.export} href=${`${BASE}/export`} test-id="log-export"></kc-download>
      </div>
      ${this.problem === null ? nothing : this.refusal()}
      ${answer === null
        ? this.problem === null
          ? this.loading()
          : nothing
        : html`${this.#verdict(answer)}
            <p class="quiet">${t.exportNote} <code>kc verify-log nhat-ky.ndjson</code></p>
            ${this.#chains(answer)} ${this.#records(answer)}`}`;
  }
}

customElements.define("kc-log", LogPage);
