/** <kc-comment-answer .detail .comment>: what became of the commented cell or line in the newest revision. */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { Comment, SubmissionDetail } from "../../../shared/contract/submission.ts";
import { parseAddress } from "../../../shared/kernel/address.ts";
import type { FlatWorkbook } from "../../../shared/kernel/flat.ts";
import { readRevision } from "../lib/api.ts";
import { PageElement } from "../lib/element.ts";
import { reviewTexts } from "../texts/review.ts";
import { compareRevisions, type CellChange } from "./revision-diff.ts";

interface Compared {
  readonly before: FlatWorkbook;
  readonly changes: readonly CellChange[];
}

/** Comments of one revision ask once. */
const asked = new Map<string, Promise<Compared>>();

function compared({ submission, workbook }: SubmissionDetail, revision: number): Promise<Compared> {
  const key = `${submission.id} ${revision} ${submission.revision}`;
  const known = asked.get(key);
  if (known !== undefined) return known;
  const asking = readRevision(submission.id, revision).then(({ envelope }) => ({
    before: envelope.workbook,
    changes: compareRevisions(envelope.workbook, workbook),
  }));
  asked.set(key, asking);
  // A failure is not remembered: the next look asks again.
  asking.catch(() => asked.delete(key));
  return asking;
}

const rowOf = (cell: string): number | null => parseAddress(cell)?.row ?? null;

function isAbout(change: CellChange, { sheet, cell, row }: Comment): boolean {
  if (change.sheet !== sheet || change.kind === "removed") return false;
  return cell === null ? rowOf(change.cell) === row : change.cell === cell;
}

export class CommentAnswer extends PageElement {
  static override properties = {
    detail: { attribute: false },
    comment: { attribute: false },
    found: { state: true },
  };
  declare detail: SubmissionDetail;
  declare comment: Comment;
  declare found: Compared | null;

  constructor() {
    super();
    this.found = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("detail") && !changed.has("comment")) return;
    this.found = null;
    if (this.#wanted()) void this.#compare();
  }

  /** Only a comment on a place, made before the newest revision, can have been answered by it. */
  #wanted(): boolean {
    const { sheet, cell, row, revision } = this.comment;
    return sheet !== null && (cell !== null || row !== null) && revision < this.detail.submission.revision;
  }

  async #compare(): Promise<void> {
    try {
      this.found = await compared(this.detail, this.comment.revision);
    } catch {
      // The panel of changes says why an earlier revision cannot be read.
      this.found = null;
    }
  }

  /** Nothing changed there: the same value still stands in the place, or the line has moved away from it. */
  #unchanged({ before }: Compared): string {
    const t = reviewTexts().answer;
    const { sheet, cell } = this.comment;
    const valueIn = ({ sheets }: FlatWorkbook) =>
      sheets.find(({ name }) => name === sheet)?.cells[cell ?? ""]?.value ?? null;
    return cell === null || valueIn(before) === valueIn(this.detail.workbook) ? t.unchanged : t.moved;
  }

  #change({ column, kind, before, after }: CellChange): TemplateResult {
    const t = reviewTexts();
    if (kind === "added") return html`<p><strong>${t.diff.added}</strong></p>`;
    const side = (text: string) => (text === "" ? t.diff.blank : text);
    return html`<p>
      <span class="quiet">${column}:</span> <del>${side(before)}</del> → <ins>${side(after)}</ins>
    </p>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { found } = this;
    if (found === null) return nothing;
    const t = reviewTexts().answer;
    const { revision } = this.detail.submission;
    const changes = found.changes.filter((change) => isAbout(change, this.comment));
    return html`<div class="comment-answer" data-testid="comment-answer">
      ${changes.length === 0
        ? html`<p class="quiet">${this.#unchanged(found)}</p>`
        : html`<p class="quiet">${t.changed(revision)}</p>
            ${changes.map((change) => this.#change(change))}`}
    </div>`;
  }
}

customElements.define("kc-comment-answer", CommentAnswer);
