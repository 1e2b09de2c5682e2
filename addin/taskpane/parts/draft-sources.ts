/** <kc-draft-sources>: đề án from elsewhere: another workbook's, or the register's. Fires "draft-written". */
import { html, nothing, type TemplateResult } from "lit";
import type { DeAnLine, DemandLine, Plan } from "../../../shared/plan/shapes.ts";
import type { RowValues } from "../../../shared/workbook/build.ts";
import { readPlan } from "../../../shared/workbook/read.ts";
import { COST_SHEET, DE_AN_SHEET } from "../../../shared/workbook/template.ts";
import { placeChanges } from "../../excel/place-rows.ts";
import { writeLines } from "../../excel/write-rows.ts";
import { PaneElement } from "../element.ts";
import { money } from "../model/amount.ts";
import { copyRows } from "../model/draft-copy.ts";
import { demandRows, openDemands } from "../model/draft-demand.ts";
import type { LineEdit } from "../model/draft-edit.ts";
import { runAction } from "../model/undo-here.ts";
import { draftTexts } from "../texts/drafts.ts";
import { workspace } from "../workspace.ts";
import { copyIcon, sheetIcon } from "./icons.ts";
import { notice, problemNotice, working } from "./notice.ts";
import { pickLines, type PickItem } from "./pick-lines.ts";

export interface DraftWritten {
  readonly message: string;
}

interface Copying {
  readonly plan: Plan;
  readonly lines: readonly DeAnLine[];
}

/** What one choice writes. */
interface Rows {
  readonly deAn: readonly RowValues[];
  readonly costs: readonly RowValues[];
  readonly trace: readonly LineEdit[];
}

export class DraftSources extends PaneElement {
  static override properties = {
    copying: { state: true },
    demands: { state: true },
    chosen: { state: true },
    asReplica: { state: true },
    reading: { state: true },
    busy: { state: true },
    refused: { state: true },
    error: { state: true },
  };
  declare copying: Copying | null;
  declare demands: readonly DemandLine[] | null;
  declare chosen: ReadonlySet<number>;
  declare asReplica: boolean;
  declare reading: boolean;
  declare busy: boolean;
  declare refused: string;
  declare error: unknown;

  constructor() {
    super();
    this.#close();
    this.reading = false;
    this.busy = false;
  }

  #close(): void {
    this.copying = null;
    this.demands = null;
    this.chosen = new Set();
    this.asReplica = false;
    this.refused = "";
    this.error = null;
  }

  async #readFile(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (file === undefined) return;
    this.#close();
    this.reading = true;
    try {
      const { readXlsx } = await import("../../../shared/workbook/xlsx/index.ts");
      const read = await readXlsx(new Uint8Array(await file.arrayBuffer()));
      if (!read.ok) {
        this.refused = read.error.vi;
        return;
      }
      const plan = readPlan(read.value);
      const lines = plan.deAn.filter(({ code, name }) => code !== null || name !== null);
      if (lines.length === 0) this.refused = draftTexts().copyNone(file.name);
      else this.copying = { plan, lines };
      await this.focusOn("h3");
    } catch (error) {
      this.error = error;
    } finally {
      this.reading = false;
      input.value = "";
    }
  }

  /** @param more what is said of the new lines beside their codes */
  async #write(make: (taken: readonly string[], plan: Plan) => Rows, more = ""): Promise<void> {
    const t = draftTexts();
    this.busy = true;
    this.error = null;
    try {
      const rows = await runAction("copy", async (wrote) => {
        const { flat, verdict } = await workspace.read();
        const taken = verdict.plan.deAn.flatMap(({ code }) => code ?? []);
        const made = make(taken, verdict.plan);
        const append = [{ def: DE_AN_SHEET, rows: made.deAn }];
        if (made.costs.length > 0) append.push({ def: COST_SHEET, rows: made.costs });
        await writeLines(flat, { append, update: placeChanges(flat, made.trace) }, wrote);
        return made;
      });
      const codes = rows.deAn.map((row) => String(row["code"] ?? ""));
      const message = `${t.added(codes.length, codes[0] ?? "", codes.at(-1) ?? "")} ${more}`.trim();
      this.#close();
      this.dispatchEvent(
        new CustomEvent<DraftWritten>("draft-written", { detail: { message }, bubbles: true }),
      );
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }

  #copyPanel({ plan, lines }: Copying): TemplateResult {
    const t = draftTexts();
    const items = lines.map(
      (line, id): PickItem => ({
        id,
        code: line.code ?? "–",
        name: line.name ?? t.unnamed,
        figure: line.supportDong === null ? "" : money(line.supportDong),
      }),
    );
    return pickLines({
      ...this.#pick(items),
      title: t.copyTitle,
      lead: t.copyLead,
      more: html`<label class="check"
        ><input
          type="checkbox"
          data-testid="copy-replica"
          .checked=${this.asReplica}
          @change=${(event: Event) => (this.asReplica = (event.target as HTMLInputElement).checked)}
        />${t.copyReplica}</label
      >`,
      done: () =>
        void this.#write(
          (taken) => ({
            ...copyRows(
              plan,
              lines.filter((_, id) => this.chosen.has(id)),
              taken,
              { origin: t.copySource(plan.info.year), asReplica: this.asReplica },
            ),
            trace: [],
          }),
          t.copyKept,
        ),
    });
  }

  #demandPanel(demands: readonly DemandLine[]): TemplateResult {
    const t = draftTexts();
    const items = demands.map(
      (line): PickItem => ({
        id: line.row,
        code: line.code ?? "–",
        name: line.name ?? t.unnamed,
        figure: line.supportDong === null ? "" : money(line.supportDong),
      }),
    );
    return pickLines({
      ...this.#pick(items),
      title: t.demandTitle,
      lead: t.demandLead,
      // Read again: somebody may have taken one in the meantime.
      done: () =>
        void this.#write(
          (taken, plan) =>
            demandRows(
              openDemands(plan).filter(({ row }) => this.chosen.has(row)),
              taken,
            ),
          t.demandKept,
        ),
    });
  }

  #pick(items: readonly PickItem[]) {
    return {
      items,
      chosen: this.chosen,
      busy: this.busy,
      choose: (chosen: ReadonlySet<number>) => (this.chosen = chosen),
      cancel: () => this.#close(),
    };
  }

  #doors(): TemplateResult {
    const t = draftTexts();
    const open = workspace.snapshot === null ? [] : openDemands(workspace.snapshot.verdict.plan);
    return html`<div class="actions">
      <fluent-button
        size="small"
        data-testid="copy-open"
        @click=${() => this.querySelector<HTMLInputElement>("input[type=file]")?.click()}
        >${copyIcon()}${t.copyOpen}</fluent-button
      >
      <input
        type="file"
        hidden
        accept=".xlsx"
        aria-label=${t.copyChoose}
        data-testid="copy-file"
        @change=${(event: Event) => void this.#readFile(event.target as HTMLInputElement)}
      />
      ${open.length === 0
        ? nothing
        : html`<fluent-button
            size="small"
            data-testid="demand-open"
            @click=${() => {
              this.#close();
              this.demands = open;
              void this.focusOn("h3");
            }}
            >${sheetIcon()}${t.demandOpen(open.length)}</fluent-button
          >`}
    </div>`;
  }

  protected override render(): TemplateResult {
    const t = draftTexts();
    return html`${this.#doors()} ${this.reading ? working(t.copyReading) : nothing}
    ${this.refused === "" ? nothing : notice("error", this.refused)}
    ${this.error === null ? nothing : problemNotice(this.error)}
    ${this.copying === null ? nothing : this.#copyPanel(this.copying)}
    ${this.demands === null ? nothing : this.#demandPanel(this.demands)}`;
  }
}
customElements.define("kc-draft-sources", DraftSources);
