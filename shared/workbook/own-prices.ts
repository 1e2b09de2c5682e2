/** KC_DonGia → a price list of this workbook. A wrong row is named cell by cell and left out; the others hold. */
import type { Finding } from "../kernel/finding.ts";
import type { PriceSheetLine } from "../plan/shapes.ts";
import { sealPriceBook } from "../norms/book.ts";
import type { PriceBook, PriceEntry } from "../norms/prices.ts";
import { resourceKey } from "./merge-books.ts";
import { cellFinding, textIn } from "./own-finding.ts";

export const OWN_PRICES_ID = "SO-LAM-VIEC-GIA";

/** What is wrong with one row; empty = it may be used. */
function problemsOf(line: PriceSheetLine): Finding[] {
  const problems: Finding[] = [];
  const blank = (id: string, what: string, remedy: string) => {
    if (textIn(line, id) === "")
      problems.push(
        cellFinding(line, id, "KC-NK-004", `Ô “${what}” để trống, dòng giá này không được dùng.`, remedy),
      );
  };
  blank("resource", "Hao phí", "Ghi tên hao phí như ở định mức.");
  blank("unit", "Đơn vị tính", "Ghi đơn vị tính của giá.");
  blank("source", "Nguồn giá", "Ghi công bố giá, báo giá hoặc hợp đồng mà giá dựa vào.");
  if (line.type === null)
    problems.push(
      cellFinding(line, "type", "KC-NK-005", "Loại hao phí không có trong danh mục.", "Chọn NC, VL hoặc M."),
    );
  if (line.priceDong === null || line.priceDong < 0)
    problems.push(
      cellFinding(
        line,
        "price",
        "KC-NK-006",
        "Đơn giá không phải là số nguyên đồng.",
        "Nhập số nguyên đồng, không chữ.",
      ),
    );
  if (line.from === null)
    problems.push(
      cellFinding(line, "from", "KC-NK-012", "Thiếu ngày bắt đầu áp dụng giá.", "Nhập ngày/tháng/năm."),
    );
  if (line.to === null && textIn(line, "to") !== "")
    problems.push(
      cellFinding(line, "to", "KC-NK-012", "Ngày hết áp dụng không đọc được.", "Nhập ngày/tháng/năm."),
    );
  if (line.from !== null && line.to !== null && line.to < line.from)
    problems.push(
      cellFinding(line, "to", "KC-NK-013", "Ngày hết áp dụng trước ngày bắt đầu.", "Sửa một trong hai ngày."),
    );
  if (textIn(line, "depreciation") !== "" && !isDepreciation(line))
    problems.push(
      cellFinding(
        line,
        "depreciation",
        "KC-NK-015",
        "Khấu hao phải là số nguyên đồng, chỉ ghi cho máy và không lớn hơn đơn giá.",
        "Sửa hoặc xóa ô khấu hao.",
      ),
    );
  return problems;
}

function isDepreciation({ depreciationDong, priceDong, type }: PriceSheetLine): boolean {
  return (
    type === "M" &&
    depreciationDong !== null &&
    depreciationDong >= 0 &&
    (priceDong === null || depreciationDong <= priceDong)
  );
}

/** "Bảng giá của sổ làm việc này" is the title; this is the cell and what its row says of the source. */
function sourceOf(line: PriceSheetLine): string {
  return `ô ${line.sheet}!${line.addressOf["price"] ?? line.row}, ${line.source ?? ""}`;
}

function entryOf(line: PriceSheetLine): PriceEntry | null {
  if (line.type === null || line.resource === null || line.priceDong === null || line.from === null)
    return null;
  return {
    type: line.type,
    ...(line.code === null ? {} : { code: line.code }),
    resource: line.resource,
    unit: line.unit ?? "-",
    province: null,
    from: line.from,
    ...(line.to === null ? {} : { to: line.to }),
    priceDong: line.priceDong,
    ...(line.depreciationDong === null ? {} : { depreciationDong: line.depreciationDong }),
    source: sourceOf(line),
  };
}

export interface OwnPrices {
  /** Null when the sheet has no usable row. */
  readonly book: PriceBook | null;
  readonly findings: readonly Finding[];
}

export function ownPricesOf(lines: readonly PriceSheetLine[]): OwnPrices {
  const findings: Finding[] = [];
  const prices: PriceEntry[] = [];
  const seen = new Map<string, number>();
  for (const line of lines) {
    const problems = problemsOf(line);
    findings.push(...problems);
    const entry = problems.length > 0 ? null : entryOf(line);
    if (entry === null) continue;
    const key = `${entry.type} ${resourceKey(entry.resource)} ${entry.from}`;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, line.row);
      prices.push(entry);
      continue;
    }
    const message = `Giá của “${line.resource}” từ ngày này đã có ở dòng ${first}; dòng này không được dùng.`;
    findings.push(
      cellFinding(line, "resource", "KC-NK-010", message, "Chỉ giữ một giá cho mỗi hao phí và ngày."),
    );
  }
  if (prices.length === 0) return { book: null, findings };
  const book = sealPriceBook({
    id: OWN_PRICES_ID,
    title: "Bảng giá của sổ làm việc này",
    edition: "do đơn vị ghi",
    origin: `Trang ${lines[0]?.sheet ?? ""} của sổ làm việc`,
    verified: "secondary",
    prices,
  });
  return { book, findings };
}
