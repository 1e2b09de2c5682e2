/**
 * A table of amounts. In a narrow pane each row becomes a small card with the headers beside its figures, so that none is
 * cut off; the roles are written down because such a layout takes them from the elements.
 */
import { html, type TemplateResult } from "lit";

export interface MoneyRow {
  readonly head: string | TemplateResult;
  /** One for each column but the first. */
  readonly cells: readonly string[];
  readonly isSum?: boolean;
}

export interface MoneyTable {
  readonly label: string;
  readonly testId: string;
  /** The first stands above the heads of the rows. */
  readonly columns: readonly string[];
  readonly rows: readonly MoneyRow[];
}

function rowOf({ head, cells, isSum }: MoneyRow, columns: readonly string[]): TemplateResult {
  return html`<tr role="row" class=${isSum === true ? "sum" : ""}>
    <th role="rowheader" scope="row">${head}</th>
    ${cells.map((cell, index) => html`<td role="cell" data-label=${columns[index + 1] ?? ""}>${cell}</td>`)}
  </tr>`;
}

export function moneyTable({ label, testId, columns, rows }: MoneyTable): TemplateResult {
  return html`<table class="money" role="table" aria-label=${label} data-testid=${testId}>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map((column) => html`<th role="columnheader" scope="col">${column}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map((row) => rowOf(row, columns))}
    </tbody>
  </table>`;
}
