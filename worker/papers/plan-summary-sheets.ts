/** "Kế hoạch khuyến công tổng hợp" as .xlsx: by place, content and fund, then every đề án and the files behind them. */
import type { PlanRow } from "../../shared/plan/consolidated.ts";
import { dongInWords } from "../../shared/kernel/words.ts";
import { numberedBy, sheetSet, summed, tableSheet, type IssuedBy, type TableSheet } from "./sheet-set.ts";

export interface PlanFileLine {
  readonly code: string;
  readonly name: string;
  readonly contentLabel: string;
  readonly kindLabel: string;
  /** "QG", "ĐP" or "". */
  readonly fund: string;
  readonly place: string;
  readonly beneficiary: string;
  readonly amount: string;
  readonly totalDong: number;
  readonly supportDong: number;
  readonly counterpartDong: number;
  readonly otherDong: number;
}

export interface PlanFile {
  readonly id: string;
  readonly provinceName: string;
  readonly organisationName: string;
  readonly revision: number;
  readonly stateLabel: string;
  readonly lines: readonly PlanFileLine[];
}

export interface PlanSummaryInput extends IssuedBy {
  readonly year: number;
  /** "toàn quốc" or the name of the province. */
  readonly scope: string;
  readonly placeHeader: string;
  /** "30/06/2018". */
  readonly day: string;
  readonly rows: Readonly<Record<"place" | "content" | "fund", readonly PlanRow[]>>;
  readonly files: readonly PlanFile[];
}

const AMOUNTS = [
  summed<PlanRow>("Số đề án", 10, (row) => row.deAn),
  summed<PlanRow>("Tổng kinh phí", 19, (row) => row.totalDong),
  summed<PlanRow>("Kinh phí khuyến công", 19, (row) => row.supportDong),
  summed<PlanRow>("Trong đó: khuyến công quốc gia", 19, (row) => row.nationalDong),
  summed<PlanRow>("Trong đó: khuyến công địa phương", 19, (row) => row.localDong),
  summed<PlanRow>("Đóng góp của đơn vị thụ hưởng", 19, (row) => row.counterpartDong),
  summed<PlanRow>("Nguồn khác", 16, (row) => row.otherDong),
];

const LINE_COLUMNS = [
  { header: "TT", width: 5, align: "center", value: (_: PlanFileLine, index: number) => index + 1 },
  { header: "Mã", width: 8, align: "center", value: (line: PlanFileLine) => line.code },
  { header: "Tên đề án", width: 38, align: "left", value: (line: PlanFileLine) => line.name },
  { header: "Nội dung", width: 24, align: "left", value: (line: PlanFileLine) => line.contentLabel },
  { header: "Loại hỗ trợ", width: 22, align: "left", value: (line: PlanFileLine) => line.kindLabel },
  { header: "Nguồn", width: 8, align: "center", value: (line: PlanFileLine) => line.fund },
  { header: "Địa bàn", width: 15, align: "left", value: (line: PlanFileLine) => line.place },
  { header: "Đơn vị thụ hưởng", width: 22, align: "left", value: (line: PlanFileLine) => line.beneficiary },
  { header: "Khối lượng", width: 13, align: "center", value: (line: PlanFileLine) => line.amount },
  summed<PlanFileLine>("Tổng kinh phí", 17, (line) => line.totalDong),
  summed<PlanFileLine>("Kinh phí khuyến công", 17, (line) => line.supportDong),
  summed<PlanFileLine>("Đóng góp của đơn vị thụ hưởng", 17, (line) => line.counterpartDong),
  summed<PlanFileLine>("Nguồn khác", 15, (line) => line.otherDong),
] as const;

const fileSupport = ({ lines }: PlanFile) => lines.reduce((sum, { supportDong }) => sum + supportDong, 0);

const FILE_COLUMNS = [
  { header: "TT", width: 5, align: "center", value: (_: PlanFile, index: number) => index + 1 },
  { header: "Tỉnh, thành phố", width: 20, align: "left", value: (file: PlanFile) => file.provinceName },
  { header: "Đơn vị lập", width: 40, align: "left", value: (file: PlanFile) => file.organisationName },
  { header: "Mã biên nhận", width: 36, align: "left", value: (file: PlanFile) => file.id },
  { header: "Lần gửi", width: 9, align: "center", value: (file: PlanFile) => file.revision },
  { header: "Trạng thái", width: 32, align: "left", value: (file: PlanFile) => file.stateLabel },
  summed<PlanFile>("Số đề án", 10, ({ lines }) => lines.length),
  summed<PlanFile>("Kinh phí khuyến công", 20, fileSupport),
] as const;

function titled(input: PlanSummaryInput): { title: string; about: string; frozenColumns: number } {
  return {
    title: `KẾ HOẠCH KHUYẾN CÔNG TỔNG HỢP NĂM ${input.year} – ${input.scope.toLocaleUpperCase("vi")}`,
    about: `(Tổng hợp từ ${input.files.length} hồ sơ đã được Bộ Công Thương chấp nhận, lập ngày ${input.day})`,
    frozenColumns: 2,
  };
}

function notesOf(input: PlanSummaryInput): string[] {
  const support = input.files.reduce((sum, file) => sum + fileSupport(file), 0);
  return [
    `Kinh phí khuyến công bằng chữ: ${dongInWords(support)}.`,
    "Biểu do phần mềm cộng từ các dòng dự toán của hồ sơ; hình thức theo mẫu của đơn vị. Danh sách hồ sơ ở trang HoSo.",
  ];
}

function grouped(
  input: PlanSummaryInput,
  { name, header, by }: { name: string; header: string; by: keyof PlanSummaryInput["rows"] },
): TableSheet<PlanRow> {
  return {
    name,
    ...titled(input),
    columns: [...numberedBy<PlanRow>(header), ...AMOUNTS],
    groups: [{ label: null, rows: input.rows[by] }],
    notes: notesOf(input),
  };
}

export function planSummaryFile(input: PlanSummaryInput): Promise<Uint8Array<ArrayBuffer>> {
  const head = titled(input);
  const listed = input.files.map((file, index) => ({
    label: `${index + 1}. ${file.provinceName} – ${file.organisationName}`,
    rows: file.lines,
  }));
  return sheetSet(head.title, input.organisationName, [
    tableSheet(grouped(input, { name: "DiaBan", header: input.placeHeader, by: "place" }), input),
    tableSheet(
      grouped(input, {
        name: "NoiDung",
        header: "Nội dung (Điều 4 Nghị định 45/2012/NĐ-CP)",
        by: "content",
      }),
      input,
    ),
    tableSheet(grouped(input, { name: "Nguon", header: "Nguồn kinh phí", by: "fund" }), input),
    tableSheet(
      {
        name: "DanhMuc",
        ...head,
        columns: LINE_COLUMNS,
        groups: listed,
        notes: notesOf(input),
        frozenColumns: 3,
      },
      input,
    ),
    tableSheet(
      {
        name: "HoSo",
        ...head,
        columns: FILE_COLUMNS,
        groups: [{ label: null, rows: input.files }],
        notes: [],
      },
      input,
    ),
  ]);
}
