/** What a KC function answers for given arguments, with the norm, the price and the law it reads. */
import type { CitationView } from "../kernel/citation.ts";
import type { IsoDate } from "../kernel/date.ts";
import { withinExact } from "../kernel/exact.ts";
import type { CellValue } from "../kernel/flat.ts";
import { formatDong, type Dong } from "../kernel/money.ts";
import {
  formatQuantity,
  plainDecimal,
  quantity,
  quantityToNumber,
  timesPrice,
  type Quantity,
} from "../kernel/quantity.ts";
import { ok, type Result } from "../kernel/result.ts";
import { foldKey } from "../kernel/text.ts";
import { describeCitation, readParameter } from "../law/read.ts";
import { findSupportKind } from "../law/support-kinds.ts";
import { readSupportPlace } from "../law/support-place.ts";
import { computeSupportCeiling, readLevels } from "../law/support.ts";
import type { Reading } from "../law/types.ts";
import { readNorm, type NormReading } from "../norms/book.ts";
import { readPrice } from "../norms/prices.ts";
import { labourDayAt } from "../norms/pricing/labour-law.ts";
import { computeMachineShift } from "../norms/pricing/machine-shift.ts";
import { normCitation } from "../norms/pricing/marks.ts";
import { priceBasis, priceNormAt, provinceCodeOf } from "../norms/pricing/price-at.ts";
import { PRICE_PARTS, type PricePart } from "../norms/pricing/unit-price.ts";
import { resourceQuantity } from "../norms/table.ts";
import {
  all,
  dateAt,
  dongAt,
  missing,
  quantityAt,
  textAt,
  type Argument,
  type CallBooks,
} from "./explain-arguments.ts";
import { explainNode, fromPriceNode, type ExplainNode } from "./explain-node.ts";

export interface Figure {
  readonly value: CellValue;
  readonly working?: string;
  readonly cite?: CitationView;
  readonly note?: string;
  readonly children: readonly ExplainNode[];
}

interface KnownCall {
  /** What the function gives, in words. */
  readonly gives: string;
  readonly args: readonly string[];
  /** Position of the argument that is a date. */
  readonly date?: number;
  readonly compute?: (args: readonly Argument[], books: CallBooks) => Result<Figure>;
}

function fromReading(reading: Reading): ExplainNode {
  const unit = reading.unit === "dong" ? " đ" : reading.unit === "percent" ? " %" : "";
  const plain =
    reading.unit === "dong" ? formatDong(reading.value) : plainDecimal(reading.value).replace(".", ",");
  return explainNode({
    label: `${reading.label} (${reading.id})`,
    value: reading.value,
    shown: plain + unit,
    cite: reading.cite,
  });
}

function readAll(ids: readonly string[], date: IsoDate, books: CallBooks): ExplainNode[] {
  return ids.flatMap((id) => {
    const reading = readParameter(books.law, id, date);
    return reading.ok ? [fromReading(reading.value)] : [];
  });
}

function explainCeiling(args: readonly Argument[], books: CallBooks): Result<Figure> {
  const kind = textAt(args, 0);
  if (kind === null) return missing("loại hỗ trợ");
  const read = all<[Dong, Quantity, IsoDate]>([
    dongAt(args, 1, null, "tổng chi phí"),
    quantityAt(args, 2, quantity(1), "số lượng"),
    dateAt(args, 4, books),
  ]);
  if (!read.ok) return read;
  const [costDong, count, date] = read.value;
  const place = readSupportPlace(textAt(args, 3));
  if (!place.ok) return place;
  const question = { kind, costDong, count, ...place.value, date };
  const ceiling = computeSupportCeiling(books.law, question);
  if (!ceiling.ok) return ceiling;
  const known = findSupportKind(kind.toUpperCase());
  const levels = known === null ? null : readLevels(books.law, known, question);
  const used = levels?.ok === true ? [levels.value.percent, levels.value.cap] : [];
  const children = used.flatMap((reading) => (reading === null ? [] : [fromReading(reading)]));
  const priority = place.value.priority ? readAll(["UU-TIEN"], date, books) : [];
  const { maxDong, working, cite } = ceiling.value;
  return ok({ value: maxDong, working, cite, children: [...children, ...priority] });
}

function explainParameter(args: readonly Argument[], books: CallBooks): Result<Figure> {
  const id = textAt(args, 0);
  const date = dateAt(args, 1, books);
  if (id === null) return missing("mã");
  if (!date.ok) return date;
  const reading = readParameter(books.law, id, date.value);
  if (!reading.ok) return reading;
  return ok({ value: reading.value.value, children: [fromReading(reading.value)] });
}

function explainCitation(args: readonly Argument[], books: CallBooks): Result<Figure> {
  const id = textAt(args, 0);
  const date = dateAt(args, 1, books);
  if (id === null) return missing("mã");
  if (!date.ok) return date;
  const sentence = describeCitation(books.law, id, date.value);
  if (!sentence.ok) return sentence;
  const kind = findSupportKind(id.toUpperCase());
  const ids = kind === null ? [id] : [`${kind.code}.TRAN`, `${kind.code}.TY-LE`];
  return ok({ value: sentence.value, children: readAll(ids, date.value, books) });
}

function explainLabourDay(args: readonly Argument[], books: CallBooks): Result<Figure> {
  const read = all<[Quantity, Quantity, IsoDate, Quantity]>([
    quantityAt(args, 1, null, "hệ số"),
    quantityAt(args, 2, quantity(0), "phụ cấp"),
    dateAt(args, 3, books),
    quantityAt(args, 4, quantity(26), "số ngày tháng"),
  ]);
  if (!read.ok) return read;
  const [coefficient, allowanceCoefficient, date, daysPerMonth] = read.value;
  const node = labourDayAt(books.law, date, { coefficient, allowanceCoefficient, daysPerMonth });
  if (!node.ok) return node;
  const law = readAll(["LUONG-CO-SO", "BHXH", "BHYT", "BHTN", "KPCD"], date, books);
  return ok({
    value: node.value.dong,
    working: node.value.formula,
    note: node.value.basis.text,
    children: law,
  });
}

function explainAmount(args: readonly Argument[]): Result<Figure> {
  const read = all<[Quantity, Dong]>([
    quantityAt(args, 0, null, "khối lượng"),
    dongAt(args, 1, null, "đơn giá"),
  ]);
  if (!read.ok) return read;
  const [amount, price] = read.value;
  const total = timesPrice(amount, price);
  const working = `${formatQuantity(amount)} × ${formatDong(price)} đ = ${formatDong(total)} đ (làm tròn nửa lên đến đồng)`;
  return ok({ value: total, working, children: [] });
}

function normNode(reading: NormReading, children: readonly ExplainNode[] = []): ExplainNode {
  const { norm } = reading;
  return explainNode({
    label: `Định mức ${norm.code}: ${norm.name}`,
    value: null,
    cite: normCitation(reading),
    ...(norm.note === "" ? {} : { note: norm.note }),
    children,
  });
}

function normAt(args: readonly Argument[], dateIndex: number, books: CallBooks): Result<NormReading> {
  const code = textAt(args, 0);
  const date = dateAt(args, dateIndex, books);
  if (code === null) return missing("mã định mức");
  return date.ok ? readNorm(books.norms, code, date.value) : date;
}

/** The lines of a norm that name a resource, each with its reason. */
function lineNodes({ norm }: NormReading, resource: string): ExplainNode[] {
  const lines = norm.lines.filter((line) => foldKey(line.resource) === foldKey(resource));
  return lines.map((line) => {
    const amount = line.kind === "machine" ? line.loaded : line.quantity;
    const shown = `${amount === null ? "-" : amount.replace(".", ",")} ${line.unit}`;
    return explainNode({
      label: line.step === undefined ? line.resource : `${line.resource}, bước ${line.step}`,
      value: amount === null ? null : Number(amount),
      shown,
      ...(line.note === undefined ? {} : { note: line.note }),
    });
  });
}

function explainNormTable(args: readonly Argument[], books: CallBooks): Result<Figure> {
  const reading = normAt(args, 2, books);
  return reading.ok ? ok({ value: null, children: [normNode(reading.value)] }) : reading;
}

function explainResource(args: readonly Argument[], books: CallBooks): Result<Figure> {
  const resource = textAt(args, 1);
  const reading = normAt(args, 2, books);
  if (resource === null) return missing("hao phí");
  if (!reading.ok) return reading;
  const amount = resourceQuantity(reading.value, resource);
  if (!amount.ok) return amount;
  return ok({
    value: quantityToNumber(amount.value),
    children: [normNode(reading.value, lineNodes(reading.value, resource))],
  });
}

function explainListedPrice(args: readonly Argument[], books: CallBooks): Result<Figure> {
  const resource = textAt(args, 0);
  const date = dateAt(args, 2, books);
  const province = provinceCodeOf(textAt(args, 1));
  if (resource === null) return missing("mã hao phí");
  if (!date.ok) return date;
  if (!province.ok) return province;
  const found = readPrice(books.prices, { type: null, resource, province: province.value, date: date.value });
  if (!found.ok) return found;
  const { entry, book } = found.value;
  const cite = {
    text: priceBasis(found.value).text,
    doc: book.id,
    from: entry.from,
    to: entry.to ?? null,
    verified: book.verified,
  };
  const line = { label: `Giá ${entry.resource} (đồng/${entry.unit})`, value: entry.priceDong, cite };
  return ok({ value: entry.priceDong, children: [explainNode(line)] });
}

type Wanted = "TONG" | "NHOM2" | PricePart;
const WANTED: readonly Wanted[] = ["TONG", "NHOM2", ...PRICE_PARTS];

function explainUnitPrice(args: readonly Argument[], books: CallBooks): Result<Figure> {
  const reading = normAt(args, 2, books);
  if (!reading.ok) return reading;
  const typed = textAt(args, 3)?.toUpperCase() ?? "TONG";
  const wanted = WANTED.find((name) => name === typed);
  if (wanted === undefined) return missing("phần");
  const read = all<[string | null, IsoDate, Quantity | null, Quantity]>([
    provinceCodeOf(textAt(args, 1)),
    dateAt(args, 2, books),
    textAt(args, 4) === null ? ok(null) : quantityAt(args, 4, null, "tỷ lệ quản lý"),
    quantityAt(args, 5, quantity(26), "số ngày tháng"),
  ]);
  if (!read.ok) return read;
  const [province, date, managementPercent, daysPerMonth] = read.value;
  const options = {
    depreciation: wanted !== "NHOM2",
    ...(managementPercent === null ? {} : { managementPercent }),
  };
  const price = priceNormAt(books, reading.value.norm.code, { date, province, daysPerMonth }, options);
  if (!price.ok) return price;
  const node = wanted === "TONG" || wanted === "NHOM2" ? price.value.total : price.value.parts[wanted];
  return ok({
    value: node.dong,
    working: node.formula,
    children: [normNode(reading.value, node.children.map(fromPriceNode))],
  });
}

function explainMachineShift(args: readonly Argument[]): Result<Figure> {
  const none = 0 as Dong;
  const read = all<[Dong, Quantity, Quantity, Quantity, Dong, Dong, Quantity, Dong]>([
    dongAt(args, 0, null, "nguyên giá"),
    quantityAt(args, 1, null, "số năm"),
    quantityAt(args, 2, null, "số ca một năm"),
    quantityAt(args, 3, quantity(0), "sửa chữa"),
    dongAt(args, 4, none, "năng lượng"),
    dongAt(args, 5, none, "nhân công điều khiển"),
    quantityAt(args, 6, quantity(0), "chi phí khác"),
    dongAt(args, 7, none, "giá trị thu hồi"),
  ]);
  if (!read.ok) return read;
  const [
    originalPriceDong,
    years,
    shiftsPerYear,
    repairPercent,
    energyDong,
    operatorDong,
    otherPercent,
    salvageDong,
  ] = read.value;
  const input = {
    originalPriceDong,
    years,
    shiftsPerYear,
    repairPercent,
    energyDong,
    operatorDong,
    otherPercent,
    salvageDong,
  };
  const shift = computeMachineShift(input);
  return shift.ok
    ? ok({
        value: shift.value.dong,
        working: shift.value.formula,
        children: shift.value.children.map(fromPriceNode),
      })
    : shift;
}

/** Functions without `compute` are followed through their arguments only. */
export const KNOWN_CALLS: Readonly<Record<string, KnownCall>> = {
  "KC.THAMSO": { gives: "tham số pháp lý", args: ["Mã", "Ngày"], date: 1, compute: explainParameter },
  "KC.CANCU": { gives: "căn cứ bằng lời", args: ["Mã", "Ngày"], date: 1, compute: explainCitation },
  "KC.MUCHOTRO": {
    gives: "mức hỗ trợ tối đa",
    args: ["Loại hỗ trợ", "Tổng chi phí", "Số lượng", "Địa bàn", "Ngày"],
    date: 4,
    compute: explainCeiling,
  },
  "KC.NGAYCONG": {
    gives: "đơn giá ngày công",
    args: ["Bảng lương", "Hệ số", "Phụ cấp", "Ngày", "Số ngày một tháng"],
    date: 3,
    compute: explainLabourDay,
  },
  "KC.CAMAY": {
    gives: "giá ca máy",
    args: [
      "Nguyên giá",
      "Số năm",
      "Số ca một năm",
      "Sửa chữa %",
      "Năng lượng",
      "Điều khiển",
      "Chi phí khác %",
      "Giá trị thu hồi",
    ],
    compute: explainMachineShift,
  },
  "KC.DINHMUC": {
    gives: "các dòng định mức",
    args: ["Mã định mức", "Phần", "Ngày"],
    date: 2,
    compute: explainNormTable,
  },
  "KC.HAOPHI": {
    gives: "mức hao phí",
    args: ["Mã định mức", "Hao phí", "Ngày"],
    date: 2,
    compute: explainResource,
  },
  "KC.GIA": {
    gives: "giá trong bảng giá",
    args: ["Mã hao phí", "Tỉnh", "Ngày"],
    date: 2,
    compute: explainListedPrice,
  },
  "KC.DONGIA": {
    gives: "đơn giá từ định mức",
    args: ["Mã định mức", "Tỉnh", "Ngày", "Phần", "Quản lý %", "Số ngày một tháng"],
    date: 2,
    compute: explainUnitPrice,
  },
  "KC.THANHTIEN": { gives: "thành tiền", args: ["Khối lượng", "Đơn giá"], compute: explainAmount },
  "KC.BANGCHU": { gives: "số tiền bằng chữ", args: ["Số", "Kiểu"] },
  "KC.TUCHU": { gives: "mức độ tự chủ", args: ["Thu (A)", "Chi (B)"] },
  "KC.GIABINHQUAN": {
    gives: "giá bình quân 3 năm",
    args: ["Chi phí", "Chi phí năm 2", "Chi phí năm 3", "Khối lượng"],
  },
  "KC.DIEM": { gives: "điểm thẩm định", args: ["Bảng điểm", "Trọng số"] },
  "KC.PHANBO": { gives: "phương án chọn", args: ["Danh sách", "Ngân sách", "Ràng buộc"] },
  "KC.KIEMTRA": { gives: "kết quả kiểm tra", args: ["Bảng"] },
  "KC.DIABAN": { gives: "mã địa bàn", args: ["Tên hoặc mã", "Ngày"], date: 1 },
  "KC.TRANGTHAI": { gives: "tình trạng hồ sơ", args: ["Mã hồ sơ"] },
};

/** The answer with its reasons; a failure carries the sentence the cell shows. `null` = not worked out again. */
export function explainCall(
  name: string,
  args: readonly Argument[],
  books: CallBooks,
): Result<Figure> | null {
  const compute = Object.hasOwn(KNOWN_CALLS, name) ? KNOWN_CALLS[name]?.compute : undefined;
  if (compute === undefined) return null;
  if (args.includes(undefined)) return null;
  return withinExact(() => compute(args, books));
}
