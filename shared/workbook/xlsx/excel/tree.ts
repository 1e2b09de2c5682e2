/** A part of a workbook file as a tree, for checking what stands in it. */
import { decodeText } from "../bytes.ts";
import { decodeEntities, scanXml } from "../xml.ts";
import { readPart, type Zip } from "../zip.ts";

export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  readonly text: string;
}

interface OpenNode {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: XmlNode[];
  text: string;
}

function attributesOf(raw: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = "", double, single] of raw.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    found[name] = decodeEntities(double ?? single ?? "");
  return found;
}

/** Null when the text is not well formed. */
export function parseTree(bytes: Uint8Array): XmlNode | null {
  const top: OpenNode = { name: "", attributes: {}, children: [], text: "" };
  const open: OpenNode[] = [top];
  let matched = true;
  const wellFormed = scanXml(bytes, {
    open(name, raw) {
      open.push({ name, attributes: attributesOf(raw), children: [], text: "" });
    },
    text(piece) {
      const last = open.at(-1);
      if (last !== undefined) last.text += piece;
    },
    close(name) {
      const done = open.pop();
      if (done?.name !== name) matched = false;
      if (done !== undefined) open.at(-1)?.children.push(done);
    },
  });
  return wellFormed && matched && top.children.length === 1 ? (top.children[0] ?? null) : null;
}

export function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((child) => child.name === name);
}

export function childrenOf(node: XmlNode | undefined, name: string): XmlNode[] {
  return node?.children.filter((child) => child.name === name) ?? [];
}

/** All text below a node, rich runs joined. */
export function textBelow(node: XmlNode): string {
  return node.text + node.children.map(textBelow).join("");
}

export function bytesOfPart(zip: Zip, name: string): Uint8Array | null {
  const part = readPart(zip, name);
  return part.ok ? part.value : null;
}

export function textOfPart(zip: Zip, name: string): string {
  const bytes = bytesOfPart(zip, name);
  return bytes === null ? "" : decodeText(bytes);
}
