/**
 * "Quyết định đặt hàng" as .docx, laid out after NĐ 30/2020/NĐ-CP. The fields are those an order must state; the body
 * of the statutory form was not at hand, so the paper says that its layout is the unit's own.
 */
import { AlignmentType, Document, Header, Packer, PageNumber, Paragraph, type ISectionOptions } from "docx";
import { formatDong } from "../../shared/kernel/money.ts";
import { dongInWords } from "../../shared/kernel/words.ts";
import type { LegalDocument } from "../../shared/law/types.ts";
import { BODY, FONT, body, line, run, shortRule, sideBySide, twip } from "./docx-parts.ts";
import { legalBases, longDate } from "./legal-bases.ts";
import { orderTable, sumOf } from "./order-table.ts";
import { describeOrderer, signingPlace } from "./orderer.ts";
import type { OrderInput } from "./types.ts";

const { CENTER, RIGHT } = AlignmentType;
const DOTS = "…………";
const UNCHECKED_NOTE = 1;

/** 13 pt */
const HEADING = 26;

function letterhead(input: OrderInput) {
  const orderer = describeOrderer(input.ordererName);
  const place = signingPlace(input.ordererName, input.provinceName);
  const left = [
    ...orderer.heading.map((text) => line(text, { align: CENTER, bold: true, size: HEADING })),
    shortRule(20),
    line(`Số: ${input.orderNumber ?? `${DOTS}/QĐ-…`}`, {
      align: CENTER,
      size: HEADING,
      paragraph: { spacing: { before: 100, after: 0 } },
    }),
  ];
  const right = [
    line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", { align: CENTER, bold: true, size: 25 }),
    line("Độc lập - Tự do - Hạnh phúc", { align: CENTER, bold: true, size: 27 }),
    shortRule(19),
    line(`${place}, ${longDate(input.date)}`, {
      align: CENTER,
      italics: true,
      size: 27,
      paragraph: { spacing: { before: 100, after: 0 } },
    }),
  ];
  return sideBySide([left, right], [66, 96]);
}

function title(input: OrderInput): Paragraph[] {
  return [
    line("QUYẾT ĐỊNH", { align: CENTER, bold: true, paragraph: { spacing: { before: 360, after: 0 } } }),
    line(`Về việc đặt hàng thực hiện các đề án khuyến công năm ${input.year}`, { align: CENTER, bold: true }),
    shortRule(55),
    line(describeOrderer(input.ordererName).authority, {
      align: CENTER,
      bold: true,
      paragraph: { spacing: { before: 200, after: 160 } },
    }),
  ];
}

function grounds(input: OrderInput, documents: readonly LegalDocument[]): Paragraph[] {
  const bases = legalBases(input.legalBases, documents, input.date);
  const lines = [
    ...bases.map((text) => `Căn cứ ${text};`),
    `Căn cứ hồ sơ kế hoạch khuyến công năm ${input.year} của ${input.centreName} đã được chấp nhận;`,
    `Theo đề nghị của ${DOTS}${DOTS}${DOTS}.`,
  ];
  return lines.map((text) => body(text, { italics: true }));
}

function decided(): Paragraph {
  return line("QUYẾT ĐỊNH:", {
    align: CENTER,
    bold: true,
    paragraph: { spacing: { before: 160, after: 120 }, keepNext: true },
  });
}

function orderedServices(input: OrderInput, footnote: number | undefined) {
  const total = sumOf(input.lines, (item) => item.supportDong);
  return [
    body(
      `**Điều 1.** Đặt hàng ${input.centreName} thực hiện ${input.lines.length} dịch vụ (đề án) khuyến công năm ${input.year} sau đây:`,
    ),
    line("", { size: 8 }),
    orderTable(input, footnote),
    body(`Tổng kinh phí đặt hàng: **${formatDong(total)} đồng**.`),
    body(`(Bằng chữ: ${dongInWords(total)}).`, { italics: true }),
    body(
      "Tổng kinh phí, phần đóng góp của đơn vị thụ hưởng và nguồn khác của từng đề án ghi tại Phụ lục kèm theo.",
    ),
  ];
}

const PAYMENT = [
  "**Điều 2.** Tạm ứng, thanh toán, nghiệm thu và quyết toán",
  `1. Tạm ứng: mức tạm ứng là ${DOTS}% kinh phí đặt hàng; số đã tạm ứng vượt giá trị được nghiệm thu phải hoàn trả.`,
  "2. Nghiệm thu: thực hiện theo khối lượng, chất lượng và thời gian tại Điều 1; kết quả được lập thành biên bản nghiệm thu đặt hàng.",
  "3. Thanh toán: theo khối lượng được nghiệm thu và đơn giá, giá tại Điều 1, trong phạm vi tổng kinh phí đặt hàng.",
  "4. Quyết toán: theo quy định của pháp luật về ngân sách nhà nước và pháp luật về kế toán.",
] as const;

function duties(input: OrderInput): Paragraph[] {
  return [
    "**Điều 3.** Quyền và trách nhiệm của các bên",
    `1. ${input.centreName}: thực hiện đúng khối lượng, chất lượng, thời gian; sử dụng kinh phí đúng mục đích; báo cáo tiến độ, nghiệm thu và quyết toán theo quy định; được bảo đảm kinh phí theo Quyết định này.`,
    `2. ${input.ordererName}: bảo đảm kinh phí; theo dõi, kiểm tra việc thực hiện; tổ chức nghiệm thu; điều chỉnh đặt hàng khi có thay đổi thuộc thẩm quyền.`,
    `**Điều 4.** Quyết định này có hiệu lực kể từ ngày ký. ${input.centreName} và các cơ quan, đơn vị, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.`,
  ].map((text) => body(text));
}

function signature(input: OrderInput) {
  const recipients = [
    "- Như Điều 4;",
    `- ${input.centreName};`,
    `- Kho bạc Nhà nước ${DOTS};`,
    "- Lưu: VT, ………",
  ];
  const left = [
    line("Nơi nhận:", { bold: true, italics: true, size: 24 }),
    ...recipients.map((text) => line(text, { size: 22 })),
  ];
  const right = [
    line(describeOrderer(input.ordererName).position.toLocaleUpperCase("vi"), { align: CENTER, bold: true }),
    line("(Ký, ghi rõ họ tên, đóng dấu)", { align: CENTER, italics: true, size: 22 }),
    ...[1, 2, 3, 4].map(() => line("", {})),
    line(`${DOTS}${DOTS}${DOTS}`, { align: CENTER }),
  ];
  return sideBySide([left, right], [75, 87]);
}

function layoutNote(): Paragraph {
  return line("Bố cục theo mẫu của đơn vị; các trường theo nội dung của quyết định đặt hàng.", {
    italics: true,
    size: 18,
    paragraph: { spacing: { before: 320, after: 0 } },
  });
}

/** Page number at the top centre, none on the first page; margins as NĐ 30/2020 allows (20, 15–20, 20, 30 mm). */
function section(children: ISectionOptions["children"]): ISectionOptions {
  const number = new Paragraph({
    alignment: CENTER,
    children: [run("", { size: HEADING, children: [PageNumber.CURRENT] })],
  });
  return {
    properties: {
      titlePage: true,
      page: {
        size: { width: twip(210), height: twip(297) },
        margin: {
          top: twip(20),
          right: twip(18),
          bottom: twip(20),
          left: twip(30),
          header: twip(10),
          footer: twip(10),
        },
      },
    },
    headers: { default: new Header({ children: [number] }), first: new Header({ children: [line("")] }) },
    children,
  };
}

/** Footnote text when some ceilings rest on figures nobody read in the law's own text. */
function uncheckedNote(notes: readonly string[]): Paragraph {
  return line(`Số liệu chưa đối chiếu nguyên văn quy định, cần kiểm tra trước khi ký: ${notes.join("; ")}.`, {
    size: 20,
    align: AlignmentType.JUSTIFIED,
  });
}

export async function orderDecision(
  input: OrderInput,
  documents: readonly LegalDocument[],
): Promise<Uint8Array<ArrayBuffer>> {
  const unchecked = input.verifiedNotes.length > 0;
  const document = new Document({
    title: `Quyết định đặt hàng khuyến công năm ${input.year}`,
    creator: input.ordererName,
    styles: { default: { document: { run: { font: FONT, size: BODY } } } },
    ...(unchecked
      ? { footnotes: { [UNCHECKED_NOTE]: { children: [uncheckedNote(input.verifiedNotes)] } } }
      : {}),
    sections: [
      section([
        letterhead(input),
        ...title(input),
        ...grounds(input, documents),
        decided(),
        ...orderedServices(input, unchecked ? UNCHECKED_NOTE : undefined),
        ...PAYMENT.map((text) => body(text)),
        ...duties(input),
        line("", { size: 16, align: RIGHT }),
        signature(input),
        layoutNote(),
      ]),
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}
