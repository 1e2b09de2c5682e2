/** Which sheet is chosen from, and where the result goes: into the sheet, into a file; a file from elsewhere. */
import { html, nothing, type TemplateResult } from "lit";
import type { ProjectSource } from "../../../shared/allocation/from-plan.ts";
import type { AllocationInput } from "../../../shared/allocation/types.ts";
import type { Plan } from "../../../shared/plan/shapes.ts";
import { download } from "../model/download.ts";
import { stopAction } from "../model/undo-here.ts";
import { allocationTexts } from "../texts/allocation.ts";
import { downloadIcon, sheetIcon } from "./icons.ts";
import { working } from "./notice.ts";

/** Nothing where only one sheet has lines. */
export function sourceChoice(
  plan: Plan,
  now: ProjectSource,
  choose: (source: ProjectSource) => void,
): TemplateResult | typeof nothing {
  if (plan.demands.length === 0 || plan.deAn.length === 0) return nothing;
  const t = allocationTexts();
  return html`<fieldset class="segments">
    <legend>${t.source}</legend>
    ${(["deAn", "demand"] as const).map(
      (source) =>
        html`<label
          ><input
            type="radio"
            name="allocation-source"
            value=${source}
            .checked=${now === source}
            @change=${() => choose(source)}
          /><span>${t.sources[source]}</span></label
        >`,
    )}
  </fieldset>`;
}

export interface FilesState {
  readonly canWrite: boolean;
  readonly writing: boolean;
  /** What an export holds. */
  readonly file: AllocationInput | null;
  readonly message: TemplateResult | typeof nothing;
  readonly write: () => void;
  readonly open: (text: string) => void;
}

async function readField(event: Event, take: (text: string) => void): Promise<void> {
  const field = event.target as HTMLInputElement;
  const text = await field.files?.[0]?.text();
  field.value = "";
  if (text !== undefined) take(text);
}

export function filesCard({ canWrite, writing, file, message, write, open }: FilesState): TemplateResult {
  const t = allocationTexts();
  const save = () => download("phan-bo.json", JSON.stringify(file, null, 2), "application/json");
  return html`<section class="card">
    <div class="actions">
      <fluent-button
        appearance="primary"
        data-testid="allocation-write"
        ?disabled=${!canWrite}
        @click=${write}
        >${sheetIcon()}${t.write}</fluent-button
      >
      <fluent-button data-testid="allocation-export" ?disabled=${file === null} @click=${save}
        >${downloadIcon()}${t.export}</fluent-button
      >
      <label class="file-button"
        >${t.import}<input
          type="file"
          accept=".json,application/json"
          data-testid="allocation-import"
          @change=${(event: Event) => void readField(event, open)}
      /></label>
    </div>
    ${writing ? working(t.writing, null, () => stopAction()) : nothing}
    <div role="status">${message}</div>
    <p class="quiet"><code>${t.recompute}</code></p>
  </section>`;
}
