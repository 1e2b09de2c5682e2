import { describe, expect, it } from "vitest";
import { readXlsx } from "../../shared/workbook/xlsx/index.ts";
import { decodeText } from "../../shared/workbook/xlsx/bytes.ts";
import { unmetDemands } from "../../shared/workbook/xlsx/excel/demands.ts";
import { openZip, readPart } from "../../shared/workbook/xlsx/zip.ts";
import { computePlanTotals } from "../../shared/plan/totals.ts";
import { quangNinh2018 } from "../../shared/workbook/demo.ts";
import { buildFlatWorkbook } from "../../shared/workbook/build.ts";
import { readPlan } from "../../shared/workbook/read.ts";
import { builtinLawBook } from "../../shared/law/book.ts";
import { TEMPLATE_KINDS, type TemplateKind } from "../../shared/contract/order.ts";
import { formatDong } from "../../shared/kernel/money.ts";
import { replaceParts } from "../../shared/workbook/xlsx/zip.ts";
import { encodeText } from "../../shared/workbook/xlsx/bytes.ts";
import { balanceOf } from "./data.ts";
import {
  buildOrderAppendix,
  buildOrderPaper,
  buildWorkPaper,
  buildWorkbookFile,
  shippedTemplate,
} from "./index.ts";
import { legalBases, longDate } from "./legal-bases.ts";
import { groupByFund, unitPrice } from "./order-table.ts";
import { describeOrderer, signingPlace } from "./orderer.ts";
import { TEMPLATE_LIMIT_BYTES, checkTemplate } from "./template.ts";
import type { OrderInput, OrderLine, WorkInput, WorkLine } from "./types.ts";

function orderLine(change: Partial<OrderLine>): OrderLine {
  return {
    code: "DA01",
    name: "Ứng dụng máy móc tiên tiến trong sản xuất gốm sứ",
    fund: "QG",
    kindLabel: "Ứng dụng máy móc",
    unit: "cơ sở",
    count: "1",
    supportDong: 200_000_000,
    totalDong: 450_000_000,
    counterpartDong: 250_000_000,
    otherDong: 0,
    beneficiary: "",
    place: "",
    start: "01/03/2018",
    end: "30/11/2018",
    basis: "Điểm c khoản 2 Điều 6",
    ...change,
  };
}

const DOCUMENTS = builtinLawBook().documents;
const workbook = buildFlatWorkbook(quangNinh2018(), builtinLawBook());
const LINES = [
  orderLine({}),
  orderLine({
    code: "DA02",
    name: "Tham gia hội chợ",
    count: "10",
    unit: "gian hàng",
    supportDong: 100_000_000,
    totalDong: 125_000_000,
    counterpartDong: 25_000_000,
    start: "",
    end: "",
  }),
  orderLine({
    code: "DA03",
    fund: "ĐP",
    count: "3",
    supportDong: 1_000_000_001,
    totalDong: 1_000_000_001,
    counterpartDong: 0,
  }),
];
const INPUT: OrderInput = {
  date: "2026-02-05",
  ordererName: "Sở Công Thương tỉnh Quảng Ninh",
  centreName: "Trung tâm Khuyến công Quảng Ninh",
  provinceName: "Tỉnh Quảng Ninh",
  year: 2018,
  lines: LINES,
  totals: {
    count: 3,
    totalDong: 1_575_000_001,
    supportDong: 1_300_000_001,
    counterpartDong: 275_000_000,
    otherDong: 0,
  },
  planTotals: computePlanTotals(readPlan(workbook)),
  legalBases: [],
  verifiedNotes: [],
};

function partsIn(bytes: Uint8Array): (name: string) => string {
  const zip = openZip(bytes);
  if (!zip.ok) throw new Error(zip.error.en);
  return (name) => {
    const part = readPart(zip.value, name);
    return part.ok && part.value !== null ? decodeText(part.value) : "";
  };
}

const partsOf = async (input: OrderInput) => partsIn(await buildOrderPaper("quyet-dinh", input, DOCUMENTS));

const plain = (xml: string) => xml.replace(/<\/w:p>/g, "\n").replace(/<[^>]+>/g, "");
const DOCUMENT = "word/document.xml";

function workLine(change: Partial<WorkLine>): WorkLine {
  return {
    ...orderLine({}),
    acceptedDong: 180_000_000,
    acceptedOn: "30/11/2018",
    acceptedPaper: "Biên bản 5/BB",
    advancedDong: 140_000_000,
    refundedDong: 0,
    stopped: null,
    ...change,
  };
}

const WORK: WorkInput = {
  ...INPUT,
  lines: [
    workLine({}),
    workLine({ code: "DA02", acceptedDong: 100_000_001, advancedDong: 140_000_000, refundedDong: 5_000_000 }),
    workLine({
      code: "DA03",
      name: "Đào tạo nghề",
      acceptedDong: null,
      acceptedOn: "",
      acceptedPaper: "",
      advancedDong: 7,
      stopped: "cơ sở ngừng sản xuất",
    }),
  ],
};

describe("order decision", () => {
  it("states what an order must state", async () => {
    const text = plain((await partsOf(INPUT))(DOCUMENT));
    for (const wanted of [
      "SỞ CÔNG THƯƠNG TỈNH QUẢNG NINH",
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Quảng Ninh, ngày 05 tháng 02 năm 2026",
      "Số: …………/QĐ-…",
      "Về việc đặt hàng thực hiện các đề án khuyến công năm 2018",
      "I. Kinh phí khuyến công quốc gia\n300.000.000",
      "II. Kinh phí khuyến công địa phương\n1.000.000.001",
      "Theo yêu cầu tại đề án được duyệt",
      "01/03/2018 – 30/11/2018",
      "1.300.000.001 đồng",
      "(Bằng chữ: Một tỷ ba trăm triệu không trăm linh một đồng).",
      "Căn cứ Nghị định số 45/2012/NĐ-CP",
      "biên bản nghiệm thu đặt hàng",
      "Nơi nhận:",
      "Bố cục theo mẫu của đơn vị",
    ]) {
      expect(text).toContain(wanted);
    }
    expect(text).not.toContain("Mẫu số 01");
    expect(text).not.toMatch(/[{}]/);
  });

  it("is A4 in Times New Roman with the margins of NĐ 30/2020", async () => {
    const xml = (await partsOf(INPUT))(DOCUMENT);
    expect(/<w:pgSz[^>]*>/.exec(xml)?.[0]).toContain('w:w="11906" w:h="16838"');
    expect(/<w:pgMar[^>]*>/.exec(xml)?.[0]).toContain(
      'w:top="1134" w:right="1020" w:bottom="1134" w:left="1701"',
    );
    expect(new Set([...xml.matchAll(/w:rFonts w:ascii="([^"]*)"/g)].map((match) => match[1]))).toEqual(
      new Set(["Times New Roman"]),
    );
  });

  it("names figures nobody read in the law's text, and only then", async () => {
    const note = "Thông tư 28/2018/TT-BTC: chưa đối chiếu (nguồn thứ cấp)";
    const marked = plain((await partsOf({ ...INPUT, verifiedNotes: [note] }))(DOCUMENT));
    expect(marked).toContain(`cần kiểm tra trước khi ký: ${note}.`);
    expect(plain((await partsOf(INPUT))(DOCUMENT))).not.toContain("cần kiểm tra trước khi ký");
  });

  it("names what could not be ordered on its day, and only then", async () => {
    const notReady = ["DA01 (giao nhiệm vụ)", "DA02 (chưa đủ điều kiện)"];
    const warned = plain((await partsOf({ ...INPUT, notReady }))(DOCUMENT));
    expect(warned).toContain("DA01 (giao nhiệm vụ); DA02 (chưa đủ điều kiện). Xem lại và xóa dòng này");
    for (const ready of [INPUT, { ...INPUT, notReady: [] }])
      expect(plain((await partsOf(ready))(DOCUMENT))).not.toContain("chưa đủ điều kiện đặt hàng");
  });

  it("survives texts with markup, marks of templates and characters no XML holds", async () => {
    const name = "Máy <b>&\u0001 “x” {trungTam} {#dong}";
    const text = (await partsOf({ ...INPUT, lines: [orderLine({ name })] }))(DOCUMENT);
    expect(text).toContain("Máy &lt;b&gt;&amp;");
    expect(text).toContain("{trungTam} {#dong}");
    expect(text).not.toContain("\u0001");
  });
});

describe("the contract and the minutes", () => {
  it("the contract prints the same lines and total as the decision", async () => {
    const text = plain(partsIn(await buildOrderPaper("hop-dong", INPUT, DOCUMENTS))(DOCUMENT));
    for (const wanted of ["HỢP ĐỒNG ĐẶT HÀNG", "/HĐ-…", "1.300.000.001 đồng", "Bên cung cấp dịch vụ"])
      expect(text).toContain(wanted);
    expect(text).not.toMatch(/[{}]/);
  });

  it("advances are set against what was accepted, line by line, never mixed", () => {
    expect(WORK.lines.map(balanceOf)).toEqual([
      { advanced: 140_000_000, toPay: 40_000_000, toRefund: 0 },
      { advanced: 135_000_000, toPay: 0, toRefund: 34_999_999 },
      { advanced: 7, toPay: 0, toRefund: 7 },
    ]);
  });

  it.each(["nghiem-thu", "thanh-ly"] as const)(
    "%s: what was done, its value in words, what was not done",
    async (kind) => {
      const text = plain(partsIn(await buildWorkPaper(kind, WORK))(DOCUMENT));
      for (const wanted of [
        "280.000.001 đồng",
        "Hai trăm tám mươi triệu không trăm linh một đồng",
        "30/11/2018 Biên bản 5/BB",
        "- Đào tạo nghề: cơ sở ngừng sản xuất.",
      ])
        expect(text).toContain(wanted);
      expect(text).not.toMatch(/[{}]/);
      const money = kind === "thanh-ly";
      expect(text.includes("Bốn mươi triệu đồng")).toBe(money);
      expect(text.includes(`Phải hoàn trả: ${formatDong(35_000_006)} đồng`)).toBe(money);
    },
  );
});

describe("templates a clerk may change", () => {
  /** The shipped template with its text changed, as Word would save it. */
  function changed(kind: TemplateKind, edit: (xml: string) => string, extra: Record<string, string> = {}) {
    const template = shippedTemplate(kind);
    const zip = openZip(template);
    if (!zip.ok) throw new Error(zip.error.en);
    const parts = new Map([[DOCUMENT, encodeText(edit(partsIn(template)(DOCUMENT)))]]);
    for (const [name, text] of Object.entries(extra)) parts.set(name, encodeText(text));
    const made = replaceParts(zip.value, parts);
    if (!made.ok) throw new Error(made.error.en);
    return Uint8Array.from(made.value);
  }

  it.each(TEMPLATE_KINDS)("%s: ours has nothing unknown and nothing missing", async (kind) => {
    expect(await checkTemplate(kind, shippedTemplate(kind))).toEqual([]);
  });

  it("a changed one prints its own words", async () => {
    const own = changed("quyet-dinh", (xml) => xml.replace("Nơi nhận:", "Gửi đến ({tinh}):"));
    expect(await checkTemplate("quyet-dinh", own)).toEqual([]);
    expect(plain(partsIn(await buildOrderPaper("quyet-dinh", INPUT, DOCUMENTS, own))(DOCUMENT))).toContain(
      "Gửi đến (Tỉnh Quảng Ninh):",
    );
  });

  it.each([
    ["{tongSo}", "{tongso2}", "Không có trường {tongso2}. Có thể là:", "Thiếu trường bắt buộc {tongSo}"],
    ["{thanhTien}", "", "Thiếu trường bắt buộc {thanhTien} trong danh sách {#dong}: Thành tiền."],
    ["{/dong}", "", "{#dong} chưa được đóng: thiếu {/dong}."],
    ["{bangChu}", "{nhom}", "{nhom} là danh sách: hãy viết {#nhom} … {/nhom}"],
    ["{soDong}", "{#soDong}x{/soDong}", "{#soDong} chỉ dùng cho danh sách"],
    ["{soDong}", "{soDong", "Thiếu dấu } ngay sau tên trường ở chỗ “{soDong dịch vụ"],
  ])("%s → %s is said in a sentence", async (from, to, ...wanted) => {
    const found = (
      await checkTemplate(
        "quyet-dinh",
        changed("quyet-dinh", (xml) => xml.replaceAll(from, to)),
      )
    ).join("\n");
    for (const sentence of wanted) expect(found).toContain(sentence);
  });

  it("refuses what is no .docx, runs macros or fetches from elsewhere", async () => {
    expect((await checkTemplate("hop-dong", Uint8Array.from([1, 2, 3])))[0]).toContain("Không mở được tệp");
    const book = await buildOrderAppendix(INPUT);
    expect((await checkTemplate("hop-dong", book))[0]).toContain("không có phần nội dung");
    const same = (xml: string) => xml;
    const macro = changed("hop-dong", same, { "word/vbaProject.bin": "x" });
    expect((await checkTemplate("hop-dong", macro))[0]).toContain("macro");
    const rel = `<Relationships><Relationship Id="r1" Type="http://x/attachedTemplate" Target="http://x/t.dotm" TargetMode="External"/></Relationships>`;
    const remote = changed("hop-dong", same, { "word/_rels/settings.xml.rels": rel });
    expect((await checkTemplate("hop-dong", remote))[0]).toContain("bên ngoài");
    const run = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
    const field = changed("hop-dong", (xml) => xml.replace("<w:p>", `<w:p>${run(" DDE")}${run("AUTO cmd")}`));
    expect((await checkTemplate("hop-dong", field))[0]).toContain("DDE");
  });

  it("refuses what unpacks into more than a paper can be", async () => {
    const bomb = changed("hop-dong", (xml) => xml, { "word/media/a.bin": "x".repeat(17 * 1024 * 1024) });
    expect(bomb.byteLength).toBeLessThan(TEMPLATE_LIMIT_BYTES);
    expect((await checkTemplate("hop-dong", bomb))[0]).toMatch(/bung ra quá lớn|Không mở được tệp/);
  });
});

describe("order appendix", () => {
  it("adds up with live sums whose stored values agree", async () => {
    const read = await readXlsx(await buildOrderAppendix(INPUT));
    if (!read.ok) throw new Error(read.error.vi);
    const cells = read.value.sheets[0]?.cells ?? {};
    expect(cells["J9"]).toEqual({ value: 300_000_000, formula: "=SUM(J10:J11)" });
    expect(cells["J12"]).toEqual({ value: 1_000_000_001, formula: "=SUM(J13:J13)" });
    expect(cells["I14"]).toEqual({ value: INPUT.totals.totalDong, formula: "=I9+I12" });
    expect(cells["J14"]).toEqual({ value: INPUT.totals.supportDong, formula: "=J9+J12" });
    expect(cells["K14"]?.value).toBe(INPUT.totals.counterpartDong);
    expect(cells["A15"]?.value).toBe(
      "Kinh phí đặt hàng bằng chữ: Một tỷ ba trăm triệu không trăm linh một đồng.",
    );
  });

  it("is a file Excel opens as it is", async () => {
    expect(unmetDemands(await buildOrderAppendix(INPUT))).toEqual([]);
    expect(unmetDemands(await buildOrderAppendix({ ...INPUT, lines: [] }))).toEqual([]);
    const odd = orderLine({ name: "=1+1 \uFFFE\uD800 <&>", place: "x".repeat(5000), fund: "" });
    expect(unmetDemands(await buildOrderAppendix({ ...INPUT, lines: [odd] }))).toEqual([]);
    expect(unmetDemands(await buildWorkbookFile(workbook))).toEqual([]);
  });

  it("keeps a name that looks like a formula as text", async () => {
    const read = await readXlsx(
      await buildOrderAppendix({ ...INPUT, lines: [orderLine({ name: "=HYPERLINK(1)" })] }),
    );
    expect(read.ok && read.value.sheets[0]?.cells["C10"]).toEqual({ value: "=HYPERLINK(1)" });
  });
});

describe("the workbook as sent", () => {
  it("comes back as it was", async () => {
    const read = await readXlsx(await buildWorkbookFile(workbook));
    expect(read.ok && read.value.sheets.map((sheet) => Object.keys(sheet.cells).length)).toEqual(
      workbook.sheets.map((sheet) => Object.keys(sheet.cells).length),
    );
  });
});

describe("grounds", () => {
  const cited = (date: string, given: string[] = []) => legalBases(given, DOCUMENTS, date).join("; ");

  it("cites a document only while it is in force", () => {
    expect(cited("2018-06-30")).toContain("45/2012/NĐ-CP");
    expect(cited("2018-06-30")).not.toContain("32/2019/NĐ-CP");
    expect(cited("2019-05-31")).not.toContain("32/2019/NĐ-CP");
    expect(cited("2019-06-01")).toContain("32/2019/NĐ-CP");
    expect(cited("2025-10-14")).not.toContain("235/2025/NĐ-CP");
    expect(cited("2025-10-15")).toContain("235/2025/NĐ-CP");
    expect(cited("2018-05-10", ["theo 26/2014/TTLT-BTC-BCT"])).toContain("26/2014/TTLT-BTC-BCT");
    expect(cited("2018-05-11", ["theo 26/2014/TTLT-BTC-BCT"])).not.toContain("26/2014/TTLT-BTC-BCT");
  });

  it("takes a sentence for the document it names first", () => {
    const given = [
      "Nghị định số 235/2025/NĐ-CP sửa đổi Nghị định 45/2012/NĐ-CP",
      "Thông tư số 28/2018/TT-BTC",
    ];
    expect(legalBases(given, DOCUMENTS, "2018-06-30").join()).toContain("28/2018/TT-BTC");
    expect(legalBases(given, DOCUMENTS, "2018-06-30").join()).not.toContain("235/2025");
    expect(
      legalBases(given, DOCUMENTS, "2025-11-01").filter((text) => text.startsWith("Nghị định số 235/2025")),
    ).toHaveLength(1);
  });

  it("keeps a ground that is not in the register, and names none twice", () => {
    expect(
      legalBases(["Quyết định số 9/QĐ-UBND", "Nghị định 45/2012/NĐ-CP"], DOCUMENTS, "2018-06-30"),
    ).toHaveLength(2);
  });

  it("writes dates as NĐ 30/2020 does", () => {
    expect(longDate("2019-04-10")).toBe("ngày 10 tháng 4 năm 2019");
    expect(longDate("2019-02-01")).toBe("ngày 01 tháng 02 năm 2019");
  });
});

describe("parts", () => {
  it.each([
    ["Bộ Công Thương", "BỘ TRƯỞNG BỘ CÔNG THƯƠNG", "Hà Nội"],
    ["Ủy ban nhân dân tỉnh Quảng Ninh", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH QUẢNG NINH", "Quảng Ninh"],
    ["Sở Công Thương tỉnh Quảng Ninh", "GIÁM ĐỐC SỞ CÔNG THƯƠNG TỈNH QUẢNG NINH", "Quảng Ninh"],
    ["Ban Quản lý X", "THỦ TRƯỞNG BAN QUẢN LÝ X", "Quảng Ninh"],
  ])("%s signs as %s in %s", (name, authority, place) => {
    expect(describeOrderer(name).authority).toBe(authority);
    expect(signingPlace(name, "Tỉnh Quảng Ninh")).toBe(place);
  });

  it("gives a unit price only where the amount divides evenly", () => {
    expect(LINES.map(unitPrice)).toEqual(["200.000.000", "10.000.000", "Trọn gói"]);
    expect(unitPrice(orderLine({ count: "12,5" }))).toBe("Trọn gói");
  });

  it("keeps lines without a fund", () => {
    expect(groupByFund([...LINES, orderLine({ fund: "" })]).map((group) => group.lines.length)).toEqual([
      2, 1, 1,
    ]);
  });
});
