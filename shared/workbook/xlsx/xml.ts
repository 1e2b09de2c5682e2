/** A small forward-only XML scanner over bytes: no tree, no entities beyond the five of XML, no external anything. */
import { decodeText, encodeText, wellFormed } from "./bytes.ts";

export interface XmlEvents {
  /** `attributes` is the raw text inside the tag; read it with `attribute`. Names come without prefix. */
  open?(name: string, attributes: string): void;
  close?(name: string): void;
  text?(text: string): void;
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w{1,8}));/g,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
      // Half of a character is no character of XML, nor of anything that is sent on.
      return code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
    },
  );
}

/** "_x000D_" and the like, the format's own escape inside strings. */
export function decodeEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return wellFormed(
    text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
  );
}

/** Patterns of the dozen attribute names in use; a sheet asks for them a million times. */
const ATTRIBUTES = new Map<string, RegExp>();

/** Value of an attribute, prefix of the wanted name included ("r:id"); null when absent. */
export function attribute(attributes: string, name: string): string | null {
  let pattern = ATTRIBUTES.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    ATTRIBUTES.set(name, pattern);
  }
  const match = pattern.exec(attributes);
  return match === null ? null : decodeEntities(match[1] ?? match[2] ?? "");
}

const LT = 60;
const GT = 62;

function indexOfBytes(bytes: Uint8Array, text: string, from: number): number {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let same = 1;
    while (same < text.length && bytes[at + same] === text.charCodeAt(same)) same += 1;
    if (same === text.length) return at;
  }
  return -1;
}

/** End of a tag: the ">" that is not inside quotes; −1 when missing. */
function tagEnd(bytes: Uint8Array, from: number): number {
  let quote = 0;
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (quote !== 0) quote = byte === quote ? 0 : quote;
    else if (byte === 34 || byte === 39) quote = byte;
    else if (byte === GT) return at;
  }
  return -1;
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/** Skips "<!--…-->", "<?…?>", "<!…>"; gives CDATA as text. Returns where to go on, −1 when unterminated. */
function special(bytes: Uint8Array, at: number, events: XmlEvents): number {
  const head = decodeText(bytes, at, Math.min(at + 9, bytes.length));
  const [opening, closing] = head.startsWith("<!--")
    ? ["<!--", "-->"]
    : head === "<![CDATA["
      ? ["<![CDATA[", "]]>"]
      : head.startsWith("<?")
        ? ["<?", "?>"]
        : ["<!", ">"];
  const end = indexOfBytes(bytes, closing ?? ">", at + (opening ?? "").length);
  if (end < 0) return -1;
  if (opening === "<![CDATA[") events.text?.(decodeText(bytes, at + 9, end));
  return end + (closing ?? ">").length;
}

/** True when the document was well formed enough to be read to its end. */
export function scanXml(input: Uint8Array, events: XmlEvents): boolean {
  const bytes = input[0] === 0xff && input[1] === 0xfe ? encodeText(decodeText(input)) : input;
  let at = 0;
  let depth = 0;
  while (at < bytes.length) {
    if (bytes[at] !== LT) {
      const next = bytes.indexOf(LT, at);
      const end = next < 0 ? bytes.length : next;
      if (depth > 0) events.text?.(decodeEntities(decodeText(bytes, at, end).replace(/\r\n?/g, "\n")));
      at = end;
      continue;
    }
    const second = bytes[at + 1];
    if (second === 33 || second === 63) {
      at = special(bytes, at, events);
      if (at < 0) return false;
      continue;
    }
    const end = tagEnd(bytes, at + 1);
    if (end < 0) return false;
    if (second === 47) {
      events.close?.(localName(decodeText(bytes, at + 2, end).trim()));
      depth -= 1;
    } else {
      const selfClosing = bytes[end - 1] === 47;
      const content = decodeText(bytes, at + 1, selfClosing ? end - 1 : end);
      const space = content.search(/\s/);
      const name = localName(space < 0 ? content : content.slice(0, space));
      events.open?.(name, space < 0 ? "" : content.slice(space));
      if (selfClosing) events.close?.(name);
      else depth += 1;
    }
    at = end + 1;
  }
  return depth === 0;
}
