/** The rows of <kc-sheet>: cells with their marks, row numbers, titles that run across the sheet. */
import { html, nothing, type TemplateResult } from "lit";
import { texts } from "../texts/index.ts";
import { commentIcon, severityIcon } from "./icons.ts";
import {
  markKey,
  type Mark,
  type SheetCell,
  type SheetColumn,
  type SheetModel,
  type SheetRow,
} from "./sheet-model.ts";

export interface RowsInput {
  readonly model: SheetModel;
  readonly marks: ReadonlyMap<string, Mark>;
  /** Mark key → number of comments there. */
  readonly commented: ReadonlyMap<string, number>;
  /** Address picked, or "". */
  readonly active: string;
  /** Columns left off paper because no line fills them. */
  readonly offPaper: ReadonlySet<number>;
  readonly pickRow: (row: number) => void;
}

/** One tab stop: the picked cell, or A1 before anything is picked. */
function tabStop(input: RowsInput, address: string): "0" | "-1" {
  return address === (input.active === "" ? "A1" : input.active) ? "0" : "-1";
}

function markSign(mark: Mark): TemplateResult {
  return html`<span class="cell-mark"
    >${severityIcon(mark.severity)}<span class="sr-only"
      >${texts().severity[mark.severity]}: ${mark.findings[0]?.message ?? ""}</span
    ></span
  >`;
}

function cellBody(cell: SheetCell | undefined, mark: Mark | undefined, comments: number): TemplateResult {
  const t = texts().sheet;
  const difference = mark?.difference ?? null;
  return html`<div class="cell">
    ${mark === undefined ? nothing : markSign(mark)}<span class="cell-text"
      >${cell?.text ?? ""}${difference === null
        ? nothing
        : html`<span class="recomputed"
            ><span class="sr-only">${t.recomputed} </span>≠ ${difference.expected}</span
          >`}</span
    >${comments === 0
      ? nothing
      : html`<span class="cell-comment"
          >${commentIcon()}<span class="sr-only">${t.cellComments(comments)}</span></span
        >`}
  </div>`;
}

function cellOf(
  input: RowsInput,
  column: SheetColumn,
  row: SheetRow,
  cell: SheetCell | undefined,
): TemplateResult {
  const address = `${column.letters}${row.number}`;
  const key = markKey(input.model.name, address);
  const mark = input.marks.get(key);
  const classes = [
    cell?.numeric === true || column.kind === "dong" || column.kind === "quantity" ? "numeric" : "",
    cell?.formula ? "computed" : "",
    mark === undefined ? "" : `marked ${mark.severity}`,
    column.number === 1 ? "first" : "",
    input.offPaper.has(column.number) ? "off-paper" : "",
  ];
  return html`<td
    class=${classes.join(" ")}
    data-address=${address}
    data-mark=${mark === undefined ? nothing : key}
    tabindex=${tabStop(input, address)}
    aria-selected=${address === input.active ? "true" : "false"}
    title=${cell?.formula && mark === undefined ? cell.formula : nothing}
  >
    ${cellBody(cell, mark, input.commented.get(key) ?? 0)}
  </td>`;
}

function rowHead(input: RowsInput, row: SheetRow): TemplateResult {
  const key = markKey(input.model.name, row.number);
  const mark = input.marks.get(key);
  return html`<th
    scope="row"
    class="row-number ${mark === undefined ? "" : `marked ${mark.severity}`}"
    data-mark=${mark === undefined ? nothing : key}
    @click=${() => input.pickRow(row.number)}
  >
    ${mark === undefined ? nothing : severityIcon(mark.severity)}${row.number}
  </th>`;
}

/** Titles and help lines have one cell; it runs across the sheet instead of being cut at column A. */
export function isWideRow(row: SheetRow | undefined, model: SheetModel): boolean {
  if (row === undefined || row.cells.size !== 1 || !row.cells.has(1)) return false;
  return row.number < (model.headerRow ?? (model.title === null ? 0 : 3));
}

function wideRow(input: RowsInput, row: SheetRow): TemplateResult {
  const address = `A${row.number}`;
  const place = input.model.headerRow === null ? "" : "front-row";
  return html`<tr aria-rowindex=${row.number} class="${place} ${row.number === 1 ? "title-row" : "help-row"}">
    ${rowHead(input, row)}
    <td
      colspan=${input.model.columns.length}
      data-address=${address}
      tabindex=${tabStop(input, address)}
      aria-selected=${input.active === address ? "true" : "false"}
    >
      <div class="cell wide"><span class="cell-text">${row.cells.get(1)?.text ?? ""}</span></div>
    </td>
  </tr>`;
}

export function sheetRow(input: RowsInput, row: SheetRow): TemplateResult {
  const { model } = input;
  if (isWideRow(row, model)) return wideRow(input, row);
  const header = model.headerRow ?? 0;
  const place = row.number === header ? "header-row" : row.number < header ? "front-row" : "";
  return html`<tr aria-rowindex=${row.number} class=${place}>
    ${rowHead(input, row)}${model.columns.map((column) =>
      cellOf(input, column, row, row.cells.get(column.number)),
    )}
  </tr>`;
}
