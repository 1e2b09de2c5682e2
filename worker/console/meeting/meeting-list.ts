/** <kc-meetings>: open a meeting on the projects of a year and a fund, or go back to an earlier one. */
import { html, nothing, type TemplateResult } from "lit";
import { allocate } from "../../../shared/allocation/allocate.ts";
import { firstFile } from "../../../shared/allocation/first-file.ts";
import type { Candidates, MeetingSummary } from "../../../shared/contract/meeting.ts";
import { listMeetings, openMeeting, readCandidates } from "../lib/api.ts";
import { PageElement } from "../lib/element.ts";
import { formatMoment } from "../lib/format.ts";
import { problemCard } from "../parts/problem-card.ts";
import { texts } from "../texts/index.ts";

export class MeetingList extends PageElement {
  static override properties = {
    found: { state: true },
    year: { state: true },
    fund: { state: true },
    past: { state: true },
    problem: { state: true },
  };
  declare found: Candidates | null;
  declare year: string;
  declare fund: string;
  declare past: readonly MeetingSummary[];
  declare problem: unknown;

  constructor() {
    super();
    this.found = null;
    this.year = "";
    this.fund = "";
    this.past = [];
    this.problem = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = texts().meeting.title;
    void this.#load();
    void this.#try(async () => (this.past = (await listMeetings()).items));
  }

  async #try(work: () => Promise<unknown>): Promise<void> {
    this.problem = null;
    try {
      await work();
    } catch (error) {
      this.problem = error;
    }
  }

  #load(): Promise<void> {
    return this.#try(async () => (this.found = await readCandidates({ year: this.year, fund: this.fund })));
  }

  #open(event: SubmitEvent): void {
    event.preventDefault();
    const { found } = this;
    if (found === null) return;
    const title = String(new FormData(event.target as HTMLFormElement).get("title") ?? "");
    void this.#try(async () => {
      const input = firstFile(found);
      const best = allocate(input, { reasons: "plain" });
      const result = best.ok
        ? {
            chosen: [...best.value.chosen],
            value: best.value.value,
            bound: best.value.bound,
            proven: best.value.proven,
          }
        : null;
      const meeting = await openMeeting({ title, input, result });
      location.hash = `#/hop/${meeting.id}`;
    });
  }

  #choice(
    label: string,
    value: string,
    items: readonly (readonly [string, string])[],
    take: (value: string) => void,
  ): TemplateResult {
    return html`<label class="field"
      ><span>${label}</span
      ><select
        class="input"
        @change=${(event: Event) => {
          take((event.target as HTMLSelectElement).value);
          void this.#load();
        }}
      >
        ${items.map(([id, name]) => html`<option value=${id} ?selected=${id === value}>${name}</option>`)}
      </select></label
    >`;
  }

  #form(found: Candidates): TemplateResult {
    const t = texts().meeting;
    const years = [["", t.allYears] as const, ...found.years.map((y) => [String(y), String(y)] as const)];
    const funds = [
      ["", t.allFunds],
      ["QG", t.funds.QG],
      ["ĐP", t.funds.ĐP],
    ] as const;
    return html`<form class="card meeting-open" @submit=${(event: SubmitEvent) => this.#open(event)}>
      <div class="meeting-fields">
        <label class="field grow"
          ><span>${t.name}</span
          ><input
            class="input"
            name="title"
            required
            maxlength="200"
            .value=${t.nameHint(this.year)}
            data-testid="meeting-title"
        /></label>
        ${this.#choice(t.year, this.year, years, (value) => (this.year = value))}
        ${this.#choice(t.fund, this.fund, funds, (value) => (this.fund = value))}
      </div>
      <p>${found.projects.length === 0 ? t.none : t.found(found.projects.length, found.submissions)}</p>
      <fluent-button
        appearance="primary"
        type="submit"
        ?disabled=${found.projects.length === 0}
        data-testid="open-meeting"
        >${t.open}</fluent-button
      >
    </form>`;
  }

  protected override render(): TemplateResult {
    const t = texts().meeting;
    return html`<div class="page-head">
        <h1>${t.heading}</h1>
        <p class="quiet">${t.lead}</p>
      </div>
      ${this.problem === null ? nothing : problemCard(this.problem)}
      ${this.found === null ? nothing : this.#form(this.found)}
      <section class="card">
        <h2>${t.past}</h2>
        ${this.past.length === 0
          ? html`<p class="quiet">${t.noPast}</p>`
          : html`<ul class="meeting-past">
              ${this.past.map(
                (m) =>
                  html`<li>
                    <a href=${`#/hop/${m.id}`}>${m.title}</a>
                    <span class="quiet"
                      >${formatMoment(m.createdAt)} · ${m.createdBy} · ${t.entries(m.entries)}</span
                    >
                  </li>`,
              )}
            </ul>`}
      </section>`;
  }
}
customElements.define("kc-meetings", MeetingList);
