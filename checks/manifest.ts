/** Offline validator of manifest.xml. Each rule has a name, and a case in manifest.test.ts that breaks it. */
import { ICON_SIZES, LIMITS, ORDER, REQUIRED, RESID_KIND, type ResourceKind } from "./manifest-schema.ts";
import { parseXml, walk, type XmlElement } from "./lib/xml.ts";

export interface ManifestProblem {
  readonly rule: string;
  readonly line: number;
  readonly message: string;
}

export interface ManifestOptions {
  /** Bytes of the icon behind an address, or null when there is none. */
  readonly icon: (url: string) => Uint8Array | null;
  /** Names that the task pane associates with ribbon buttons. */
  readonly actions: ReadonlySet<string>;
}

export interface ManifestReport {
  readonly problems: readonly ManifestProblem[];
  /** Elements looked at. */
  readonly examined: number;
  /** Every address in the manifest, once. */
  readonly urls: readonly string[];
}

interface Node {
  readonly element: XmlElement;
  readonly parent: XmlElement | null;
}

interface Context {
  readonly nodes: readonly Node[];
  readonly options: ManifestOptions;
  readonly report: (rule: string, element: XmlElement, message: string) => void;
}

function withParents(element: XmlElement, parent: XmlElement | null = null): Node[] {
  return [{ element, parent }, ...element.children.flatMap((child) => withParents(child, element))];
}

/** The name under which ORDER and REQUIRED know an element. */
function keyOf({ element, parent }: Node): string {
  const type = element.attributes["xsi:type"];
  const byType = `${element.name}@${type ?? ""}`;
  const byParent = `${element.name}@${parent?.name ?? ""}`;
  if (byType in ORDER) return byType;
  return byParent in ORDER ? byParent : element.name;
}

function checkOrder({ nodes, report }: Context): void {
  for (const node of nodes) {
    const order = ORDER[keyOf(node)] ?? [];
    let reached = 0;
    for (const child of node.element.children) {
      const position = order.indexOf(child.name);
      if (position === -1 && !isOverride(child)) {
        report("unknown-element", child, `<${child.name}> does not belong in <${node.element.name}>`);
      } else if (position < reached && !isOverride(child)) {
        report("order", child, `<${child.name}> must come before <${order[reached]}>`);
      } else {
        reached = Math.max(reached, position);
      }
    }
    const names = new Set(node.element.children.map((child) => child.name));
    for (const name of REQUIRED[keyOf(node)] ?? []) {
      if (!names.has(name)) report("required", node.element, `<${node.element.name}> lacks <${name}>`);
    }
  }
}

function isOverride(element: XmlElement): boolean {
  return element.name === "Override";
}

function checkIdentity({ nodes, report }: Context): void {
  const root = nodes[0]?.element;
  const text = (name: string) => root?.children.find((child) => child.name === name);
  const id = text("Id");
  if (id && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id.text)) {
    report("id-form", id, "Id must be a GUID");
  }
  const version = text("Version");
  if (version && !/^[1-9]\d{0,4}(\.\d{1,5}){3}$/.test(version.text)) {
    report("version-form", version, "Version must be four numbers, the first at least 1");
  }
  const locale = text("DefaultLocale");
  if (locale && locale.text !== "vi-VN") report("default-locale", locale, "DefaultLocale must be vi-VN");
}

function checkIds({ nodes, report }: Context): void {
  const seen = new Set<string>();
  for (const { element } of nodes) {
    const id = element.attributes["id"];
    if (id === undefined) continue;
    if (seen.has(id)) report("unique-id", element, `id “${id}” is used twice`);
    if (id.length > LIMITS.resid && !["Control", "Group", "CustomTab"].includes(element.name)) {
      report("resid-length", element, `id “${id}” is longer than ${LIMITS.resid} characters`);
    }
    seen.add(id);
  }
}

function resources({ nodes }: Context): Map<string, { element: XmlElement; kind: ResourceKind }> {
  const found = new Map<string, { element: XmlElement; kind: ResourceKind }>();
  for (const { element, parent } of nodes) {
    const id = element.attributes["id"];
    if (id === undefined || parent === null) continue;
    if (parent.name === "Images") found.set(id, { element, kind: "Image" });
    if (parent.name === "Urls") found.set(id, { element, kind: "Url" });
    if (parent.name === "ShortStrings" || parent.name === "LongStrings") {
      found.set(id, { element, kind: parent.name });
    }
  }
  return found;
}

function checkResids(context: Context): void {
  const known = resources(context);
  const used = new Set<string>();
  for (const { element } of context.nodes) {
    const resid = element.attributes["resid"];
    if (resid === undefined) continue;
    used.add(resid);
    const target = known.get(resid);
    if (target === undefined) {
      context.report("resid-resolves", element, `resid “${resid}” is not declared in <Resources>`);
    } else if (target.kind !== RESID_KIND[element.name]) {
      context.report("resid-kind", element, `<${element.name}> cannot use “${resid}”, a ${target.kind}`);
    }
  }
  for (const [id, { element }] of known) {
    if (!used.has(id)) context.report("resid-unused", element, `resource “${id}” is never used`);
  }
}

function limitOf({ element, parent }: Node): number | null {
  if (parent?.name === "ShortStrings" || element.name === "DisplayName") return LIMITS.short;
  if (parent?.name === "LongStrings") return LIMITS.long;
  if (element.name === "Description" && parent?.name === "OfficeApp") return LIMITS.long;
  return null;
}

function checkStrings({ nodes, report }: Context): void {
  for (const node of nodes) {
    const { element, parent } = node;
    if (["ProviderName", "TaskpaneId"].includes(element.name) && element.text.length > LIMITS.short) {
      report("string-length", element, `<${element.name}> is longer than ${LIMITS.short} characters`);
    }
    const ribbon = ["Control", "Group", "CustomTab"].includes(element.name) && parent !== null;
    if (ribbon && (element.attributes["id"] ?? "").length > LIMITS.short) {
      report("string-length", element, `id of <${element.name}> is longer than ${LIMITS.short} characters`);
    }
    const limit = limitOf(node);
    if (limit === null) continue;
    const overrides = element.children.filter(isOverride);
    const texts = [
      element.attributes["DefaultValue"],
      ...overrides.map((child) => child.attributes["Value"]),
    ];
    for (const text of texts) {
      if (!text || text.length > limit) {
        report("string-length", element, `text must have 1 to ${limit} characters, has ${text?.length ?? 0}`);
      }
    }
    if (!overrides.some((child) => child.attributes["Locale"] === "en-US")) {
      report("english", element, `<${element.name}> has no en-US override`);
    }
  }
}

/** Width and height out of a PNG's header, or null. */
function pngSize(bytes: Uint8Array): { width: number; height: number } | null {
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  if (bytes.length < 24 || signature.some((byte, index) => bytes[index] !== byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

function checkIcon(context: Context, element: XmlElement, url: string | undefined, size: number): void {
  const bytes = url === undefined ? null : context.options.icon(url);
  if (bytes === null)
    return context.report("icon-exists", element, `no icon file behind ${url ?? "nothing"}`);
  const real = pngSize(bytes);
  if (real === null) return context.report("icon-format", element, `${url} is not a PNG`);
  if (real.width !== size || real.height !== size) {
    context.report("icon-size", element, `${url} is ${real.width}×${real.height}, must be ${size}×${size}`);
  }
}

function checkIcons(context: Context): void {
  const known = resources(context);
  for (const { element } of context.nodes) {
    if (element.name === "IconUrl" || element.name === "HighResolutionIconUrl") {
      checkIcon(context, element, element.attributes["DefaultValue"], ICON_SIZES[element.name]);
    }
    if (element.name !== "Icon") continue;
    const sizes = new Set(element.children.map((image) => Number(image.attributes["size"])));
    for (const size of ICON_SIZES.control) {
      if (!sizes.has(size)) context.report("icon-sizes", element, `no image of size ${size}`);
    }
    for (const image of element.children) {
      const target = known.get(image.attributes["resid"] ?? "")?.element;
      if (target) {
        checkIcon(context, image, target.attributes["DefaultValue"], Number(image.attributes["size"]));
      }
    }
  }
}

/** Every address an element carries. */
function addressesOf(element: XmlElement): string[] {
  if (element.name === "AppDomain") return [element.text];
  const { DefaultValue, Value } = element.attributes;
  return [DefaultValue, Value].filter((text): text is string => text !== undefined && /^\w+:\/\//.test(text));
}

function checkAddresses({ nodes, report }: Context): string[] {
  const urls = new Set<string>();
  const origins = new Set<string>();
  for (const { element } of nodes) {
    for (const address of addressesOf(element)) {
      const url = URL.parse(address);
      if (url?.protocol !== "https:") report("https", element, `“${address}” is not an https address`);
      if (address.length > LIMITS.url) report("url-length", element, `address longer than ${LIMITS.url}`);
      if (url) origins.add(url.origin);
      if (origins.size > 1) report("one-origin", element, `“${address}” is on another host than the rest`);
      urls.add(address);
    }
  }
  return [...urls];
}

/** In a shared runtime the pane, the functions' page, the commands and the runtime are the same page. */
function checkSharedRuntime(context: Context): void {
  const find = (name: string) =>
    context.nodes.filter(({ element }) => element.name === name).map(({ element }) => element);
  const [runtime] = find("Runtime");
  const sets = find("Set").map((set) => set.attributes["Name"]);
  const root = context.nodes[0]?.element;
  if (root === undefined) return;
  if (runtime?.attributes["lifetime"] !== "long") {
    return context.report("shared-runtime", root, "no <Runtime> with lifetime long");
  }
  if (!sets.includes("SharedRuntime"))
    context.report("shared-runtime", root, "SharedRuntime is not required");
  const page = runtime.attributes["resid"];
  const same = [
    ...find("FunctionFile"),
    ...find("Page").flatMap((element) => element.children),
    ...find("Action").flatMap((element) =>
      element.children.filter((child) => child.name === "SourceLocation"),
    ),
  ];
  for (const element of same) {
    if (element.attributes["resid"] !== page) {
      context.report("shared-runtime", element, `<${element.name}> must use the runtime's page “${page}”`);
    }
  }
}

function checkFunctions(context: Context): void {
  const known = resources(context);
  for (const { element } of context.nodes) {
    if (element.name === "Metadata") {
      const url = known.get(element.children[0]?.attributes["resid"] ?? "")?.element;
      const english = url?.children.some((child) => child.attributes["Locale"] === "en-US");
      if (!english) context.report("functions-english", element, "functions metadata has no en-US override");
    }
    if (element.name === "Namespace") {
      const text = known.get(element.attributes["resid"] ?? "")?.element;
      const values = [
        text?.attributes["DefaultValue"],
        ...(text?.children ?? []).map((c) => c.attributes["Value"]),
      ];
      if (values.some((value) => value !== "KC")) {
        context.report("namespace", element, "the functions' namespace is KC in every language");
      }
    }
    if (element.name === "FunctionName" && !context.options.actions.has(element.text)) {
      context.report("action-exists", element, `no code associates “${element.text}” with a ribbon button`);
    }
  }
}

/** All rules at once. A text that is not XML gives one problem of rule "xml". */
export function validateManifest(source: string, options: ManifestOptions): ManifestReport {
  const problems: ManifestProblem[] = [];
  let root: XmlElement;
  try {
    root = parseXml(source);
  } catch (error) {
    const problem = { rule: "xml", line: 0, message: (error as Error).message };
    return { problems: [problem], examined: 0, urls: [] };
  }
  const context: Context = {
    nodes: withParents(root),
    options,
    report: (rule, element, message) => void problems.push({ rule, line: element.line, message }),
  };
  for (const check of [checkOrder, checkIdentity, checkIds, checkResids, checkStrings]) check(context);
  for (const check of [checkIcons, checkSharedRuntime, checkFunctions]) check(context);
  const urls = checkAddresses(context);
  return { problems, examined: walk(root).length, urls };
}

/** Asks a running Worker for every address of the manifest; one sentence for each that does not answer 200. */
export async function unanswered(urls: readonly string[], origin: string): Promise<string[]> {
  const out: string[] = [];
  for (const url of urls) {
    const { pathname, search } = new URL(url);
    const answer = await fetch(new URL(pathname + search, origin), { redirect: "manual" });
    await answer.body?.cancel();
    if (answer.status !== 200) out.push(`${url} answers ${answer.status}`);
  }
  return out;
}
