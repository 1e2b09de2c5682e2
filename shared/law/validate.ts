/** What must hold for law data before anyone computes with it: shipped values and corrections published later alike. */
import type { Citation } from "../kernel/citation.ts";
import { formatDate, type IsoDate } from "../kernel/date.ts";
import { toQuantity } from "../kernel/quantity.ts";
import { PROVINCES } from "./provinces.ts";
import { findDocument, valueAt } from "./read.ts";
import { findSupportKind } from "./support-kinds.ts";
import type { DatedValue, LawBook, LegalDocument, Parameter } from "./types.ts";
import { levelPeriods } from "./vote-levels.ts";

export interface LawProblem {
  /** Id of the document, parameter or local level. */
  readonly id: string;
  readonly code: string;
  readonly vi: string;
}

type Report = (code: string, vi: string) => void;

function checkDocument(book: LawBook, document: LegalDocument, report: Report): void {
  const { issued, inForce, ended } = document;
  if (issued !== null && inForce !== null && issued > inForce)
    report("document-dates", "có hiệu lực trước ngày ban hành");
  if (inForce !== null && ended !== undefined && ended < inForce)
    report("document-dates", "hết hiệu lực trước khi có hiệu lực");
  for (const id of [...(document.amends ?? []), ...(document.replaces ?? [])]) {
    if (findDocument(book, id) === null) report("document-unknown", `nhắc tới văn bản chưa đăng ký “${id}”`);
  }
  for (const id of document.replaces ?? []) {
    const old = findDocument(book, id);
    if (old !== null && (old.ended === undefined || inForce === null || old.ended >= inForce))
      report("document-overlap", `thay “${id}” nhưng văn bản đó chưa hết hiệu lực trước`);
  }
}

/** The citation stands on every day the figure is used. `to` is the last of them, null while it still is. */
function checkCitation(
  book: LawBook,
  cite: Citation | undefined,
  from: IsoDate,
  to: IsoDate | null,
  report: Report,
): void {
  if (cite === undefined)
    return report("citation-missing", `giá trị từ ${formatDate(from)} không nêu căn cứ`);
  const document = findDocument(book, cite.doc);
  if (document === null)
    return report("citation-unknown", `căn cứ “${cite.doc}” chưa có trong danh mục văn bản`);
  const { inForce, ended } = document;
  if (inForce === null || inForce > from)
    report("citation-not-in-force", `${document.soHieu} chưa có hiệu lực ngày ${formatDate(from)}`);
  if (ended !== undefined && (to === null || to > ended))
    report(
      "citation-ended",
      `${document.soHieu} hết hiệu lực ${formatDate(ended)}, giá trị từ ${formatDate(from)} còn dùng sau ngày đó`,
    );
}

function checkFigure(parameter: Parameter, value: DatedValue, report: Report): void {
  const since = `giá trị từ ${formatDate(value.from)}`;
  if (value.value === null) return;
  if (value.unknown === true) report("value-unknown", `${since} vừa có số vừa ghi là chưa biết`);
  const exact = toQuantity(value.value);
  if (!exact.ok || exact.value < 0n)
    report("value-inexact", `${since} không phải số thập phân chính xác, không âm`);
  if (parameter.unit === "dong" && !Number.isSafeInteger(Number(value.value)))
    report("value-not-dong", `${since} không phải số nguyên đồng`);
}

function checkMark(book: LawBook, { from, cite, verified }: DatedValue, report: Report): void {
  if (verified !== "text" || cite === undefined) return;
  if (findDocument(book, cite.doc)?.verified !== "text")
    report("mark-too-strong", `giá trị từ ${formatDate(from)} ghi đã đối chiếu nhưng văn bản chưa được đọc`);
  if (cite.article === undefined)
    report("mark-no-article", `giá trị từ ${formatDate(from)} ghi đã đối chiếu nhưng không nêu điều`);
}

function checkParameter(book: LawBook, parameter: Parameter, report: Report): void {
  if (parameter.values.length === 0) report("values-missing", "không có giá trị nào");
  parameter.values.forEach((value, at) => {
    const before = parameter.values[at - 1];
    if (before !== undefined && before.from >= value.from)
      report("values-order", `ngày ${formatDate(value.from)} không sau giá trị trước`);
    checkFigure(parameter, value, report);
    checkMark(book, value, report);
    checkCitation(book, value.cite, value.from, valueAt(parameter, value.from)?.to ?? null, report);
  });
}

function repeated(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
}

/** Every problem, in the order of the data; none when the book may be used. */
export function validateLawBook(book: LawBook): LawProblem[] {
  const problems: LawProblem[] = [];
  const reportOn =
    (id: string): Report =>
    (code, vi) =>
      void problems.push({ id, code, vi: `${id}: ${vi}.` });
  for (const id of repeated([...book.documents, ...book.parameters].map((item) => item.id)))
    reportOn(id)("id-repeated", "mã bị trùng");
  for (const document of book.documents) checkDocument(book, document, reportOn(document.id));
  for (const parameter of book.parameters) checkParameter(book, parameter, reportOn(parameter.id));
  for (const level of book.localLevels ?? []) {
    const report = reportOn(`${level.kind}@${level.province}`);
    if (!PROVINCES.some((province) => province.code === level.province))
      report("level-province", "không có tỉnh này");
    if (findSupportKind(level.kind) === null) report("level-kind", "không có loại hỗ trợ này");
    if (level.percent === undefined && level.capDong === undefined)
      report("level-empty", "không nêu mức nào");
    checkCitation(book, level.cite, level.from, level.from, report);
  }
  for (const { level, from, cite, verified } of levelPeriods(book)) {
    const report = reportOn(`${level}@${from}`);
    checkCitation(book, cite, from, from, report);
    if (verified === "text" && findDocument(book, cite.doc)?.verified !== "text")
      report("mark-too-strong", "ghi đã đối chiếu nhưng văn bản chưa được đọc");
  }
  return problems;
}
