import type { Book } from "../../shared/contract/book.ts";
import type { CitationView } from "../../shared/kernel/citation.ts";
import { quantity } from "../../shared/kernel/quantity.ts";
import { fail } from "../../shared/kernel/result.ts";
import { normCitation, weakestInTree } from "../../shared/norms/pricing/marks.ts";
import type { PricedNorm } from "../../shared/norms/pricing/price-at.ts";
import { PRICE_PARTS, type PricePart } from "../../shared/norms/pricing/unit-price.ts";
import { withBook } from "./lib/book.ts";
import { withCitation } from "./lib/cell.ts";
import { dateOrToday, optionalQuantity, optionalText, text } from "./lib/coerce.ts";
import { orThrow } from "./lib/errors.ts";
import { knownPrice } from "./lib/known-prices.ts";
import type { Example, FunctionTexts } from "./lib/texts.ts";

/** No rule fixes the divisor for khuyến công; 26 is used unless 22 or another is given. */
const DEFAULT_DAYS = quantity(26);

/** TONG = full cost; NHOM2 = full cost without depreciation, as orders to a group-2 unit are priced. */
type Wanted = "TONG" | "NHOM2" | PricePart;
const WANTED: readonly Wanted[] = ["TONG", "NHOM2", ...PRICE_PARTS];

interface Figure {
  readonly dong: number;
  readonly label: string;
  readonly cite: CitationView;
}

/** By the arguments as they came: the way of nearly every call. */
const answered = new WeakMap<Book, Map<string, Figure>>();
/** A sheet that asks more different prices than this starts over, so memory stays bounded. */
const MOST_ANSWERED = 20_000;

function readWanted(typed: string | null): Wanted {
  if (typed === null) return "TONG";
  const wanted = WANTED.find((name) => name === typed.toUpperCase());
  if (wanted !== undefined) return wanted;
  return orThrow(
    fail(
      "VALUE",
      "price-part-unknown",
      `Phần “${typed}” không có; dùng ${WANTED.join(", ")}.`,
      `The part is one of ${WANTED.join(", ")}.`,
    ),
  );
}

/** Each figure with its citation is made once for a price. */
const figures = new WeakMap<PricedNorm, Map<Wanted, Figure>>();

function figureOf(price: PricedNorm, wanted: Wanted): Figure {
  let known = figures.get(price);
  if (known === undefined) figures.set(price, (known = new Map()));
  let figure = known.get(wanted);
  if (figure === undefined) {
    const node = wanted === "TONG" || wanted === "NHOM2" ? price.total : price.parts[wanted];
    figure = { dong: node.dong, label: node.label, cite: normCitation(price.reading, weakestInTree(node)) };
    known.set(wanted, figure);
  }
  return figure;
}

function answeredOf(book: Book): Map<string, Figure> {
  const found = answered.get(book);
  if (found !== undefined && found.size <= MOST_ANSWERED) return found;
  const fresh = new Map<string, Figure>();
  answered.set(book, fresh);
  return fresh;
}

/** Type and text of every argument ("1.234" typed is not the number 1.234); null for ranges and other objects. */
function rawKey(args: readonly unknown[]): string | null {
  let key = "";
  for (const arg of args) {
    if (typeof arg === "string") key += `s${arg}\n`;
    else if (typeof arg === "number") key += `n${arg}\n`;
    else if (arg === undefined || arg === null) key += "\n";
    else return null;
  }
  return key;
}

function isBlank(raw: unknown): boolean {
  return raw === undefined || raw === null || (typeof raw === "string" && raw.trim() === "");
}

/**
 * Đơn giá một dịch vụ từ định mức, bảng giá và lương theo luật tại một ngày.
 * @customfunction DONGIA
 * @helpurl https://localhost:8787/huong-dan/ham/dongia
 * @param {any} ma Mã định mức, ví dụ KC.03.0210.
 * @param {any} [tinh] Tên hoặc mã tỉnh; bỏ trống là giá chung.
 * @param {any} [ngay] Ngày áp dụng; bỏ trống là hôm nay.
 * @param {any} [phan] TONG (bỏ trống): đủ chi phí; NHOM2: không gồm khấu hao; hoặc TT, VL, NC, M, QL, KH, KHAC.
 * @param {any} [quanLy] Tỷ lệ chi phí quản lý, % của chi phí trực tiếp; bỏ trống là 0.
 * @param {any} [soNgay] Số ngày làm việc một tháng, 22 hoặc 26; bỏ trống là 26.
 * @returns {any} Đồng cho một đơn vị dịch vụ, làm tròn nửa lên.
 */
export function donGia(ma: any, tinh?: any, ngay?: any, phan?: any, quanLy?: any, soNgay?: any): any {
  // A blank date means today, so the day belongs to the key.
  const key = rawKey([ma, tinh, isBlank(ngay) ? dateOrToday(ngay) : ngay, phan, quanLy, soNgay]);
  return withBook((book) => {
    let figure = key === null ? undefined : answeredOf(book).get(key);
    if (figure === undefined) {
      const code = text(ma, "mã định mức");
      const province = optionalText(tinh, "tỉnh");
      const date = dateOrToday(ngay);
      const wanted = readWanted(optionalText(phan, "phần"));
      const management = optionalQuantity(quanLy, "tỷ lệ quản lý");
      const days = optionalQuantity(soNgay, "số ngày tháng") ?? DEFAULT_DAYS;
      const depreciation = wanted !== "NHOM2";
      const price = knownPrice(book, { code, province, date, depreciation, management, days });
      figure = figureOf(price, wanted);
      if (key !== null) answeredOf(book).set(key, figure);
    }
    return withCitation(figure.dong, figure.label, figure.cite);
  });
}

export const texts = {
  en: {
    description: "Unit price of a service from its norm, the price list and pay by law at a date.",
    params: {
      ma: "Code of the norm, e.g. KC.03.0210.",
      tinh: "Name or code of the province; general prices when left out.",
      ngay: "Date; today when left out.",
      phan: "TONG (default): full cost; NHOM2: without depreciation; or TT, VL, NC, M, QL, KH, KHAC.",
      quanLy: "Management as per cent of direct cost; 0 when left out.",
      soNgay: "Working days a month, 22 or 26; 26 when left out.",
    },
  },
} satisfies FunctionTexts<"ma" | "tinh" | "ngay" | "phan" | "quanLy" | "soNgay">;

export const examples: readonly Example[] = [
  { args: ["KC.03.0210", "Quảng Ninh", "2026-07-01"], value: 2_277_300 },
  { args: ["KC.03.0210", "Quảng Ninh", "2026-07-01", "NHOM2"], value: 2_252_700 },
  { args: ["KC.03.0210", null, "2026-07-01", "NC"], value: 2_169_760 },
  { args: ["KC.03.0210", null, "2026-06-30", "NC"], value: 2_006_813 },
  { args: ["KC.03.0210", null, "2026-07-01", "QL", 5], value: 112_635 },
  { args: ["CA.11120", null, "2026-07-01"], error: "#N/A" },
  { args: ["KC.03.0210", null, "2026-07-01", "XX"], error: "#VALUE!" },
  { args: ["KC.99.9999", null, "2026-07-01"], error: "#N/A" },
];
