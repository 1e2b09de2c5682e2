/** Checking a template against the definition of its fields, and filling it. */
import { TemplateHandler, type Tag } from "easy-template-x";
import type { TemplateKind } from "../../shared/contract/order.ts";
import { nearestNames } from "../../shared/kernel/nearest.ts";
import { decodeText } from "../../shared/workbook/xlsx/bytes.ts";
import { openZip, readPart, type Zip } from "../../shared/workbook/xlsx/zip.ts";
import type { PaperData } from "./data.ts";
import { TEMPLATE_DEFINITIONS, type PaperField } from "./fields.ts";

export const TEMPLATE_LIMIT_BYTES = 1024 * 1024;
const XML_DEPTH = 60;
const MOST_PROBLEMS = 20;
const MOST_UNPACKED_BYTES = 16 * 1024 * 1024;

/** The library reads ArrayBuffers; a view may be of a larger one. */
const bufferOf = ({ buffer, byteOffset, byteLength }: Uint8Array<ArrayBuffer>) =>
  buffer.slice(byteOffset, byteOffset + byteLength);

const handler = () => new TemplateHandler({ maxXmlDepth: XML_DEPTH });

/** Characters XML cannot hold become spaces. */
function printable(text: string): string {
  return Array.from(text, (char) => {
    const code = char.codePointAt(0) ?? 0;
    const bad = (code < 32 && code !== 10 && code !== 9) || code === 0xfffe || code === 0xffff;
    return bad || (code >= 0xd800 && code <= 0xdfff) ? " " : char;
  }).join("");
}

function cleaned(data: PaperData): PaperData {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      typeof value === "string" ? printable(value) : value.map(cleaned),
    ]),
  );
}

export async function fillTemplate(
  template: Uint8Array<ArrayBuffer>,
  data: PaperData,
): Promise<Uint8Array<ArrayBuffer>> {
  const filled = await handler().process(bufferOf(template), cleaned(data));
  return new Uint8Array(filled);
}

/** False when a part is damaged, lies about its size, or all of them are more than a paper can be. */
function isSound(zip: Zip): boolean {
  let total = 0;
  for (const name of zip.entries.keys()) {
    const part = readPart(zip, name);
    if (!part.ok) return false;
    total += part.value?.byteLength ?? 0;
    if (total > MOST_UNPACKED_BYTES) return false;
  }
  return true;
}

/** Fields of Word that start programs or fetch other files; an instruction may be cut into many runs. */
function hasHostileField(xml: string): boolean {
  const runs = [...xml.matchAll(/<w:instrText\b[^<>]*>([^<]*)</g)].map(([, text]) => text);
  const simple = [...xml.matchAll(/\bw:instr\s*=\s*"([^"]*)"/g)].map(([, text]) => text);
  return /DDE|INCLUDE(?:TEXT|PICTURE)|\bLINK\b|\bIMPORT\b|\bDATABASE\b|MACROBUTTON/i.test(
    [runs.join(""), ...simple].join(" "),
  );
}

/** Parts that would run or fetch something on the machine of whoever opens the paper. */
function dangers(zip: Zip): string[] {
  const names = [...zip.entries.keys()];
  const found: string[] = [];
  if (names.some((name) => /vbaproject|activex|embeddings\//.test(name)))
    found.push("Mẫu có macro hoặc đối tượng nhúng; hãy lưu thành tệp .docx không có macro.");
  const fetches = names.some((name) => {
    if (!name.endsWith(".rels")) return false;
    const part = readPart(zip, name);
    const text = part.ok && part.value !== null ? decodeText(part.value) : "";
    return [...text.matchAll(/<Relationship\b[^>]*>/g)].some(
      ([tag]) => /TargetMode="External"/i.test(tag) && !/\/hyperlink"/.test(tag),
    );
  });
  const fields = names.some((name) => {
    const part = name.endsWith(".xml") ? readPart(zip, name) : null;
    return part?.ok === true && part.value !== null && hasHostileField(decodeText(part.value));
  });
  if (fields)
    found.push(
      "Mẫu có trường của Word chạy chương trình hoặc lấy tệp khác (DDE, INCLUDETEXT…); hãy xoá trường ấy.",
    );
  if (fetches)
    found.push("Mẫu lấy dữ liệu từ bên ngoài (ảnh, mẫu nền hoặc tệp liên kết); hãy chèn hẳn vào tệp.");
  return found;
}

interface Scope {
  readonly fields: readonly PaperField[];
  readonly name: string | null;
}

/** One walk over the tags: unknown names, marks that do not pair, and which fields were met in which list. */
class TagWalk {
  readonly problems: string[] = [];
  readonly met = new Set<string>();
  readonly #open: Scope[];

  constructor(fields: readonly PaperField[]) {
    this.#open = [{ fields, name: null }];
  }

  #path(name: string): string {
    return [...this.#open.flatMap((scope) => scope.name ?? []), name].join("/");
  }

  /** A field of this list, or of one around it: outer fields may be said inside a list. */
  #find(name: string): PaperField | undefined {
    return this.#open.toReversed().flatMap(({ fields }) => fields.filter((field) => field.name === name))[0];
  }

  add({ name, disposition, rawText }: Tag): void {
    if (/[\s{]/.test(name)) {
      this.problems.push(`Thiếu dấu } ngay sau tên trường ở chỗ “${rawText.slice(0, 40)}”.`);
      return undefined;
    }
    if (disposition === "Close") return this.#close(name);
    const field = this.#find(name);
    if (field === undefined) {
      const known = this.#open.flatMap(({ fields }) => fields.map((each) => each.name));
      const near = nearestNames(name, known);
      const guess = near.length === 0 ? "" : ` Có thể là: ${near.map((each) => `{${each}}`).join(", ")}.`;
      this.problems.push(`Không có trường ${rawText}.${guess}`);
      if (disposition === "Open") this.#open.push({ fields: [], name });
      return undefined;
    }
    this.met.add(this.#path(name));
    if (disposition === "Open") {
      if (field.rows === undefined)
        this.problems.push(
          `{#${name}} chỉ dùng cho danh sách; “${field.vi}” không phải danh sách, hãy viết {${name}}.`,
        );
      this.#open.push({ fields: field.rows ?? [], name });
    } else if (field.rows !== undefined) {
      this.problems.push(`{${name}} là danh sách: hãy viết {#${name}} … {/${name}} quanh phần lặp lại.`);
    }
    return undefined;
  }

  #close(name: string): void {
    const last = this.#open.at(-1);
    if (this.#open.length > 1 && last?.name === name) this.#open.pop();
    else this.problems.push(`{/${name}} không có {#${name}} tương ứng ở trước.`);
  }

  end(): void {
    for (const { name } of this.#open.slice(1))
      this.problems.push(`{#${name ?? ""}} chưa được đóng: thiếu {/${name ?? ""}}.`);
  }
}

function missing(fields: readonly PaperField[], met: ReadonlySet<string>, path = ""): string[] {
  return fields.flatMap((field) => {
    const here = `${path}${field.name}`;
    const present = met.has(here);
    if (!present && field.required !== true) return [];
    if (!present) {
      const inside = path === "" ? "" : ` trong danh sách {#${path.slice(0, -1).split("/").at(-1) ?? ""}}`;
      const text = field.rows === undefined ? `{${field.name}}` : `{#${field.name}} … {/${field.name}}`;
      return [`Thiếu trường bắt buộc ${text}${inside}: ${field.vi}.`];
    }
    return field.rows === undefined ? [] : missing(field.rows, met, `${here}/`);
  });
}

/** Sentences for whoever made the template; none when it can be used. */
export function checkTemplate(kind: TemplateKind, bytes: Uint8Array<ArrayBuffer>): Promise<string[]> {
  return checkPlaceholders(TEMPLATE_DEFINITIONS[kind].fields, bytes);
}

export async function checkPlaceholders(
  fields: readonly PaperField[],
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string[]> {
  const zip = openZip(bytes);
  if (!zip.ok) return [`Không mở được tệp như một tệp Word (.docx). ${zip.error.vi}`];
  const body = readPart(zip.value, "word/document.xml");
  if (!body.ok || body.value === null) return ["Tệp không phải là tệp Word (.docx): không có phần nội dung."];
  // The library that fills unpacks without asking how much it will be.
  if (!isSound(zip.value)) return ["Tệp hỏng hoặc bung ra quá lớn; hãy lưu lại bằng Word rồi tải lên."];
  const dangerous = dangers(zip.value);
  if (dangerous.length > 0) return dangerous;
  const walk = new TagWalk(fields);
  try {
    for (const tag of await handler().parseTags(bufferOf(bytes))) walk.add(tag);
  } catch (error) {
    const why = error instanceof Error ? error.message : "";
    return [
      `Dấu ngoặc nhọn trong mẫu không thành cặp: mỗi { phải có } ngay sau tên trường. (${why.slice(0, 200)})`,
    ];
  }
  walk.end();
  return [...new Set([...walk.problems, ...missing(fields, walk.met)])].slice(0, MOST_PROBLEMS);
}
