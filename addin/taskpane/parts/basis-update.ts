/** <kc-basis-update>: the basis the workbook pins beside the newest one; what would change, take it or keep. */
import { html, nothing, type TemplateResult } from "lit";
import { formatDate } from "../../../shared/kernel/date.ts";
import type { BasisChanges } from "../../../shared/workbook/basis-changes.ts";
import { basisVersionsText } from "../../../shared/workbook/norm-pins.ts";
import type { CellChange } from "../../../shared/workbook/worked-out.ts";
import { goToCell } from "../../excel/navigate.ts";
import { writeBasisVersions } from "../../excel/write-basis.ts";
import { lookForNews } from "../../functions/lib/pinned-book.ts";
import { PaneElement } from "../element.ts";
import { keep, readKept } from "../kept.ts";
import { runAction, stopAction } from "../model/undo-here.ts";
import { basisUpdateTexts } from "../texts/basis-update.ts";
import { workspace, type Snapshot } from "../workspace.ts";
import { basisSections } from "./basis-changes.ts";
import { notice, problemNotice, working } from "./notice.ts";
import { undoAction } from "./undo.ts";

/** The book the person has left alone, by version: one newer than it is shown again. */
const KEPT = "kc.basis-left";

export class BasisUpdate extends PaneElement {
  static override properties = {
    changes: { state: true },
    doing: { state: true },
    message: { state: true },
    left: { state: true },
    error: { state: true },
  };
  /** Null while they are worked out, and where nothing is newer. */
  declare changes: BasisChanges | null;
  declare doing: "" | "taking" | "looking";
  declare message: string;
  declare left: string | null;
  declare error: unknown;
  #seen: Snapshot | null = null;

  constructor() {
    super();
    this.changes = null;
    this.doing = "";
    this.message = "";
    this.left = readKept<string>(KEPT);
    this.error = null;
  }

  protected override willUpdate(): void {
    const { snapshot } = workspace;
    if (snapshot === null || snapshot === this.#seen) return;
    this.#seen = snapshot;
    this.changes = null;
    void this.#workOut(snapshot);
  }

  /** The engine comes with the first difference. */
  async #workOut(snapshot: Snapshot): Promise<void> {
    const { flat, basis } = snapshot;
    if (basis.book === basis.offered) return;
    try {
      const { basisChanges } = await import("../../../shared/workbook/basis-changes.ts");
      if (snapshot === this.#seen) this.changes = basisChanges(flat, basis.book, basis.offered);
    } catch (error) {
      this.error = error;
    }
  }

  async #do(what: "taking" | "looking", work: () => Promise<string>): Promise<void> {
    if (this.doing !== "") return;
    this.doing = what;
    this.error = null;
    this.message = "";
    try {
      this.message = await work();
    } catch (error) {
      this.error = error;
    } finally {
      this.doing = "";
    }
  }

  #take(): void {
    void this.#do("taking", async () => {
      await runAction("basis", async (wrote) => {
        const { flat, verdict, basis } = await workspace.read();
        const { version, law } = basis.offered;
        const { pins } = verdict.plan.info;
        const text = basisVersionsText({ lawVersion: law.version, bookVersion: version, pins });
        await writeBasisVersions(flat, text, wrote);
      });
      return basisUpdateTexts().taken;
    });
  }

  #look(): void {
    void this.#do("looking", async () => {
      await lookForNews();
      await workspace.read();
      return "";
    });
  }

  protected override forget(): void {
    this.message = "";
  }

  #leave(version: string | null): void {
    this.left = version;
    keep(KEPT, version);
  }

  readonly #goTo = ({ sheet, address }: CellChange): void => {
    goToCell(sheet, address).catch((error: unknown) => (this.error = error));
  };

  #offer(snapshot: Snapshot, changes: BasisChanges): TemplateResult {
    const t = basisUpdateTexts();
    const { book, offered } = snapshot.basis;
    const { asOf } = changes;
    return html`<p>${t.versions(book.version, offered.version)}</p>
      <p class="quiet">${t.lead} ${asOf === null ? t.noAsOf : t.at(formatDate(asOf))}</p>
      ${basisSections(changes, this.#goTo)}
      ${this.doing === "taking"
        ? working(t.taking, null, stopAction)
        : html`<div class="actions">
            <fluent-button appearance="primary" data-testid="basis-take" @click=${() => this.#take()}
              >${t.take}</fluent-button
            >
            <fluent-button data-testid="basis-keep" @click=${() => this.#leave(offered.version)}
              >${t.keep}</fluent-button
            >
          </div>`}`;
  }

  #newest({ basis, verdict }: Snapshot): TemplateResult {
    const t = basisUpdateTexts();
    const named = verdict.plan.info.bookVersion !== null && basis.missing === null;
    return html`${basis.missing === null
      ? html`<p data-testid="basis-latest">${t.latest(basis.book.version)}</p>`
      : html`<div data-testid="basis-missing">${notice("warning", t.missing(basis.missing))}</div>`}
    ${named || basis.missing !== null ? nothing : html`<p class="quiet">${t.unnamed}</p>`}
    ${this.doing === ""
      ? html`<div class="actions">
          <fluent-button data-testid="basis-look" @click=${() => this.#look()}>${t.look}</fluent-button>
          ${named
            ? nothing
            : html`<fluent-button data-testid="basis-pin" @click=${() => this.#take()}
                >${basis.missing === null ? t.pinNow : t.take}</fluent-button
              >`}
        </div>`
      : working(this.doing === "taking" ? t.taking : t.looking)}`;
  }

  #card(snapshot: Snapshot): TemplateResult {
    const t = basisUpdateTexts();
    const { basis } = snapshot;
    if (basis.book === basis.offered) return this.#newest(snapshot);
    if (this.left === basis.offered.version)
      return notice("info", t.kept, { label: t.show, run: () => this.#leave(null) });
    return this.changes === null ? working(t.looking) : this.#offer(snapshot, this.changes);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { snapshot } = workspace;
    if (snapshot === null || !workspace.hasBook) return nothing;
    return html`<div role="status" data-testid="basis-news">
        ${this.message === "" ? nothing : notice("ok", this.message, undoAction())}
      </div>
      ${this.error === null ? nothing : problemNotice(this.error)}
      <section class="card" aria-labelledby="basis-update-heading" data-testid="basis-update">
        <h3 id="basis-update-heading">${basisUpdateTexts().title}</h3>
        ${this.#card(snapshot)}
      </section>`;
  }
}
customElements.define("kc-basis-update", BasisUpdate);

/** Where figures are judged or sent: they stand on another basis than the receiver's. Nothing where they do not. */
export function pinnedNotice(from: PaneElement): TemplateResult | typeof nothing {
  const { snapshot } = workspace;
  if (snapshot === null || snapshot.basis.book === snapshot.basis.offered) return nothing;
  const t = basisUpdateTexts();
  const { asOf } = snapshot.verdict.plan.info;
  const run = () => from.dispatchEvent(new CustomEvent("show-tab", { detail: "basis", bubbles: true }));
  return html`<div data-testid="basis-pinned">
    ${notice("info", t.pinned(asOf === null ? null : formatDate(asOf)), { label: t.toBasis, run })}
  </div>`;
}
