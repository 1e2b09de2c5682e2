/** Several printed tables in one file: each with its letterhead, title, unit of money, and the place for signatures. */
import { encodeSheets, type PrintedSheet } from "../../shared/workbook/xlsx/index.ts";
import { describeOrderer, signingPlace } from "./orderer.ts";
import {
  Page,
  printedSheet,
  putLetterhead,
  putSigning,
  putTable,
  type PrintedColumn,
  type PrintedGroup,
} from "./printed-table.ts";

/** Signed and dated by hand: the file may be made many times before. */
const BLANK_DAY = "ngày … tháng … năm …";
const HEADER_ROW = 8;

export interface IssuedBy {
  readonly organisationName: string;
  readonly provinceName: string;
}

export interface TableSheet<Row> {
  readonly name: string;
  readonly title: string;
  /** In brackets under the title. */
  readonly about: string;
  readonly columns: readonly PrintedColumn<Row>[];
  readonly groups: readonly PrintedGroup<Row>[];
  /** Sentences under the table. */
  readonly notes: readonly string[];
  readonly frozenColumns: number;
}

export function tableSheet<Row>(sheet: TableSheet<Row>, issuer: IssuedBy): PrintedSheet {
  const page = new Page();
  const { columns } = sheet;
  const width = columns.length;
  const orderer = describeOrderer(issuer.organisationName);
  putLetterhead(page, orderer.heading, width);
  page.span(4, 1, width, sheet.title, { align: "center", bold: true, size: 14 }, 22);
  page.span(5, 1, width, sheet.about, { align: "center", italic: true, size: 13 }, 20);
  page.span(7, 1, width, "Đơn vị tính: đồng", { align: "right", italic: true });
  let row = putTable(page, columns, sheet.groups, HEADER_ROW);
  const wide = columns.reduce((sum, column) => sum + column.width, 0);
  for (const note of sheet.notes) {
    page.span(row, 1, width, note, { italic: true }, Math.ceil((note.length * 1.1) / wide) * 16 + 8);
    row += 1;
  }
  putSigning(
    page,
    {
      place: signingPlace(issuer.organisationName, issuer.provinceName),
      day: BLANK_DAY,
      authority: orderer.authority,
    },
    width,
    row + 1,
  );
  return printedSheet(page, {
    name: sheet.name,
    widths: columns.map((column) => column.width),
    headerRow: HEADER_ROW,
    frozenColumns: sheet.frozenColumns,
  });
}

export async function sheetSet(
  title: string,
  creator: string,
  sheets: readonly PrintedSheet[],
): Promise<Uint8Array<ArrayBuffer>> {
  return Uint8Array.from(await encodeSheets({ properties: { title, creator }, sheets: [...sheets] }));
}

/** Numbered rows of amounts: the columns begin with these two. */
export function numberedBy<Row extends { readonly label: string }>(
  header: string,
): readonly PrintedColumn<Row>[] {
  return [
    { header: "TT", width: 5, align: "center", value: (_, index) => index + 1 },
    { header, width: 44, align: "left", value: ({ label }) => label },
  ];
}

export function summed<Row>(header: string, width: number, value: (row: Row) => number): PrintedColumn<Row> {
  return { header, width, align: "right", value, sum: true };
}
