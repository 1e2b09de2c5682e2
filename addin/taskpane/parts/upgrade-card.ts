/** <kc-upgrade>: what an older workbook lacks, and one button that adds it; what no template knows, as a list. */
import { html, nothing, type TemplateResult } from "lit";
import { unknownParts, upgradeWorkbook, type Upgrade } from "../../../shared/workbook/upgrade.ts";
import { applyUpgrade } from "../../excel/write-upgrade.ts";
import { today } from "../../functions/lib/clock.ts";
import { PaneElement } from "../element.ts";
import { runAction, stopAction } from "../model/undo-here.ts";
import { upgradeTexts } from "../texts/upgrade.ts";
import { workspace, type Snapshot } from "../workspace.ts";
import { notice, problemNotice, working } from "./notice.ts";
import { undoAction } from "./undo.ts";

interface Seen {
  readonly upgrade: Upgrade;
  readonly unknown: readonly string[];
}

/** Both walk the whole workbook: once for each reading. */
const seen = new WeakMap<Snapshot, Seen>();

function seenIn(snapshot: Snapshot): Seen {
  let found = seen.get(snapshot);
  if (found === undefined) {
    const { flat, law } = snapshot;
    found = { upgrade: upgradeWorkbook(flat, law), unknown: unknownParts(flat) };
    seen.set(snapshot, found);
  }
  return found;
}

export class UpgradeCard extends PaneElement {
  static override properties = { busy: { state: true }, done: { state: true }, error: { state: true } };
  declare busy: boolean;
  declare done: boolean;
  declare error: unknown;

  constructor() {
    super();
    this.busy = false;
    this.done = false;
    this.error = null;
  }

  protected override forget(): void {
    this.done = false;
  }

  async #upgrade(): Promise<void> {
    this.busy = true;
    this.error = null;
    try {
      await runAction("upgrade", async (wrote) => {
        const { flat, law, verdict } = await workspace.read();
        const { info } = verdict.plan;
        const asOf = info.asOf ?? today();
        const year = info.year ?? Number(asOf.slice(0, 4));
        const known = { province: info.province ?? "", organisation: info.organisation ?? "", year, asOf };
        await applyUpgrade(flat, known, law, wrote);
      });
      this.done = true;
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }

  #older({ from, changes }: Upgrade): TemplateResult {
    const t = upgradeTexts();
    return html`<section class="card" aria-labelledby="upgrade-heading" data-testid="upgrade">
      <h3 id="upgrade-heading">${t.older(from ?? t.unnamed)}</h3>
      <p class="lead">${t.olderLead}</p>
      <ul class="plain">
        ${changes.map((change) => html`<li>${change}</li>`)}
      </ul>
      ${this.busy
        ? working(t.running, null, stopAction)
        : html`<div class="actions">
            <fluent-button data-testid="upgrade-run" @click=${() => void this.#upgrade()}
              >${t.run}</fluent-button
            >
          </div>`}
    </section>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { snapshot } = workspace;
    if (snapshot === null || !workspace.hasBook) return nothing;
    const t = upgradeTexts();
    const { upgrade, unknown } = seenIn(snapshot);
    // A newer workbook has a sentence for the person and nothing to add.
    const newer = upgrade.changes.length > 0 && upgrade.workbook === snapshot.flat;
    return html`<div role="status">${this.done ? notice("ok", t.done, undoAction()) : nothing}</div>
      ${this.error === null ? nothing : problemNotice(this.error)}
      ${newer ? notice("warning", t.newer) : upgrade.changes.length > 0 ? this.#older(upgrade) : nothing}
      ${unknown.length === 0
        ? nothing
        : html`<details class="unknown-parts" data-testid="unknown-parts">
            <summary>${t.unknown(unknown.length)}</summary>
            <p class="quiet">${t.unknownLead}</p>
            <ul class="plain">
              ${unknown.map((part) => html`<li>${part}</li>`)}
            </ul>
          </details>`}`;
  }
}
customElements.define("kc-upgrade", UpgradeCard);
