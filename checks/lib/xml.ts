/** Just enough XML for manifests: elements, attributes, text, comments; anything else is refused with its place. */

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Text directly inside, trimmed. */
  readonly text: string;
  readonly line: number;
}

interface Open extends XmlElement {
  readonly children: XmlElement[];
  readonly tag: string;
  text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<\/([\w.:-]+)\s*>|<([\w.:-]+)((?:\s+[\w.:-]+\s*=\s*"[^"<]*")*)\s*(\/?)>|[^<]+/y;

function decode(text: string): string {
  return text.replace(/&([a-z]+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}

function attributesOf(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([\w.:-]+)\s*=\s*"([^"<]*)"/g)];
  return Object.fromEntries(pairs.map((match) => [match[1] ?? "", decode(match[2] ?? "")]));
}

function localName(tag: string): string {
  return tag.slice(tag.indexOf(":") + 1);
}

function open(tag: string, attributes: string, line: number): Open {
  return { name: localName(tag), tag, attributes: attributesOf(attributes), children: [], text: "", line };
}

/** Throws an Error with the line when the text is not well-formed. */
export function parseXml(source: string): XmlElement {
  const top = open("#document", "", 1);
  const stack: Open[] = [top];
  TOKEN.lastIndex = source.startsWith("\uFEFF") ? 1 : 0;
  while (TOKEN.lastIndex < source.length) {
    const start = TOKEN.lastIndex;
    const line = source.slice(0, start).split("\n").length;
    const match = TOKEN.exec(source);
    const current = stack.at(-1);
    if (match === null || current === undefined) throw new Error(`line ${line}: not well-formed XML`);
    const [whole, closing, opening, attributes = "", slash] = match;
    if (closing !== undefined) {
      if (current.tag !== closing || stack.length === 1)
        throw new Error(`line ${line}: unexpected </${closing}>`);
      stack.pop();
    } else if (opening !== undefined) {
      const element = open(opening, attributes, line);
      current.children.push(element);
      if (slash !== "/") stack.push(element);
    } else if (!whole.startsWith("<")) {
      current.text = `${current.text} ${decode(whole)}`.trim();
    }
  }
  const [root, ...rest] = top.children;
  if (stack.length > 1) throw new Error(`<${stack.at(-1)?.tag}> of line ${stack.at(-1)?.line} is not closed`);
  if (root === undefined || rest.length > 0) throw new Error("there must be exactly one outermost element");
  return root;
}

/** The element and everything below it, in document order. */
export function walk(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(walk)];
}
