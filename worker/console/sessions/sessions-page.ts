/** <kc-sessions>: the sessions open in one's own name, each with its end, or all others at once. */
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { OwnSession, OwnSessions } from "../../../shared/contract/own-session.ts";
import { post, sendJson } from "../lib/api.ts";
import { AskedPage } from "../lib/asked-page.ts";
import { formatMoment } from "../lib/format.ts";
import { okIcon } from "../parts/icons.ts";
import { sessionTexts } from "../texts/sessions.ts";

const BASE = "/api/v1/sessions";

class SessionsPage extends AskedPage<OwnSessions> {
  static override properties = { ...AskedPage.properties, ended: { state: true } };
  declare ended: boolean;

  constructor() {
    super();
    this.ended = false;
  }

  protected override ask(): Promise<OwnSessions> {
    return sendJson(BASE, { cache: "no-store" });
  }

  protected override pageTitle(): string {
    return sessionTexts().title;
  }

  async #end(work: () => Promise<OwnSessions>): Promise<void> {
    this.ended = false;
    await this.take(work);
    this.ended = this.problem === null;
    await this.updateComplete;
    // The button that was pressed is gone; the next Enter must not end another session.
    this.querySelector<HTMLElement>("[data-testid=session-ended]")?.focus();
  }

  #row(item: OwnSession): TemplateResult {
    const t = sessionTexts();
    const device = item.device === "" ? t.unknown : item.device;
    const since = formatMoment(item.createdAt);
    return html`<tr data-testid="own-session">
      <td data-label=${t.device}>
        <strong>${device}</strong> ${item.current
          ? html`<span class="badge agreed" data-testid="current-session">${t.current}</span>`
          : nothing}
      </td>
      <td data-label=${t.createdAt} class="moment">${since}</td>
      <td data-label=${t.seenAt} class="moment">${formatMoment(item.seenAt)}</td>
      <td data-label=${t.expiresAt} class="moment">${formatMoment(item.expiresAt)}</td>
      <td data-label=${t.action}>
        ${item.current
          ? "–"
          : html`<button
              type="button"
              class="plain-button"
              aria-label=${t.endOne(device, since)}
              data-testid="end-session"
              @click=${() => void this.#end(() => post(`${BASE}/end`, { id: item.id }))}
            >
              ${t.end}
            </button>`}
      </td>
    </tr>`;
  }

  #table({ items }: OwnSessions): TemplateResult {
    const t = sessionTexts();
    const others = items.filter(({ current }) => !current).length;
    return html`${others === 0
        ? html`<p class="quiet" data-testid="only-this">${t.onlyThis}</p>`
        : html`<div class="filters">
            <fluent-button
              data-testid="end-others"
              @click=${() => void this.#end(() => post(`${BASE}/end-others`, {}))}
              >${t.endOthers}</fluent-button
            >
          </div>`}
      <div class="table-frame" tabindex="0" role="region" aria-label=${t.heading}>
        <table class="list plain">
          <thead>
            <tr>
              ${[t.device, t.createdAt, t.seenAt, t.expiresAt, t.action].map(
                (name) => html`<th scope="col">${name}</th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${repeat(
              items,
              ({ id }) => id,
              (item) => this.#row(item),
            )}
          </tbody>
        </table>
      </div>
      <p class="quiet">${t.pane}</p>`;
  }

  protected override render(): TemplateResult {
    const t = sessionTexts();
    return html`<div class="page-head">
        <h1>${t.heading}</h1>
        <p class="quiet">${t.lead}</p>
      </div>
      ${this.ended
        ? html`<div class="notice success" role="status" tabindex="-1" data-testid="session-ended">
            ${okIcon()}
            <p>${t.ended}</p>
          </div>`
        : nothing}
      ${this.problem === null ? nothing : this.refusal()}
      ${this.answer === null ? (this.problem === null ? this.loading() : nothing) : this.#table(this.answer)}`;
  }
}
customElements.define("kc-sessions", SessionsPage);
