/**
 * “text” means: somebody held the figure against the words of the law. Here are the words, one quotation a figure, as
 * the national code (Bộ Pháp điển) gives them. A value marked “text” without its quotation fails, so does one whose
 * figure the quotation does not say. With the code at hand, KC_LAW_TEXTS=<folder of .md files> also looks each one up.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { builtinLawBook } from "./book.ts";

/** Parameter, words of the law, the figure in them. */
const QUOTATIONS: readonly (readonly [id: string, words: string, figure: string])[] = [
  ["LAP-DN.TRAN", "Mức hỗ trợ không quá 10 triệu đồng/doanh nghiệp", "10 triệu"],
  ["MO-HINH.TY-LE", "Mức hỗ trợ tối đa 30% nhưng không quá 500 triệu đồng/mô hình", "30%"],
  ["MO-HINH.TRAN", "Mức hỗ trợ tối đa 30% nhưng không quá 500 triệu đồng/mô hình", "500 triệu"],
  ["MO-HINH-NHAN-RONG.TRAN", "Mức hỗ trợ không quá 100 triệu đồng/mô hình", "100 triệu"],
  ["MAY-MOC.TY-LE", "Mức hỗ trợ tối đa 50% chi phí nhưng không quá 200 triệu đồng/cơ sở", "50%"],
  ["MAY-MOC.TRAN", "Mức hỗ trợ tối đa 50% chi phí nhưng không quá 200 triệu đồng/cơ sở", "200 triệu"],
  ["HOI-CHO.TY-LE", "Hỗ trợ 100% chi phí thuê gian hàng, chi thông tin tuyên truyền", "100%"],
  ["GIAN-HANG.TY-LE", "Mức hỗ trợ 80% giá thuê gian hàng", "80%"],
  ["HOI-CHO-NN.TY-LE", "Hỗ trợ 100% các khoản chi phí, bao gồm: Thuê mặt bằng", "100%"],
  ["KHAO-SAT-NN.TY-LE", "Chi hỗ trợ 100% chi phí vé máy bay", "100%"],
  ["BINH-CHON-KV.TRAN", "không quá 100 triệu đồng/lần đối với cấp khu vực", "100 triệu"],
  ["BINH-CHON-QG.TRAN", "200 triệu đồng/lần đối với cấp quốc gia", "200 triệu"],
  ["THUONG-KV.TRAN", "Đạt giải cấp khu vực được thưởng không quá 05 triệu đồng/sản phẩm", "05 triệu"],
  ["THUONG-QG.TRAN", "đạt giải cấp quốc gia được thưởng không quá 10 triệu đồng/sản phẩm", "10 triệu"],
  ["THUONG-HIEU.TY-LE", "Mức hỗ trợ tối đa 50% chi phí, nhưng không quá 35 triệu đồng/thương hiệu", "50%"],
  [
    "THUONG-HIEU.TRAN",
    "Mức hỗ trợ tối đa 50% chi phí, nhưng không quá 35 triệu đồng/thương hiệu",
    "35 triệu",
  ],
  ["TU-VAN.TY-LE", "Mức hỗ trợ tối đa 50% chi phí, nhưng không quá 35 triệu đồng/cơ sở", "50%"],
  ["TU-VAN.TRAN", "Mức hỗ trợ tối đa 50% chi phí, nhưng không quá 35 triệu đồng/cơ sở", "35 triệu"],
  [
    "HIEP-HOI-VUNG.TY-LE",
    "Mức hỗ trợ tối đa 30% chi phí thành lập, nhưng không quá 70 triệu đồng/hội, hiệp hội cấp vùng",
    "30%",
  ],
  [
    "HIEP-HOI-VUNG.TRAN",
    "Mức hỗ trợ tối đa 30% chi phí thành lập, nhưng không quá 70 triệu đồng/hội, hiệp hội cấp vùng",
    "70 triệu",
  ],
  ["HIEP-HOI-QG.TY-LE", "Mức hỗ trợ tối đa 30% chi phí thành lập", "30%"],
  ["HIEP-HOI-QG.TRAN", "100 triệu đồng/hội, hiệp hội cấp quốc gia", "100 triệu"],
  ["CUM-LIEN-KET.TY-LE", "Mức hỗ trợ tối đa 50% chi phí nhưng không quá 150 triệu đồng/cụm liên kết", "50%"],
  [
    "CUM-LIEN-KET.TRAN",
    "Mức hỗ trợ tối đa 50% chi phí nhưng không quá 150 triệu đồng/cụm liên kết",
    "150 triệu",
  ],
  ["LAI-SUAT.TY-LE", "Mức hỗ trợ tối đa 50% lãi suất cho các khoản vay", "50%"],
  ["LAI-SUAT.TRAN", "trong 02 năm đầu nhưng không quá 500 triệu đồng/cơ sở", "500 triệu"],
  ["O-NHIEM-CO-SO.TY-LE", "Mức hỗ trợ tối đa 30% chi phí, nhưng không quá 300 triệu đồng/cơ sở", "30%"],
  ["O-NHIEM-CO-SO.TRAN", "Mức hỗ trợ tối đa 30% chi phí, nhưng không quá 300 triệu đồng/cơ sở", "300 triệu"],
  [
    "O-NHIEM-CCN.TY-LE",
    "Mức hỗ trợ tối đa 30% chi phí, nhưng không quá 1.500 triệu đồng/cụm công nghiệp",
    "30%",
  ],
  [
    "O-NHIEM-CCN.TRAN",
    "Mức hỗ trợ tối đa 30% chi phí, nhưng không quá 1.500 triệu đồng/cụm công nghiệp",
    "1.500 triệu",
  ],
  [
    "QUY-HOACH-CCN.TY-LE",
    "Mức hỗ trợ tối đa 50% chi phí, nhưng không quá 500 triệu đồng/cụm công nghiệp",
    "50%",
  ],
  [
    "QUY-HOACH-CCN.TRAN",
    "Mức hỗ trợ tối đa 50% chi phí, nhưng không quá 500 triệu đồng/cụm công nghiệp",
    "500 triệu",
  ],
  ["HA-TANG-CCN.TRAN", "Mức hỗ trợ không quá 3.000 triệu đồng/cụm công nghiệp", "3.000 triệu"],
  ["QUAN-LY-CO-QUAN.TY-LE", "được sử dụng tối đa 1,5% kinh phí khuyến công", "1,5%"],
  ["QUAN-LY-DON-VI.TY-LE", "được chi tối đa 2,5% dự toán đề án khuyến công", "2,5%"],
  ["UU-TIEN", "nhưng không quá 1,5 lần mức hỗ trợ quy định trên đây", "1,5 lần"],
  [
    "TAM-UNG.TY-LE",
    "mức tạm ứng cho các đề án, nhiệm vụ khuyến công không quá 70% tổng kinh phí khuyến công hỗ trợ",
    "70%",
  ],
  ["TAM-UNG-LAN-1.CCN", "Tạm ứng 30% kinh phí hỗ trợ của đề án", "30%"],
  ["TAM-UNG-LAN-1.CHUNG", "Tạm ứng 70% kinh phí hỗ trợ của đề án", "70%"],
  ["TAM-UNG-LAN-1.LAP-DN", "Tạm ứng 100% kinh phí thực hiện của đề án", "100%"],
  ["BINH-CHON.DIEM-DAT", "điểm bình quân đạt từ 70 điểm trở lên", "70 điểm"],
  ["UU-TIEN.NGUYEN-LIEU", "chiếm trên 50% tổng giá trị nguyên liệu, vật liệu", "50%"],
  ["UU-TIEN.LAO-DONG", "cơ sở sản xuất có sử dụng từ 50 lao động trở lên", "50 lao động"],
  ["TU-CHU.NHOM-2", "bằng hoặc lớn hơn 100% và chưa tự bảo đảm chi đầu tư", "100%"],
  ["TU-CHU.NHOM-3A", "Đơn vị tự bảo đảm từ 70% đến dưới 100% chi thường xuyên", "70%"],
  ["TU-CHU.NHOM-3B", "Đơn vị tự bảo đảm từ 30% đến dưới 70% chi thường xuyên", "30%"],
  ["TU-CHU.NHOM-3C", "Đơn vị tự bảo đảm từ 10% đến dưới 30% chi thường xuyên", "10%"],
];

const UNITS = { "%": "percent", triệu: "dong", lần: "factor", điểm: "count", "lao động": "count" } as const;

/** "1.500 triệu" → [1 500 000 000, "dong"] */
function figureOf(text: string): readonly [number, string] {
  const [, digits = "", unit = ""] = /^([\d.,]+)\s*(%|triệu|lần|điểm|lao động)$/.exec(text) ?? [];
  const number = Number(digits.replaceAll(".", "").replace(",", "."));
  return [unit === "triệu" ? number * 1_000_000 : number, UNITS[unit as keyof typeof UNITS]];
}

const sure = builtinLawBook().parameters.flatMap((parameter) =>
  parameter.values.flatMap((one) => (one.verified === "text" ? [{ parameter, ...one }] : [])),
);

describe("figures read in the words of the law", () => {
  it("each has one quotation, and each quotation its figure", () => {
    expect(sure.map(({ parameter }) => parameter.id).sort()).toEqual(QUOTATIONS.map(([id]) => id).sort());
    for (const { article } of sure.map(({ cite }) => cite)) expect(article).toMatch(/^\d+$/);
  });

  it.each(QUOTATIONS)("%s: %s", (id, words, figure) => {
    const { parameter, value } = sure.find((one) => one.parameter.id === id) ?? {};
    expect(words).toContain(figure);
    expect([value, parameter?.unit]).toEqual(figureOf(figure));
  });
});

/** One space for any run of them: the code breaks its lines where it likes. */
const plain = (text: string) => text.normalize("NFC").replace(/\s+/g, " ");

const folder = process.env["KC_LAW_TEXTS"];

describe.skipIf(folder === undefined)("with the code at hand", () => {
  it("every quotation stands there word for word", () => {
    const files = readdirSync(folder ?? "").filter((name) => name.endsWith(".md"));
    const code = plain(files.map((name) => readFileSync(join(folder ?? "", name), "utf8")).join("\n"));
    expect(QUOTATIONS.filter(([, words]) => !code.includes(plain(words)))).toEqual([]);
    process.stdout.write(`${QUOTATIONS.length} figures compared with the words of the law\n`);
  });
});
