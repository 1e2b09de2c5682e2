/** The copy is opened by reviewers: formulas of the sender that start programs or reach out keep their value only. */
import type { EditableBook } from "./annotate-book.ts";
import { isUnwritable } from "./formula.ts";
import { attribute, decodeEntities } from "./xml.ts";
import { escapeText, prefixOf } from "./xml-edit.ts";

const ATTRIBUTES = String.raw`((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*`;
/** <f>, <x:f>, <xm:f>, <formula>, <formula1>, <formula2>: prefix, name, attributes, content (undefined when empty). */
const FORMULA = new RegExp(
  String.raw`<((?:[\w.-]+:)?)(f|formula[12]?)${ATTRIBUTES}(?:/>|>([^<]*)</\1\2\s*>)`,
  "g",
);
const DEFINED_NAME = new RegExp(
  String.raw`<((?:[\w.-]+:)?)definedName${ATTRIBUTES}>([^<]*)</\1definedName\s*>`,
  "g",
);

const SECTIONS = [
  { opening: "<![CDATA[", closing: "]]>", shown: escapeText },
  { opening: "<!--", closing: "-->", shown: () => "" },
  { opening: "<?", closing: "?>", shown: () => "" },
] as const;

/** The same document without comments, instructions and CDATA, behind which a word could hide. One pass, whatever the text. */
function plainXml(xml: string): string {
  const head = /^\uFEFF?\s*<\?xml[^<>]*\?>/.exec(xml)?.[0] ?? "";
  let text = head;
  for (let at = head.length; ; ) {
    const opening = /<[!?]/g;
    opening.lastIndex = at;
    const found = opening.exec(xml);
    const section = found && SECTIONS.find((each) => xml.startsWith(each.opening, found.index));
    const from = found === null ? xml.length : found.index;
    const start = from + (section?.opening.length ?? 2);
    const end = section ? xml.indexOf(section.closing, start) : -1;
    if (found === null || (section && end < 0)) return text + xml.slice(at);
    text += xml.slice(at, from) + (section ? section.shown(xml.slice(start, end)) : found[0]);
    at = section ? end + section.closing.length : start;
  }
}

/** Names by which formulas call the tables of this file. */
function tableNames(book: EditableBook): string[] {
  const tag = new RegExp(String.raw`<(?:[\w.-]+:)?table${ATTRIBUTES}>`);
  return [...book.book.zip.entries.keys()]
    .filter((path) => /(^|\/)tables\/[^/]+\.xml$/.test(path))
    .flatMap((path) => attribute(tag.exec(book.text(path) ?? "")?.[1] ?? "", "displayName") ?? []);
}

type Judge = (content: string) => boolean;

function calmSheet(xml: string, isHostile: Judge): string {
  const own = prefixOf(xml, "worksheet");
  const shared = new Set<string>();
  for (const [, , , attributes = "", content] of xml.matchAll(FORMULA)) {
    const group = attribute(attributes, "si");
    if (group !== null && content !== undefined && isHostile(content)) shared.add(group);
  }
  return xml.replace(FORMULA, (whole, prefix: string, name: string, attributes: string, content?: string) => {
    const group = attribute(attributes, "si");
    const follows = group !== null && shared.has(group) && attribute(attributes, "t") === "shared";
    if (!follows && (content === undefined || !isHostile(content))) return whole;
    // Of a cell the value stays; a rule cannot be without its formula.
    return name === "f" && prefix === own ? "" : `<${prefix}${name}${attributes}>0</${prefix}${name}>`;
  });
}

function calmNames(xml: string, isHostile: Judge): string {
  return xml.replace(DEFINED_NAME, (whole, prefix: string, attributes: string, content: string) =>
    isHostile(content) ? `<${prefix}definedName${attributes}>#REF!</${prefix}definedName>` : whole,
  );
}

/** Cells, rules and names of the workbook; a part that reaches nowhere stays character for character. */
export function calmFormulas(book: EditableBook, sheetPaths: Iterable<string>): void {
  const tables = tableNames(book);
  const isHostile: Judge = (content) => isUnwritable(decodeEntities(content), tables);
  const edit = (path: string, change: (xml: string, judge: Judge) => string) => {
    const text = book.text(path);
    if (text === null) return;
    const before = plainXml(text);
    const after = change(before, isHostile);
    if (after !== before) book.write(path, after);
  };
  for (const path of sheetPaths) edit(path, calmSheet);
  edit(book.book.path, calmNames);
}
