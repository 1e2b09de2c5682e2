/** .xlsx in and out: the one folder that knows the file format. */
export { annotateXlsx } from "./annotate.ts";
export { readXlsx, MAX_CELLS, type XlsxWorkbook } from "./read.ts";
export { encodeSheets, writeXlsx } from "./write.ts";
export { AS_OF_NAME } from "../sheets/info.ts";
export { FONT, MAX_ROW_HEIGHT } from "./looks.ts";
export { MAX_FILE_BYTES } from "./zip.ts";
/** A printed sheet made cell by cell, for annexes that are not workbooks of the template. */
export type {
  Cell as PrintedCell,
  CellStyle as PrintedStyle,
  MergeRange as PrintedMerge,
  WriteSheet as PrintedSheet,
} from "hucre/xlsx";
