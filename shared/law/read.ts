/** Reading the law at a date: the newest value not later than it, with its citation in words. */
import type { Citation, CitationView } from "../kernel/citation.ts";
import { VERIFIED_LABEL } from "../kernel/citation.ts";
import { addDays, formatDate, type IsoDate } from "../kernel/date.ts";
import { nearestNames } from "../kernel/nearest.ts";
import { plainDecimal } from "../kernel/quantity.ts";
import { formatDong } from "../kernel/money.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { foldKey } from "../kernel/text.ts";
import { findSupportKind } from "./support-kinds.ts";
import type { DatedValue, LawBook, LegalDocument, Parameter, Reading } from "./types.ts";

interface LawIndex {
  readonly documents: ReadonlyMap<string, LegalDocument>;
  /** By folded id. */
  readonly parameters: ReadonlyMap<string, Parameter>;
  /** What each said on the day it was last asked for: a workbook asks about one day, thousands of times. */
  readonly readings: Map<Parameter, { readonly date: IsoDate; readonly reading: Result<Reading> }>;
}

/** A sheet reads the law in thousands of cells: each book is indexed once. */
const indexes = new WeakMap<LawBook, LawIndex>();

function indexOf(book: LawBook): LawIndex {
  let index = indexes.get(book);
  if (index === undefined) {
    index = {
      documents: new Map(book.documents.map((document) => [document.id, document])),
      parameters: new Map(book.parameters.map((parameter) => [foldKey(parameter.id), parameter])),
      readings: new Map(),
    };
    indexes.set(book, index);
  }
  return index;
}

export function findDocument(book: LawBook, id: string): LegalDocument | null {
  return indexOf(book).documents.get(id) ?? null;
}

export function findParameter(book: LawBook, id: string): Parameter | null {
  return indexOf(book).parameters.get(foldKey(id)) ?? null;
}

/** "Điểm c khoản 2 Điều 6 Thông tư liên tịch 26/2014/TTLT-BTC-BCT". */
export function citationText(book: LawBook, cite: Citation): string {
  const document = findDocument(book, cite.doc);
  const name = document === null ? cite.doc : `${document.kind} ${document.soHieu}`;
  const parts = [
    cite.point === undefined ? null : `điểm ${cite.point}`,
    cite.clause === undefined ? null : `khoản ${cite.clause}`,
    cite.article === undefined ? null : `Điều ${cite.article}`,
    name,
  ].filter((part) => part !== null);
  const text = parts.join(" ");
  const note = cite.note === undefined ? "" : ` (${cite.note})`;
  return text.charAt(0).toUpperCase() + text.slice(1) + note;
}

/**
 * What has become of a document: it ended, or one whose text has not been read amends it. The same words on any day, with
 * the day from which they matter, so that a lone table and a whole workbook are told the same. Null for neither.
 */
function fateOf(book: LawBook, document: LegalDocument): string | null {
  if (document.ended !== undefined) {
    const next = book.documents.find(({ replaces }) => replaces?.includes(document.id) === true);
    const then = next === undefined ? "" : `; sau đó là ${next.kind} ${next.soHieu}, chưa đối chiếu`;
    return `có hiệu lực đến ${formatDate(document.ended)}${then}`;
  }
  const amendments = book.documents.flatMap(({ amends, verified, kind, soHieu, inForce, issued }) => {
    const from = inForce ?? issued;
    return amends?.includes(document.id) === true && verified !== "text" && from !== null
      ? [`từ ${formatDate(from)} ${kind} ${soHieu} sửa đổi`]
      : [];
  });
  if (amendments.length > 0) return `${amendments.join("; ")}, chưa đối chiếu`;
  return document.verified === "text" ? null : "chưa đối chiếu nguyên văn";
}

/** A citation with what has become of its document. A note of its own already says what matters. */
export function citationWithFate(book: LawBook, cite: Citation): string {
  const document = findDocument(book, cite.doc);
  const note = document === null || cite.note !== undefined ? null : fateOf(book, document);
  return citationText(book, note === null ? cite : { ...cite, note });
}

function showValue(parameter: Parameter, value: DatedValue["value"]): string {
  if (value === null) return "không còn";
  const number = Number(value);
  if (parameter.unit === "dong") return `${formatDong(number)} đ`;
  const text = plainDecimal(number).replace(".", ",");
  return parameter.unit === "percent" ? `${text} %` : text;
}

/** The dated value in force, and the last day before the next one. */
export function valueAt(
  parameter: Parameter,
  date: IsoDate,
): { value: DatedValue; to: IsoDate | null } | null {
  let index = -1;
  parameter.values.forEach((value, i) => {
    if (value.from <= date) index = i;
  });
  const value = parameter.values[index];
  const next = parameter.values[index + 1];
  return value === undefined ? null : { value, to: next === undefined ? null : addDays(next.from, -1) };
}

function lastKnown(book: LawBook, parameter: Parameter): string {
  const known = parameter.values.filter((value) => value.value !== null).at(-1);
  if (known === undefined) return "Chưa có văn bản nào được ghi nhận.";
  return `Giá trị gần nhất đã biết: ${showValue(parameter, known.value)} từ ${formatDate(known.from)}; căn cứ: ${citationText(book, known.cite)}.`;
}

function view(book: LawBook, value: DatedValue, to: IsoDate | null): CitationView {
  return {
    text: citationText(book, value.cite),
    doc: value.cite.doc,
    from: value.from,
    to,
    verified: value.verified,
  };
}

/** Ids close to what was typed, for "có thể là …?". */
function suggestions(book: LawBook, id: string): string {
  const near = nearestNames(
    id,
    book.parameters.map((parameter) => parameter.id),
  );
  return near.length === 0 ? "" : ` Có thể là: ${near.join(", ")}.`;
}

/**
 * @returns the value at the date with its citation
 * Errors (all #N/A): parameter-unknown, parameter-not-yet, parameter-repealed, parameter-value-unknown.
 */
export function readParameter(book: LawBook, id: string, date: IsoDate): Result<Reading> {
  const parameter = findParameter(book, id);
  if (parameter === null) {
    return fail(
      "NA",
      "parameter-unknown",
      `Không có tham số pháp lý “${id}”.${suggestions(book, id)}`,
      `Unknown legal parameter “${id}”.`,
    );
  }
  const { readings } = indexOf(book);
  const known = readings.get(parameter);
  if (known?.date === date) return known.reading;
  const reading = readingAt(book, parameter, date);
  readings.set(parameter, { date, reading });
  return reading;
}

function readingAt(book: LawBook, parameter: Parameter, date: IsoDate): Result<Reading> {
  const found = valueAt(parameter, date);
  if (found === null) {
    const first = parameter.values[0];
    const since =
      first === undefined
        ? ""
        : ` Sớm nhất là ${formatDate(first.from)}; căn cứ: ${citationText(book, first.cite)}.`;
    return fail(
      "NA",
      "parameter-not-yet",
      `“${parameter.label.vi}” chưa có quy định tại ngày ${formatDate(date)}.${since}`,
      `“${parameter.label.en}” is not defined on ${date}.`,
    );
  }
  if (found.value.value === null) {
    const why =
      found.value.unknown === true ? "có quy định nhưng chưa có số liệu" : "không còn được quy định";
    const code = found.value.unknown === true ? "parameter-value-unknown" : "parameter-repealed";
    return fail(
      "NA",
      code,
      `“${parameter.label.vi}” ${why} từ ${formatDate(found.value.from)}. ${lastKnown(book, parameter)}`,
      `“${parameter.label.en}” has no known value on ${date}.`,
    );
  }
  return ok({
    id: parameter.id,
    label: parameter.label.vi,
    unit: parameter.unit,
    value: Number(found.value.value),
    cite: view(book, found.value, found.to),
  });
}

export function describeView(cite: CitationView): string {
  const from = cite.from === null ? "" : `, áp dụng từ ${formatDate(cite.from)}`;
  const to = cite.to === null ? "" : ` đến ${formatDate(cite.to)}`;
  return `${cite.text}${from}${to}; ${VERIFIED_LABEL[cite.verified].vi}`;
}

/** The citation of a parameter or of a kind of support at a date, in one line. Errors: as readParameter. */
export function describeCitation(book: LawBook, id: string, date: IsoDate): Result<string> {
  const kind = findSupportKind(id.trim().toUpperCase());
  if (kind === null) {
    const reading = readParameter(book, id, date);
    return reading.ok ? ok(describeView(reading.value.cite)) : reading;
  }
  const readings = [
    readParameter(book, `${kind.code}.TRAN`, date),
    readParameter(book, `${kind.code}.TY-LE`, date),
  ];
  const known = readings.find((reading) => reading.ok);
  if (known?.ok === true) return ok(describeView(known.value.cite));
  const first =
    readings.find((reading) => !reading.ok && reading.error.code !== "parameter-unknown") ?? readings[0];
  if (first !== undefined && !first.ok && first.error.code !== "parameter-unknown") return first;
  return fail("NA", "support-no-own-level", noOwnLevel(kind), `No level of its own is set for “${kind.en}”.`);
}

const GENERAL_PAYS = "khoản 1 Điều 6 Thông tư liên tịch 26/2014/TTLT-BTC-BCT";
/** What the law says instead of a ceiling. */
const FOLLOWS: Readonly<Record<string, string>> = {
  "DAO-TAO": `chi theo điểm b ${GENERAL_PAYS} (dẫn Thông tư liên tịch 112/2010 và 128/2012 của Bộ Tài chính, Bộ Lao động - Thương binh và Xã hội), văn bản mới thì theo văn bản mới; về đào tạo dưới 3 tháng xem Quyết định 46/2015/QĐ-TTg, Thông tư 152/2016/TT-BTC (các tham số DAO-TAO-NGHE…)`,
  "TAP-HUAN": `hội nghị, hội thảo, tập huấn chi theo điểm c, bồi dưỡng và khởi sự theo điểm e ${GENERAL_PAYS} (dẫn Thông tư 97/2010/TT-BTC, Thông tư 139/2010/TT-BTC), văn bản mới thì theo văn bản mới`,
  "THONG-TIN":
    "chi theo hợp đồng qua đấu thầu; đặt hàng, giao nhiệm vụ thì theo đơn giá được cấp thẩm quyền phê duyệt (điểm k khoản 2 Điều 6 Thông tư liên tịch 26/2014/TTLT-BTC-BCT và văn bản thay thế)",
  "HOP-TAC-QT": `tham quan, khảo sát, hội thảo ở nước ngoài chi theo điểm d ${GENERAL_PAYS} (dẫn Thông tư 102/2012/TT-BTC), văn bản mới thì theo văn bản mới`,
};

const GENERAL =
  "áp dụng mức chi chung (khoản 1 Điều 6 Thông tư liên tịch 26/2014/TTLT-BTC-BCT và văn bản thay thế)";

export function noOwnLevel(kind: { readonly code: string; readonly vi: string }): string {
  return `“${kind.vi}” không có mức hỗ trợ riêng được ghi nhận; ${FOLLOWS[kind.code] ?? GENERAL}.`;
}
