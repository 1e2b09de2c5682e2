/** Small edits of XML that somebody else wrote: everything not touched stays character for character. */

const TAG =
  /<(\/?)((?:[\w.-]+:)?[\w.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>/g;

/** Text as the content of an element; characters XML cannot hold get the format's own escape. */
export function escapeText(text: string): string {
  return (
    text
      .replace(/_x[0-9A-Fa-f]{4}_/g, (escape) => `_x005F${escape}`)
      // oxlint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, (char) => {
        const code = char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
        return `_x${code}_`;
      })
      .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
  );
}

/** The prefix, colon included, that a document uses for this element: "" or "x:". */
export function prefixOf(xml: string, element: string): string {
  return new RegExp(`<((?:[\\w.-]+:)?)${element}[\\s/>]`).exec(xml)?.[1] ?? "";
}

/** Namespace of the document's own element, for new parts of the same kind of file. */
export function namespaceOf(xml: string, element: string): string {
  const root = new RegExp(`<(?:[\\w.-]+:)?${element}(?:\\s[^>]*)?>`).exec(xml)?.[0] ?? "";
  const prefix = prefixOf(xml, element).slice(0, -1);
  const declared = new RegExp(`\\sxmlns${prefix === "" ? "" : `:${prefix}`}\\s*=\\s*["']([^"']+)["']`).exec(
    root,
  );
  return declared?.[1] ?? "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
}

/** Declared as UTF-8, whatever it was: it is written as UTF-8. */
export function asUtf8(xml: string): string {
  return xml.replace(/^(\s*<\?xml[^>]*?encoding\s*=\s*["'])[^"']+/, "$1UTF-8");
}

/** Puts text before the last closing tag of this name; null when there is none. */
export function beforeClosing(xml: string, name: string, text: string): string | null {
  const at = xml.lastIndexOf(`</${name}>`);
  return at < 0 ? null : xml.slice(0, at) + text + xml.slice(at);
}

/** The same for an element that may be empty: `<name/>` is opened first. */
export function intoElement(xml: string, name: string, text: string): string | null {
  const inside = beforeClosing(xml, name, text);
  if (inside !== null) return inside;
  const empty = new RegExp(`<${name}((?:\\s[^<>]*?)?)\\s*/>`).exec(xml);
  if (empty === null) return null;
  const opened = `<${name}${empty[1] ?? ""}>${text}</${name}>`;
  return xml.slice(0, empty.index) + opened + xml.slice(empty.index + empty[0].length);
}

/**
 * Puts text among the children of the root: before the first child named in `followers` that begins after `from`, else
 * at the root's end. Null when the document is not well formed enough.
 */
export function insertChild(
  xml: string,
  from: number,
  followers: readonly string[],
  text: string,
): string | null {
  TAG.lastIndex = from;
  let depth = 1;
  for (let match = TAG.exec(xml); match !== null; match = TAG.exec(xml)) {
    const [, closing, name, , selfClosing] = match;
    if (name === undefined) continue;
    const bare = name.includes(":") ? name.slice(name.indexOf(":") + 1) : name;
    if (closing === "/") depth -= 1;
    if (depth === 0 || (closing === "" && depth === 1 && followers.includes(bare)))
      return xml.slice(0, match.index) + text + xml.slice(match.index);
    if (closing === "" && selfClosing === "") depth += 1;
  }
  return null;
}
