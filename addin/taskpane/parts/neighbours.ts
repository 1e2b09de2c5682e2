/** <kc-neighbours>: the unit states which places of its plan lie side by side; kept in the workbook. */
import { html, nothing, type TemplateResult } from "lit";
import { foldKey } from "../../../shared/kernel/text.ts";
import {
  areNeighbours,
  neighboursText,
  withNeighbours,
  withoutNeighbours,
  type Neighbours,
} from "../../../shared/plan/neighbours.ts";
import { placesOf } from "../../../shared/plan/places.ts";
import { writeNeighbours } from "../../excel/write-neighbours.ts";
import { PaneElement } from "../element.ts";
import { runAction, stopAction } from "../model/undo-here.ts";
import { neighbourTexts } from "../texts/neighbours.ts";
import { workspace } from "../workspace.ts";
import { select } from "./field.ts";
import { trashIcon } from "./icons.ts";
import { notice, problemNotice, working } from "./notice.ts";
import { undoAction } from "./undo.ts";

type Change = (list: readonly Neighbours[]) => Neighbours[];

export class NeighboursPart extends PaneElement {
  static override properties = {
    place: { state: true },
    other: { state: true },
    tried: { state: true },
    busy: { state: true },
    message: { state: true },
    error: { state: true },
  };
  declare place: string;
  declare other: string;
  /** Asked to write with a place still to be chosen. */
  declare tried: boolean;
  declare busy: boolean;
  declare message: string;
  declare error: unknown;

  constructor() {
    super();
    this.place = "";
    this.other = "";
    this.tried = false;
    this.busy = false;
    this.message = "";
    this.error = null;
  }

  protected override forget(): void {
    this.message = "";
  }

  async #write(change: Change, message: string): Promise<void> {
    this.busy = true;
    this.error = null;
    this.message = "";
    try {
      await runAction("neighbours", async (wrote) => {
        const { flat, verdict } = await workspace.read();
        const { neighbours, unreadNeighbours } = verdict.plan.info;
        const text = neighboursText({ neighbours: change(neighbours), unreadNeighbours });
        await writeNeighbours(flat, text, wrote);
      });
      this.other = "";
      this.message = message;
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }

  #add(ready: boolean): void {
    const { place, other } = this;
    const t = neighbourTexts();
    this.tried = !ready;
    if (!ready) void this.focusOn(place === "" ? "#neighbour-place" : "#neighbour-other");
    else void this.#write((list) => withNeighbours(list, place, other), t.added(place, other));
  }

  #remove(place: string, other: string): void {
    const t = neighbourTexts();
    void this.#write((list) => withoutNeighbours(list, place, other), t.removed(place, other));
  }

  #stated(list: readonly Neighbours[]): TemplateResult {
    const t = neighbourTexts();
    const pairs = list.flatMap(({ place, others }) => others.map((other) => ({ place, other })));
    return html`<ul class="neighbour-pairs" data-testid="neighbour-pairs">
      ${pairs.map(
        ({ place, other }) =>
          html`<li>
            <span>${t.pair(place, other)}</span>
            <fluent-button
              appearance="subtle"
              size="small"
              icon-only
              aria-label=${t.remove(place, other)}
              title=${t.remove(place, other)}
              ?disabled=${this.busy}
              @click=${() => this.#remove(place, other)}
              >${trashIcon()}</fluent-button
            >
          </li>`,
      )}
    </ul>`;
  }

  /** From the places of the plan: what is picked is spelled as the lines spell it. */
  #form(places: readonly string[], list: readonly Neighbours[]): TemplateResult {
    const t = neighbourTexts();
    const options = (names: readonly string[]) => names.map((name) => ({ value: name, text: name }));
    const rest = places.filter(
      (name) => foldKey(name) !== foldKey(this.place) && !areNeighbours(list, this.place, name),
    );
    const ready = this.place !== "" && rest.includes(this.other);
    return html`<div class="neighbour-form">
      ${select({
        id: "neighbour-place",
        label: t.place,
        value: this.place,
        prompt: t.choose,
        error: this.tried && this.place === "" ? t.missing : undefined,
        options: options(places),
        onChange: (value) => (this.place = value),
      })}
      ${select({
        id: "neighbour-other",
        label: t.other,
        value: ready ? this.other : "",
        prompt: t.choose,
        error: this.tried && !ready ? t.missing : undefined,
        options: options(this.place === "" ? [] : rest),
        onChange: (value) => (this.other = value),
      })}
      <fluent-button data-testid="neighbour-add" ?disabled=${this.busy} @click=${() => this.#add(ready)}
        >${t.add}</fluent-button
      >
    </div>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { snapshot } = workspace;
    if (snapshot === null) return nothing;
    const t = neighbourTexts();
    const { plan } = snapshot.verdict;
    const { neighbours, unreadNeighbours } = plan.info;
    // A colon would be read as the end of the name.
    const places = placesOf(plan).filter((name) => !name.includes(":"));
    return html`<details data-testid="neighbours">
      <summary>${t.heading(neighbours.reduce((sum, { others }) => sum + others.length, 0))}</summary>
      <p class="quiet">${t.lead}</p>
      ${this.#stated(neighbours)}
      ${unreadNeighbours.length === 0 ? nothing : notice("warning", t.unread(unreadNeighbours.join("; ")))}
      ${places.length < 2 ? html`<p class="quiet">${t.tooFew}</p>` : this.#form(places, neighbours)}
      ${this.busy ? working(t.writing, null, stopAction) : nothing}
      ${this.error === null ? nothing : problemNotice(this.error)}
      <div role="status" data-testid="neighbour-news">
        ${this.message === "" ? nothing : notice("ok", this.message, undoAction())}
      </div>
    </details>`;
  }
}
customElements.define("kc-neighbours", NeighboursPart);
