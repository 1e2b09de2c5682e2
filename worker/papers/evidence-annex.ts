/** The annex of figures of a draft norm book, .xlsx: what is proposed, every figure behind it, prices before and after. */
import type { ProposalComponent, ProposalService } from "../../shared/contract/norm-proposal.ts";
import { encodeSheets } from "../../shared/workbook/xlsx/index.ts";
import { LEFT_OUT, PART_NAME, causeWords, isNamed, namesIn, type EvidenceInput } from "./evidence-words.ts";
import { longDate } from "./legal-bases.ts";
import { Page, printedSheet, type Look } from "./printed-table.ts";

interface Column {
  readonly header: string;
  readonly width: number;
  readonly align?: "left" | "center" | "right";
  readonly as?: "money" | "quantity";
}
type Row = readonly (string | number | null)[];

const HEADER_ROW = 5;
/** Characters a line of a cell holds, of its width. */
const FILLED = 1.05;

const col = (header: string, width: number, as?: Column["as"]): Column =>
  as === undefined ? { header, width } : { header, width, as, align: "right" };

const SUMMARY = [
  col("Mã dự thảo", 13),
  col("Dịch vụ", 34),
  col("Loại", 7),
  col("Hao phí", 32),
  col("Đơn vị tính", 10),
  col("Số tỉnh", 8, "quantity"),
  col("Số số liệu", 8, "quantity"),
  col("Trung vị", 11, "quantity"),
  col("MAD", 11, "quantity"),
  col("Hodges–Lehmann", 12, "quantity"),
  col("Cận dưới", 11, "quantity"),
  col("Cận trên", 11, "quantity"),
  col("Mức tin cậy %", 9, "quantity"),
  col("Đề xuất", 11, "quantity"),
  col("Ghi chú", 30),
];
const FIGURES = [
  col("Dịch vụ", 34),
  col("Loại", 7),
  col("Hao phí", 32),
  col("Đơn vị tính", 10),
  col("Tỉnh", 18),
  col("Năm", 7, "quantity"),
  col("Số liệu", 12, "quantity"),
  col("Vị trí", 40),
  col("Lệch xa, vì sao", 50),
];
const PRICES = [
  col("Mã dự thảo", 13),
  col("Dịch vụ", 40),
  col("Tỉnh", 24),
  col("Đơn giá hiện nay", 17, "money"),
  col("Theo đề xuất", 17, "money"),
  col("Chênh lệch", 17, "money"),
  col("Chênh lệch %", 10, "quantity"),
  col("Ghi chú", 44),
];
const METHOD = [col("Nội dung", 150)];

const number = (decimal: string | null) => (decimal === null ? null : Number(decimal));

function summaryRows(service: ProposalService): Row[] {
  return service.components.flatMap(({ type, resource, unit, parts, leftOut }) =>
    parts.map(({ part, summary, proposed }): Row => {
      const found = summary.enough ? summary : null;
      return [
        service.code,
        service.name,
        type,
        `${resource}${PART_NAME[part]}`,
        unit,
        summary.provinces,
        summary.n,
        number(found?.median ?? null),
        number(found?.mad ?? null),
        number(found?.estimate ?? null),
        number(found?.low ?? null),
        number(found?.high ?? null),
        found === null ? null : found.coverage / 100,
        number(proposed),
        leftOut === null ? "" : `Chưa đề xuất: ${LEFT_OUT[leftOut]}`,
      ];
    }),
  );
}

/** Where a figure stands → why it is far from the rest. */
function reasons({ parts }: ProposalComponent): Map<string, string> {
  return new Map(
    parts.flatMap(({ part, outliers }) =>
      outliers.map((outlier) => [`${part} ${outlier.submissionId} ${outlier.cell}`, causeWords(outlier)]),
    ),
  );
}

function figureRows(service: ProposalService, input: EvidenceInput): Row[] {
  const figures = input.figures.get(service.key) ?? [];
  const names = namesIn(service, figures);
  return service.components.flatMap((component) => {
    const far = reasons(component);
    return figures
      .filter((figure) => figure.component === component.key)
      .map((figure): Row => {
        const { part, provinceCode, year, value, submissionId, sheet, cell } = figure;
        return [
          service.name,
          component.type,
          `${component.resource}${PART_NAME[part]}`,
          component.unit,
          names.get(provinceCode) ?? "",
          year,
          Number(value),
          isNamed(service) ? `${submissionId} ${sheet}!${cell}` : "",
          far.get(`${part} ${submissionId} ${cell}`) ?? "",
        ];
      })
      .sort((a, b) => (String(a[4]) < String(b[4]) ? -1 : 1));
  });
}

function priceRows(service: ProposalService, input: EvidenceInput): Row[] {
  const names = namesIn(service, input.figures.get(service.key) ?? []);
  const rows = service.effects.map(
    (effect): Row => [
      service.code,
      service.name,
      names.get(effect.provinceCode) ?? "",
      effect.beforeDong,
      effect.afterDong,
      effect.differenceDong,
      effect.differenceHundredths === null ? null : effect.differenceHundredths / 100,
      effect.why ?? "",
    ],
  );
  return rows.sort((a, b) => (String(a[2]) < String(b[2]) ? -1 : 1));
}

function methodRows({ proposal }: EvidenceInput): Row[] {
  return [
    `Băm số liệu tổng hợp (SHA-256): ${proposal.figuresHash}`,
    "Số liệu: dòng KC_DinhMuc của hồ sơ đã được tỉnh chuyển lên Bộ, trừ hồ sơ đã rút hoặc bị từ chối; mỗi hao phí cộng qua mọi bước công việc.",
    "Mỗi tỉnh là một tầng, tính một lần bằng trung vị các số của tỉnh. Ước lượng Hodges–Lehmann: trung vị của trung bình từng cặp trung vị tỉnh.",
    "Khoảng tin cậy chính xác theo thống kê hạng có dấu; cột “Mức tin cậy %” là mức khoảng ấy thật sự giữ, không nhỏ hơn 95 %.",
    `Chỉ đề xuất khi có ít nhất ${proposal.needed} tỉnh, và ít nhất một nửa số tỉnh có dịch vụ này cùng ghi hao phí ấy. Số đề xuất làm tròn nửa lên tới 4 chữ số thập phân.`,
    "Số lệch xa: cách trung vị hơn 3 × 1,4826 × MAD; được nêu, không bị xóa.",
    "Đơn giá trước và sau: cùng bảng giá của tỉnh, cùng tiền lương theo luật, cùng ngày; 26 ngày công một tháng; gồm khấu hao; chỉ định mức khác nhau.",
    "Dịch vụ có ít hơn 10 tỉnh: tỉnh được ghi thành số thứ tự, không ghi vị trí trong hồ sơ.",
    "Dự thảo chưa thẩm định, chưa ban hành; không phải căn cứ thanh toán.",
  ].map((text) => [text]);
}

function lines(columns: readonly Column[], row: Row): number {
  return Math.max(
    1,
    ...columns.map(({ width }, at) => Math.ceil((String(row[at] ?? "").length * FILLED) / width)),
  );
}

function sheet(
  name: string,
  title: string,
  columns: readonly Column[],
  rows: readonly Row[],
  input: EvidenceInput,
) {
  const page = new Page();
  const wide = columns.length;
  page.span(1, 1, wide, input.ministryName.toLocaleUpperCase("vi"), { bold: true }, 20);
  const heading: Look = { bold: true, align: wide === 1 ? "left" : "center", size: 14 };
  page.span(2, 1, wide, title.toLocaleUpperCase("vi"), heading, 22);
  const about = `${input.title}; ${longDate(input.date)}. DỰ THẢO, CHƯA BAN HÀNH`;
  page.span(3, 1, wide, about, { italic: true, align: heading.align ?? "left" }, 20);
  columns.forEach(({ header }, at) =>
    page.put(HEADER_ROW, at + 1, header, { align: "center", bold: true, box: true, fill: "E7EEF5" }),
  );
  page.height(HEADER_ROW, 36);
  rows.forEach((row, index) => {
    const at = HEADER_ROW + 1 + index;
    columns.forEach(({ align, as }, column) => {
      const look = { align: align ?? "left", box: true, money: as === "money", quantity: as === "quantity" };
      page.put(at, column + 1, row[column] ?? null, look);
    });
    page.height(at, Math.max(18, lines(columns, row) * 16 + 4));
  });
  return printedSheet(page, {
    name,
    widths: columns.map(({ width }) => width),
    headerRow: HEADER_ROW,
    frozenColumns: 0,
  });
}

export async function evidenceAnnex(input: EvidenceInput): Promise<Uint8Array<ArrayBuffer>> {
  const { services } = input.proposal;
  const all = (rows: (service: ProposalService) => Row[]) => services.flatMap(rows);
  const bytes = await encodeSheets({
    properties: { title: `Phụ lục minh chứng: ${input.title}`, creator: input.ministryName },
    sheets: [
      sheet("DeXuat", "Định mức dự thảo và ước lượng", SUMMARY, all(summaryRows), input),
      sheet(
        "DonGia",
        "Đơn giá trước và sau theo tỉnh",
        PRICES,
        all((one) => priceRows(one, input)),
        input,
      ),
      sheet(
        "SoLieu",
        "Số liệu của từng tỉnh",
        FIGURES,
        all((one) => figureRows(one, input)),
        input,
      ),
      sheet("PhuongPhap", "Phương pháp", METHOD, methodRows(input), input),
    ],
  });
  return Uint8Array.from(bytes);
}
