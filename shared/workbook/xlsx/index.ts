/** .xlsx in and out: the one folder that knows the file format. */
export { readXlsx, MAX_CELLS, type XlsxWorkbook } from "./read.ts";
export { encodeSheets, writeXlsx, AS_OF_NAME } from "./write.ts";
export { MAX_FILE_BYTES } from "./zip.ts";
