/** Every legal parameter with its dated values, article and mark, as the functions read them. */
import { VERIFIED_LABEL, type Verified } from "../../shared/kernel/citation.ts";
import { addDays, formatDate } from "../../shared/kernel/date.ts";
import { formatDong } from "../../shared/kernel/money.ts";
import { plainDecimal } from "../../shared/kernel/quantity.ts";
import { citationText, findDocument } from "../../shared/law/read.ts";
import { findProvince } from "../../shared/law/province.ts";
import type { DatedValue, LawBook, Parameter } from "../../shared/law/types.ts";
import { escape, frame, table, type Page } from "./html.ts";

const MARKS: readonly Verified[] = ["text", "secondary", "memory"];

function showValue(parameter: Parameter, { value, unknown }: DatedValue): string {
  if (value === null) return unknown === true ? "chưa có số liệu" : "không còn quy định";
  const number = Number(value);
  if (parameter.unit === "dong") return `${formatDong(number)} đ`;
  const text = plainDecimal(number).replace(".", ",");
  return parameter.unit === "percent" ? `${text} %` : text;
}

function mark(verified: Verified): string {
  return `<span class="mark ${verified}">${escape(VERIFIED_LABEL[verified].vi)}</span>`;
}

function valueRow(
  law: LawBook,
  parameter: Parameter,
  value: DatedValue,
  next: DatedValue | undefined,
): string[] {
  const to = next === undefined ? "nay" : formatDate(addDays(next.from, -1));
  const document = findDocument(law, value.cite.doc);
  const title = document === null ? "" : `<br><span class="quiet">${escape(document.title)}</span>`;
  const still =
    value.stillValidOn === undefined
      ? ""
      : `<br><span class="quiet">còn hiệu lực theo lần xem ${formatDate(value.stillValidOn)}</span>`;
  return [
    `${formatDate(value.from)} – ${to}`,
    escape(showValue(parameter, value)),
    `${escape(citationText(law, value.cite))}${title}`,
    `${mark(value.verified)}${still}`,
  ];
}

function section(law: LawBook, parameter: Parameter): string {
  const { id, label, values, note } = parameter;
  const rows = values.map((value, at) => valueRow(law, parameter, value, values[at + 1]));
  const head = ["Áp dụng", "Giá trị", "Căn cứ", "Đối chiếu"];
  return `<section aria-labelledby="${id}">
<h2 id="${id}">${escape(label.vi)}</h2>
<p><code>${id}</code> · <span lang="en">${escape(label.en)}</span></p>
${note === undefined ? "" : `<p class="quiet">${escape(note)}</p>\n`}${table({ caption: `${label.vi}: giá trị theo ngày`, head, rows, figures: [1], rowHeads: false })}
</section>`;
}

/** Levels that provinces set for their local funds. */
function localSection(law: LawBook): string {
  const levels = law.localLevels ?? [];
  if (levels.length === 0) return "";
  const rows = levels.map(({ province, kind, from, percent, capDong, cite, verified }) => [
    escape(findProvince(province)?.name ?? province),
    `<code>${escape(kind)}</code>`,
    formatDate(from),
    percent === undefined ? "như quốc gia" : `${plainDecimal(Number(percent)).replace(".", ",")} %`,
    capDong === undefined ? "như quốc gia" : `${formatDong(capDong)} đ`,
    escape(citationText(law, cite)),
    mark(verified),
  ]);
  const head = ["Tỉnh", "Loại hỗ trợ", "Từ ngày", "Tỷ lệ", "Mức trần", "Căn cứ", "Đối chiếu"];
  return `<section aria-labelledby="muc-cua-tinh">
<h2 id="muc-cua-tinh">Mức hỗ trợ riêng của tỉnh</h2>
<p>Dùng cho khuyến công địa phương, khi đối số địa bàn của <a href="/huong-dan/ham/muchotro">KC.MUCHOTRO</a> nêu tên hoặc mã tỉnh.</p>
${table({ caption: "Mức hỗ trợ riêng của tỉnh", head, rows, figures: [3, 4], rowHeads: false })}
</section>`;
}

export function parameterPage(law: LawBook): Page {
  const values = law.parameters.flatMap((parameter) => parameter.values);
  const counts = MARKS.map((verified) => {
    const count = values.filter((value) => value.verified === verified).length;
    return `<li>${mark(verified)} ${count} giá trị</li>`;
  });
  const index = law.parameters.map(({ id, label }) => `<li><a href="#${id}">${escape(label.vi)}</a></li>`);
  const body = `<p class="lead">Mọi giá trị theo luật mà các hàm KC dùng: ${law.parameters.length} tham số, ${values.length} giá trị có ngày áp dụng. Giá trị “chưa đối chiếu” chỉ được dùng để cảnh báo, không chặn hồ sơ.</p>
<p lang="en" class="quiet">Every value of law that the KC functions use, with its dates, its article and whether it was checked against the text.</p>
<ul class="index" aria-label="Số giá trị theo mức đối chiếu">${counts.join("")}</ul>
<p>Trong bảng tính: <code>=KC.THAMSO("LUONG-CO-SO"; "01/07/2026")</code>, xem <a href="/huong-dan/ham/thamso">KC.THAMSO</a>. Phiên bản dữ liệu <code>${law.version}</code>.</p>
<nav aria-label="Danh sách tham số"><ul class="index">${index.join("")}</ul></nav>
${law.parameters.map((parameter) => section(law, parameter)).join("\n")}
${localSection(law)}`;
  const description = "Tham số pháp lý theo ngày, kèm văn bản, điều, khoản và mức đối chiếu.";
  return {
    fileName: "huong-dan/tham-so.html",
    source: frame({ title: "Tham số pháp lý", description, trail: [], body }),
  };
}
