/** What reads and judges a workbook: the heaviest part of the pane, loaded while the pane already shows itself. */
export { judgeWorkbook } from "../../shared/workbook/judge.ts";
export { ownBooksOf } from "../../shared/workbook/own-books.ts";
