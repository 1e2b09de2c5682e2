/** From an order and its work to what the placeholders of a template say. Amounts are added here, once. */
import type { TemplateKind } from "../../shared/contract/order.ts";
import { formatDong } from "../../shared/kernel/money.ts";
import { dongInWords } from "../../shared/kernel/words.ts";
import type { LegalDocument } from "../../shared/law/types.ts";
import { legalBases, longDate } from "./legal-bases.ts";
import { QUALITY, groupByFund, sumOf, unitPrice } from "./order-table.ts";
import { describeOrderer, signingPlace } from "./orderer.ts";
import type { OrderInput, OrderLine, WorkInput, WorkLine } from "./types.ts";

const DOTS = "…………";
const ROMAN = ["I", "II", "III", "IV"];

/** Field name → text, or the rows of a list. */
export interface PaperData {
  [name: string]: string | PaperData[];
}

/** Placeholders are names a clerk reads and writes in Word, so they are texts here and no identifiers. */
export function said(...fields: readonly (readonly [string, PaperData[string]])[]): PaperData {
  return Object.fromEntries(fields) as PaperData;
}

/** Signs of the number by the kind of paper, as NĐ 30/2020 abbreviates them. */
const SIGN: Readonly<Record<TemplateKind, string>> = {
  "quyet-dinh": "/QĐ-…",
  "nghiem-thu": "/BB-…",
  "hop-dong": "/HĐ-…",
  "thanh-ly": "/BB-…",
};

function letterhead(kind: TemplateKind, input: OrderInput): PaperData {
  const orderer = describeOrderer(input.ordererName);
  const number = input.orderNumber ?? "";
  return said(
    ["coQuanDong1", orderer.heading[0] ?? ""],
    ["coQuanDong2", orderer.heading[1] ?? ""],
    ["soVanBan", number === "" ? `${DOTS}${SIGN[kind]}` : number],
    ["diaDanhNgay", `${signingPlace(input.ordererName, input.provinceName)}, ${longDate(input.date)}`],
    ["coQuan", input.ordererName],
    ["thamQuyen", orderer.authority],
    ["chucVu", orderer.position.toLocaleUpperCase("vi")],
    ["trungTam", input.centreName],
    ["tinh", input.provinceName],
    ["nam", String(input.year)],
    ["soQuyetDinh", number === "" ? DOTS : number],
    ["ngayDatHang", longDate(input.date)],
  );
}

function span({ start, end }: OrderLine): string {
  return start === "" && end === "" ? "Theo đề án được duyệt" : `${start || "…"} – ${end || "…"}`;
}

const amount = (line: OrderLine) => `${line.count} ${line.unit}`.trim();

function orderedRow(line: OrderLine, index: number): PaperData {
  return said(
    ["tt", String(index + 1)],
    ["ma", line.code],
    ["ten", line.name],
    ["khoiLuong", amount(line)],
    ["chatLuong", QUALITY],
    ["thoiGian", span(line)],
    ["donGia", unitPrice(line)],
    ["thanhTien", formatDong(line.supportDong)],
    ["thuHuong", line.beneficiary],
    ["diaBan", line.place],
  );
}

function ordered(input: OrderInput): PaperData {
  const total = sumOf(input.lines, (line) => line.supportDong);
  const groups = groupByFund(input.lines).map((group, index) =>
    said(
      ["soNhom", ROMAN[index] ?? ""],
      ["tenNguon", group.label],
      ["tongNguon", formatDong(group.supportDong)],
      ["dong", group.lines.map(orderedRow)],
    ),
  );
  return said(
    ["soDong", String(input.lines.length)],
    ["nhom", groups],
    ["tongSo", formatDong(total)],
    ["bangChu", dongInWords(total)],
    ["tamUng", DOTS],
  );
}

/** What was advanced and not given back, what is still to be paid, what must be given back. */
export function balanceOf(line: WorkLine): { advanced: number; toPay: number; toRefund: number } {
  const advanced = line.advancedDong - line.refundedDong;
  const rest = (line.acceptedDong ?? 0) - advanced;
  return { advanced, toPay: Math.max(0, rest), toRefund: Math.max(0, -rest) };
}

function workRow(line: WorkLine, index: number): PaperData {
  const { advanced, toPay, toRefund } = balanceOf(line);
  const accepted = line.acceptedDong ?? 0;
  return said(
    ["tt", String(index + 1)],
    ["ma", line.code],
    ["ten", line.name],
    ["khoiLuong", amount(line)],
    ["giaTriDatHang", formatDong(line.supportDong)],
    ["giaTriNghiemThu", formatDong(accepted)],
    ["chenhLech", formatDong(accepted - line.supportDong)],
    ["ngayNghiemThu", line.acceptedOn === "" ? "chưa nghiệm thu" : line.acceptedOn],
    ["ketQua", line.acceptedPaper],
    ["daTamUng", formatDong(advanced)],
    ["daHoanTra", formatDong(line.refundedDong)],
    ["conLai", formatDong(toPay)],
    ["phaiHoanTra", formatDong(toRefund)],
  );
}

function work({ lines }: WorkInput): PaperData {
  const accepted = sumOf(lines, (line) => line.acceptedDong ?? 0);
  const toPay = sumOf(lines, (line) => balanceOf(line).toPay);
  const undone = lines
    .filter((line) => line.acceptedDong === null)
    .map((line) => said(["ten", line.name], ["lyDo", line.stopped ?? "chưa nghiệm thu"]));
  return said(
    ["dong", lines.map(workRow)],
    ["tongDatHang", formatDong(sumOf(lines, (line) => line.supportDong))],
    ["tongNghiemThu", formatDong(accepted)],
    ["bangChu", dongInWords(accepted)],
    ["khongThucHien", undone],
    ["tongTamUng", formatDong(sumOf(lines, (line) => balanceOf(line).advanced))],
    ["tongConLai", formatDong(toPay)],
    ["conLaiBangChu", dongInWords(toPay)],
    ["tongHoanTra", formatDong(sumOf(lines, (line) => balanceOf(line).toRefund))],
  );
}

/** The decision and the contract. */
export function orderData(
  kind: TemplateKind,
  input: OrderInput,
  documents: readonly LegalDocument[],
): PaperData {
  return {
    ...letterhead(kind, input),
    ...ordered(input),
    ...said(
      ["canCu", legalBases(input.legalBases, documents, input.date).map((text) => said(["vanBan", text]))],
      [
        "chuaDuDieuKien",
        (input.notReady ?? []).length === 0 ? [] : [said(["deAn", (input.notReady ?? []).join("; ")])],
      ],
      [
        "chuaDoiChieu",
        input.verifiedNotes.length === 0 ? [] : [said(["noiDung", input.verifiedNotes.join("; ")])],
      ],
    ),
  };
}

/** The minutes of acceptance and of liquidation. */
export function workData(kind: TemplateKind, input: WorkInput): PaperData {
  const place = signingPlace(input.ordererName, input.provinceName);
  const data = letterhead(kind, input);
  // Minutes are dated by hand when they are signed; the order's own day stands in their grounds.
  return { ...data, ...said(["diaDanhNgay", `${place}, ngày … tháng … năm …`]), ...work(input) };
}
