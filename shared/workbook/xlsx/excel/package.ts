/** What Excel demands of the package: content types, relations, names of sheets, defined names, styles, shared texts. */
import { resolvePath, folderOf, relationsPath } from "../read.ts";
import type { Zip } from "../zip.ts";
import { misplacedChild } from "./orders.ts";
import { bytesOfPart, childOf, childrenOf, parseTree, textBelow, textOfPart, type XmlNode } from "./tree.ts";

export interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** A package read once; problems are collected in words. */
export interface Package {
  readonly zip: Zip;
  readonly problems: string[];
  readonly trees: ReadonlyMap<string, XmlNode>;
}

// oxlint-disable-next-line no-control-regex -- what XML cannot hold
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;

function orderProblems(path: string, node: XmlNode): string[] {
  const wrong = misplacedChild(
    node.name,
    node.children.map(({ name }) => name),
  );
  const below = node.children.flatMap((child) => orderProblems(path, child));
  return wrong === null ? below : [`${path}: <${wrong}> is out of place in <${node.name}>`, ...below];
}

export function readPackage(zip: Zip): Package {
  const problems: string[] = [];
  const trees = new Map<string, XmlNode>();
  for (const { name } of zip.entries.values()) {
    if (!/\.(xml|rels|vml)$/.test(name)) continue;
    if (FORBIDDEN.test(textOfPart(zip, name))) problems.push(`${name}: a character XML cannot hold`);
    const tree = parseTree(bytesOfPart(zip, name) ?? new Uint8Array());
    if (tree === null) problems.push(`${name}: not well formed`);
    else {
      trees.set(name, tree);
      problems.push(...orderProblems(name, tree));
    }
  }
  return { zip, problems, trees };
}

export function relationsOf(book: Package, path: string): Relation[] {
  return childrenOf(book.trees.get(relationsPath(path)), "Relationship").map(({ attributes }) => ({
    id: attributes["Id"] ?? "",
    type: (attributes["Type"] ?? "").split("/").pop() ?? "",
    target:
      attributes["TargetMode"] === "External" ? "" : resolvePath(folderOf(path), attributes["Target"] ?? ""),
  }));
}

export function uniqueness(problems: string[], what: string, values: readonly string[]): void {
  const seen = new Set<string>();
  for (const value of values) {
    if (seen.has(value.toLowerCase())) problems.push(`${what} twice: ${value}`);
    seen.add(value.toLowerCase());
  }
}

export function checkParts(book: Package): void {
  const { problems, zip } = book;
  const types = book.trees.get("[Content_Types].xml");
  const defaults = new Set(childrenOf(types, "Default").map((one) => one.attributes["Extension"] ?? ""));
  const overrides = childrenOf(types, "Override").map((one) => one.attributes["PartName"] ?? "");
  uniqueness(problems, "content type", overrides);
  for (const name of overrides)
    if (!zip.entries.has(name.slice(1).toLowerCase()))
      problems.push(`content type of a missing part ${name}`);
  for (const { name } of zip.entries.values()) {
    if (name.startsWith("/") || name.includes("//")) problems.push(`part name ${name}`);
    if (
      name !== "[Content_Types].xml" &&
      !overrides.includes(`/${name}`) &&
      !defaults.has(name.split(".").pop() ?? "")
    )
      problems.push(`no content type for ${name}`);
  }
  for (const path of book.trees.keys()) {
    if (!path.endsWith(".rels")) continue;
    const owner = path.replace(/_rels\/([^/]*)\.rels$/, "$1");
    const relations = relationsOf(book, owner);
    uniqueness(
      problems,
      `relation of ${owner}`,
      relations.map(({ id }) => id),
    );
    for (const { target } of relations)
      if (target !== "" && !zip.entries.has(target.toLowerCase()))
        problems.push(`${path}: relation to a missing part ${target}`);
  }
}

const BAD_SHEET_NAME = /[[\]:*?/\\]|^'|'$/;
const DEFINED_NAME = /^(?:_xlnm\.\w+|[\p{L}_\\][\p{L}\p{N}_.\\]*)$/u;
const LOOKS_LIKE_A_CELL = /^(?:[a-z]{1,3}\d{1,7}|r\d*c\d*|r|c)$/i;

export function sheetNamesOf(workbook: XmlNode): string[] {
  return childrenOf(childOf(workbook, "sheets"), "sheet").map(({ attributes }) => attributes["name"] ?? "");
}

function checkSheets(problems: string[], workbook: XmlNode): void {
  const sheets = childrenOf(childOf(workbook, "sheets"), "sheet");
  const names = sheetNamesOf(workbook);
  uniqueness(problems, "sheet", names);
  uniqueness(
    problems,
    "sheetId",
    sheets.map(({ attributes }) => attributes["sheetId"] ?? ""),
  );
  for (const name of names)
    if (name === "" || name.length > 31 || BAD_SHEET_NAME.test(name) || name.toLowerCase() === "history")
      problems.push(`sheet name ${name}`);
  const active = Number(
    childOf(childOf(workbook, "bookViews"), "workbookView")?.attributes["activeTab"] ?? 0,
  );
  if ((sheets[active]?.attributes["state"] ?? "visible") !== "visible")
    problems.push("the active sheet is hidden");
}

export function checkWorkbook(book: Package, workbook: XmlNode): void {
  const { problems } = book;
  checkSheets(problems, workbook);
  const names = sheetNamesOf(workbook);
  const defined = childrenOf(childOf(workbook, "definedNames"), "definedName");
  uniqueness(
    problems,
    "defined name",
    defined.map(({ attributes }) => `${attributes["localSheetId"] ?? ""}!${attributes["name"] ?? ""}`),
  );
  for (const { attributes, text } of defined) {
    const name = attributes["name"] ?? "";
    if (!DEFINED_NAME.test(name) || LOOKS_LIKE_A_CELL.test(name)) problems.push(`defined name ${name}`);
    if (Number(attributes["localSheetId"] ?? 0) >= names.length) problems.push(`scope of ${name}`);
    const sheet = /^(?:'((?:[^']|'')+)'|([^'!,]+))!/.exec(text);
    const wanted = sheet?.[1]?.replaceAll("''", "'") ?? sheet?.[2];
    if (wanted !== undefined && !names.includes(wanted)) problems.push(`${name} names no sheet: ${text}`);
  }
}

export interface StyleCounts {
  readonly cells: number;
  readonly differential: number;
}

export function checkStyles(book: Package, styles: XmlNode | undefined): StyleCounts {
  const { problems } = book;
  const counted = (list: string): number => {
    const node = childOf(styles, list);
    const count = node?.attributes["count"];
    if (count !== undefined && Number(count) !== node?.children.length)
      problems.push(`styles: count of ${list}`);
    return node?.children.length ?? 0;
  };
  const limits = {
    fontId: counted("fonts"),
    fillId: counted("fills"),
    borderId: counted("borders"),
    xfId: counted("cellStyleXfs"),
  };
  for (const xf of childrenOf(childOf(styles, "cellXfs"), "xf"))
    for (const [id, limit] of Object.entries(limits))
      if (Number(xf.attributes[id] ?? 0) >= limit) problems.push(`styles: ${id} ${xf.attributes[id]}`);
  const formats = childrenOf(childOf(styles, "numFmts"), "numFmt");
  uniqueness(
    problems,
    "number format",
    formats.map(({ attributes }) => attributes["numFmtId"] ?? ""),
  );
  for (const { attributes } of formats)
    if ((attributes["formatCode"] ?? "").length > 255)
      problems.push("styles: number format over 255 characters");
  const cells = counted("cellXfs");
  if (styles !== undefined && cells === 0) problems.push("styles: no cell formats");
  return { cells, differential: counted("dxfs") };
}

export function checkSharedTexts(book: Package, strings: XmlNode | undefined): number {
  const texts = childrenOf(strings, "si");
  const declared = strings?.attributes["uniqueCount"];
  if (declared !== undefined && Number(declared) !== texts.length)
    book.problems.push("shared texts: uniqueCount");
  for (const si of texts)
    if (textBelow(si).length > 32_767) book.problems.push("shared texts: over 32,767 characters");
  return texts.length;
}
