/**
 * What Excel demands of a file and other programs forgive: a part out of order, a table whose column is not named as its
 * header, a list of 256 characters … and Excel “repairs” the file by throwing something away. No Excel runs where this
 * is tested, so every workbook this product writes is held against these demands instead.
 */
import { openZip } from "../zip.ts";
import {
  checkParts,
  checkSharedTexts,
  checkStyles,
  checkWorkbook,
  readPackage,
  relationsOf,
  uniqueness,
} from "./package.ts";
import { checkSheet } from "./sheet.ts";
import { childOf, childrenOf } from "./tree.ts";

/** One sentence for each demand not met; empty for a file Excel opens as it is. */
export function unmetDemands(bytes: Uint8Array): string[] {
  const zip = openZip(bytes);
  if (!zip.ok) return [zip.error.en];
  const book = readPackage(zip.value);
  checkParts(book);
  const path = relationsOf(book, "").find(({ type }) => type === "officeDocument")?.target ?? "";
  const workbook = book.trees.get(path);
  if (workbook === undefined) return [...book.problems, "no workbook"];
  checkWorkbook(book, workbook);
  const relations = relationsOf(book, path);
  const related = (type: string) => book.trees.get(relations.find((one) => one.type === type)?.target ?? "");
  const styles = checkStyles(book, related("styles"));
  const strings = related("sharedStrings");
  const stringCount = checkSharedTexts(book, strings);
  const tables = childrenOf(childOf(workbook, "sheets"), "sheet").flatMap((entry) => {
    const id = Object.entries(entry.attributes).find(([name]) => name.endsWith(":id"))?.[1];
    const target = relations.find((one) => one.id === id)?.target ?? "";
    const sheet = book.trees.get(target);
    if (sheet === undefined) {
      book.problems.push(`no sheet ${entry.attributes["name"]}`);
      return [];
    }
    return checkSheet({ book, path: target, sheet, styles, strings, stringCount });
  });
  const names = childrenOf(childOf(workbook, "definedNames"), "definedName").map(
    (one) => one.attributes["name"] ?? "",
  );
  uniqueness(book.problems, "table", [
    ...tables.map(({ name }) => name),
    ...new Set(names.filter((name) => !name.startsWith("_xlnm"))),
  ]);
  uniqueness(
    book.problems,
    "table id",
    tables.map(({ id }) => id),
  );
  return book.problems;
}
