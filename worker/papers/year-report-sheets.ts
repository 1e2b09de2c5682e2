/** "Báo cáo năm" as .xlsx: plan against done by content, place and fund, then every đề án that was ordered. */
import type { YearReport } from "../../shared/contract/execution.ts";
import { numberedBy, sheetSet, summed, tableSheet, type IssuedBy, type TableSheet } from "./sheet-set.ts";
import type { PrintedColumn } from "./printed-table.ts";

type Row = YearReport["content"][number];

export interface YearReportLine {
  readonly provinceName: string;
  readonly code: string;
  readonly name: string;
  readonly fund: string;
  readonly stateLabel: string;
  readonly percent: number;
  readonly orderedDong: number;
  readonly advancedDong: number;
  readonly acceptedDong: number;
  readonly settledDong: number;
  readonly toPayDong: number;
  readonly toRefundDong: number;
  /** Why it was stopped, or whether it proved effective. */
  readonly note: string;
}

export interface YearReportInput extends IssuedBy {
  readonly report: YearReport;
  readonly scope: string;
  readonly placeHeader: string;
  readonly day: string;
  readonly lines: readonly YearReportLine[];
}

function amounts(total: string | null): readonly PrintedColumn<Row>[] {
  return [
    summed("Số đề án kế hoạch", 10, (row) => row.planned),
    summed("Kế hoạch được chấp nhận", 18, (row) => row.plannedDong),
    summed("Số đề án đặt hàng", 10, (row) => row.ordered),
    summed("Đã đặt hàng", 18, (row) => row.orderedDong),
    summed("Đang tạm ứng", 17, (row) => row.advancedDong),
    summed("Đã nghiệm thu", 18, (row) => row.acceptedDong),
    summed("Đã quyết toán", 18, (row) => row.settledDong),
    summed("Số đề án ngừng", 9, (row) => row.stopped),
    summed("Phải hoàn trả", 16, (row) => row.toRefundDong),
    {
      header: "Nghiệm thu so với đặt hàng",
      width: 12,
      align: "right",
      percent: true,
      value: (row) => percentOf(row.donePercent),
      total: percentOf(total),
    },
  ];
}

/** "70.8" → 70.8; one decimal, cut, as it is shown on the page. */
const percentOf = (text: string | null): number | null => (text === null ? null : Number(text));

const LINE_COLUMNS: readonly PrintedColumn<YearReportLine>[] = [
  { header: "TT", width: 5, align: "center", value: (_, index) => index + 1 },
  { header: "Mã", width: 8, align: "center", value: (line) => line.code },
  { header: "Tên đề án", width: 42, align: "left", value: (line) => line.name },
  { header: "Nguồn", width: 8, align: "center", value: (line) => line.fund },
  { header: "Tình trạng", width: 16, align: "left", value: (line) => line.stateLabel },
  { header: "Khối lượng hoàn thành (%)", width: 11, align: "right", value: (line) => line.percent },
  summed("Đã đặt hàng", 17, (line) => line.orderedDong),
  summed("Đang tạm ứng", 17, (line) => line.advancedDong),
  summed("Đã nghiệm thu", 17, (line) => line.acceptedDong),
  summed("Đã quyết toán", 17, (line) => line.settledDong),
  summed("Còn phải thanh toán", 17, (line) => line.toPayDong),
  summed("Phải hoàn trả", 16, (line) => line.toRefundDong),
  { header: "Ghi chú", width: 30, align: "left", value: (line) => line.note },
];

export function yearReportFile(input: YearReportInput): Promise<Uint8Array<ArrayBuffer>> {
  const { report, scope } = input;
  const title = `BÁO CÁO THỰC HIỆN KẾ HOẠCH KHUYẾN CÔNG NĂM ${report.year ?? ""} – ${scope.toLocaleUpperCase("vi")}`;
  const head = {
    title,
    about: `(Từ ${report.plan.submissions} hồ sơ được chấp nhận và ${report.figures.ordered} đề án đã đặt hàng, lập ngày ${input.day})`,
  };
  const notes = [
    "Biểu do phần mềm cộng từ các bản ghi của từng đề án; hình thức theo mẫu của đơn vị. Tỷ lệ cắt ở một số lẻ, không làm tròn lên.",
  ];
  const grouped = (name: string, header: string, rows: readonly Row[]): TableSheet<Row> => ({
    name,
    ...head,
    columns: [...numberedBy<Row>(header), ...amounts(report.figures.donePercent)],
    groups: [{ label: null, rows }],
    notes,
    frozenColumns: 2,
  });
  const provinces = [...new Set(input.lines.map(({ provinceName }) => provinceName))];
  const lines: TableSheet<YearReportLine> = {
    name: "DeAn",
    ...head,
    columns: LINE_COLUMNS,
    groups: provinces.map((provinceName) => ({
      label: provinceName,
      rows: input.lines.filter((line) => line.provinceName === provinceName),
    })),
    notes,
    frozenColumns: 3,
  };
  return sheetSet(title, input.organisationName, [
    tableSheet(grouped("NoiDung", "Nội dung (Điều 4 Nghị định 45/2012/NĐ-CP)", report.content), input),
    tableSheet(grouped("DiaBan", input.placeHeader, report.place), input),
    tableSheet(grouped("Nguon", "Nguồn kinh phí", report.fund), input),
    tableSheet(lines, input),
  ]);
}
