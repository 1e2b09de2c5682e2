/** One page for each custom function, and the list of all of them. */
import { FUNCTIONS } from "../../addin/functions/index.ts";
import { columnLetters } from "../../shared/kernel/address.ts";
import { SUPPORT_KINDS } from "../../shared/law/support-kinds.ts";
import type { FunctionsMetadata } from "../functions-generated.ts";
import { runExample, showCell, type Cells, type Shown } from "./examples.ts";
import { escape, frame, table, type Page } from "./html.ts";

interface Parameter {
  readonly name: string;
  readonly description?: string;
  readonly optional?: boolean;
  readonly dimensionality?: string;
}

interface Item {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly options?: { readonly stream?: boolean };
  readonly parameters: readonly Parameter[];
}

interface Bilingual {
  readonly vi: Item;
  readonly en: Item;
}

/** Functions whose codes are legal parameters or kinds of support. */
const READS_PARAMETERS = new Set(["THAMSO", "CANCU", "MUCHOTRO", "NGAYCONG", "DONGIA"]);
const READS_KINDS = new Set(["MUCHOTRO", "CANCU"]);

const REFRESH = "Hàm tự cập nhật: ô đổi khi máy chủ có tình trạng mới, không cần tính lại sổ.";
const MADE_UP = "Ví dụ này dùng giá minh hoạ, không phải giá thật; giá thật lấy từ bảng giá của tỉnh.";

export function addressOf(id: string): string {
  return `/huong-dan/ham/${id.toLowerCase()}`;
}

function syntax({ name, parameters }: Item, separator: string): string {
  const args = parameters.map((parameter) =>
    parameter.optional === true ? `[${parameter.name}]` : parameter.name,
  );
  return `<p class="syntax"><code>=KC.${name}(${escape(args.join(separator))})</code></p>`;
}

function argumentTable(
  item: Item,
  words: { caption: string; head: readonly string[]; yes: string; no: string; range: string },
): string {
  const rows = item.parameters.map((parameter) => [
    `<code>${escape(parameter.name)}</code>`,
    (parameter.optional === true ? words.no : words.yes) +
      (parameter.dimensionality === "matrix" ? `, ${words.range}` : ""),
    escape(parameter.description ?? ""),
  ]);
  return table({ caption: words.caption, head: words.head, rows });
}

/** A block of cells as a sheet shows it; a spilled table with a heading row shows that instead of letters. */
function grid(cells: Cells, caption: string, firstColumn: number | null): string {
  const isFigure = (at: number) => cells.some((row) => typeof row[at] === "number");
  const width = Math.max(...cells.map((row) => row.length));
  const [first = [], ...rest] = cells;
  const headed =
    firstColumn === null && rest.length > 0 && first.every((cell) => typeof cell === "string" && cell !== "");
  const letters = Array.from({ length: width }, (_, at) => columnLetters((firstColumn ?? 1) + at));
  return table({
    caption,
    head: headed ? first.map(showCell) : letters,
    rows: (headed ? rest : cells).map((row) => row.map((cell) => escape(showCell(cell)))),
    figures: letters.flatMap((_, at) => (isFigure(at) ? [at] : [])),
    rowHeads: false,
  });
}

function example(shown: Shown): string {
  const { result } = shown;
  const ranges = shown.ranges.map(({ address, cells, column }) => grid(cells, `Vùng ${address}`, column));
  const answer =
    result.kind === "value"
      ? `<dt>Kết quả</dt><dd><strong>${escape(result.text)}</strong></dd>`
      : result.kind === "error"
        ? `<dt>Kết quả</dt><dd><strong class="code">${result.code}</strong></dd><dt>Ghi chú của ô</dt><dd>${escape(result.message)}</dd>`
        : "";
  const spilled = result.kind === "table" ? grid(result.cells, "Kết quả tràn ra bảng", null) : "";
  return `<div class="example">
${ranges.length === 0 ? "" : `<div class="ranges">${ranges.join("\n")}</div>`}
<dl><dt>Công thức</dt><dd><code>${escape(shown.formula)}</code></dd>${answer}</dl>
${spilled}${shown.madeUpPrices ? `\n<p class="quiet made-up">${MADE_UP}</p>` : ""}
</div>`;
}

function seeAlso(id: string): string {
  const parts: string[] = [];
  if (READS_KINDS.has(id)) {
    const rows = SUPPORT_KINDS.map((kind) => [
      `<code>${kind.code}</code>`,
      escape(kind.vi),
      escape(kind.unitVi),
    ]);
    parts.push(
      `<h2>Mã loại hỗ trợ</h2>\n${table({ caption: "Các loại hỗ trợ", head: ["Mã", "Loại hỗ trợ", "Mức tính cho một"], rows })}`,
    );
  }
  if (READS_PARAMETERS.has(id)) {
    parts.push(
      `<p>Mã, giá trị theo ngày và căn cứ của mọi tham số: <a href="/huong-dan/tham-so">Tham số pháp lý</a>.</p>`,
    );
  }
  return parts.join("\n");
}

function english(item: Item): string {
  const words = {
    caption: "Arguments",
    head: ["Argument", "Required", "Meaning"],
    yes: "yes",
    no: "optional",
    range: "range",
  };
  return `<section class="english" lang="en">
<h2>In English</h2>
<p>${escape(item.description ?? "")}</p>
${syntax(item, ", ")}
${item.parameters.length === 0 ? "" : argumentTable(item, words)}
<p class="quiet">Where Excel writes numbers the English way, arguments are separated by commas. Dates may be dates of the sheet, or text as 30/06/2018 or 2018-06-30.</p>
</section>`;
}

async function functionPage({ vi, en }: Bilingual): Promise<Page> {
  const shown: Shown[] = [];
  for (const one of FUNCTIONS[vi.id]?.examples ?? []) shown.push(await runExample(vi.id, one));
  const good = shown.filter(({ result }) => result.kind !== "error");
  const bad = shown.filter(({ result }) => result.kind === "error");
  const words = {
    caption: "Đối số",
    head: ["Đối số", "Bắt buộc", "Ý nghĩa"],
    yes: "có",
    no: "không",
    range: "vùng ô",
  };
  const body = `<p class="lead">${escape(vi.description ?? "")}</p>
<h2>Cú pháp</h2>
${syntax(vi, "; ")}
${vi.options?.stream === true ? `<p>${REFRESH}</p>\n` : ""}${argumentTable(vi, words)}
<p class="quiet">Máy đặt kiểu số của Anh, Mỹ thì ngăn cách đối số bằng dấu phẩy. Ngày là ô ngày của bảng tính, hoặc chữ dạng 30/06/2018.</p>
${good.length === 0 ? "" : `<h2>Ví dụ</h2>\n${good.map(example).join("\n")}`}
<h2>Khi ô báo lỗi</h2>
<p><code>#VALUE!</code>: đối số sai hoặc thiếu. <code>#N/A</code>: không có căn cứ, định mức hoặc giá cho câu hỏi đó. Lý do nằm trong ghi chú của ô.</p>
${bad.map(example).join("\n")}
${seeAlso(vi.id)}
${english(en)}`;
  const trail = [["/huong-dan/ham/", "Các hàm"]] as const;
  const source = frame({ title: `KC.${vi.name}`, description: vi.description ?? "", trail, body });
  return { fileName: `${addressOf(vi.id).slice(1)}.html`, source };
}

function indexPage(all: readonly Bilingual[]): Page {
  const rows = all.map(({ vi, en }) => [
    `<a href="${addressOf(vi.id)}"><code>KC.${vi.name}</code></a>`,
    `${escape(vi.description ?? "")}<br><span class="quiet" lang="en">${escape(en.description ?? "")}</span>`,
  ]);
  const body = `<p class="lead">Các hàm tính ngay trên máy, không cần mạng sau lần tải dữ liệu đầu tiên; mỗi con số theo luật hoặc định mức đều nêu được căn cứ.</p>
${table({ caption: `${all.length} hàm`, head: ["Hàm", "Cho biết"], rows })}
<p>Các giá trị theo luật mà hàm dùng: <a href="/huong-dan/tham-so">Tham số pháp lý</a>.</p>`;
  const description = "Các hàm bảng tính KC: cú pháp, đối số, ví dụ đã chạy, lỗi thường gặp.";
  return {
    fileName: "huong-dan/ham/index.html",
    source: frame({ title: "Các hàm KC", description, trail: [], body }),
  };
}

export async function functionPages(metadata: Pick<FunctionsMetadata, "vi" | "en">): Promise<Page[]> {
  const read = (text: string) => (JSON.parse(text) as { functions: Item[] }).functions;
  const english = read(metadata.en);
  const all = read(metadata.vi).map((vi): Bilingual => {
    const en = english.find((item) => item.id === vi.id);
    if (en === undefined) throw new Error(`${vi.id} has no English text`);
    if (!Object.hasOwn(FUNCTIONS, vi.id))
      throw new Error(`${vi.id} is not among FUNCTIONS, so it has no examples`);
    return { vi, en };
  });
  const pages: Page[] = [indexPage(all)];
  for (const one of all) pages.push(await functionPage(one));
  return pages;
}
