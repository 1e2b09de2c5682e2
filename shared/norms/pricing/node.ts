import type { CitationView, Verified } from "../../kernel/citation.ts";
import { subtractDong, addDong, type Dong } from "../../kernel/money.ts";
import { formatQuantity, QUANTITY_PLACES, quantity, type Quantity } from "../../kernel/quantity.ts";
import { formatDong } from "../../kernel/money.ts";
import { add, toDecimalText, toDongRounded, type Rational } from "../rational.ts";

/** Where a figure comes from, in words; `cite` when it is the law's. */
export interface NodeBasis {
  readonly text: string;
  readonly verified: Verified | null;
  readonly cite?: CitationView;
}

/** One figure of a price with everything needed to defend it. Amounts are đồng for one unit of the parent. */
export interface PriceNode {
  readonly id: string;
  readonly label: string;
  /** The working with its figures in Vietnamese notation. */
  readonly formula: string;
  readonly exact: Rational;
  /** The printed figure: `exact` rounded half-up to đồng once. */
  readonly dong: Dong;
  readonly basis: NodeBasis;
  /** Why the figure is what it is, as its source says. */
  readonly note?: string;
  readonly children: readonly PriceNode[];
  /** Printed figure − sum of the printed children, for sums; 0 elsewhere. Shown as “chênh lệch làm tròn”. */
  readonly roundingDong: Dong;
}

/** Figures a user typed and answers for. */
export const USER_BASIS: NodeBasis = { text: "Người dùng nhập", verified: null };
export const SUM_BASIS: NodeBasis = { text: "Tính từ các dòng dưới", verified: null };

interface LeafInput {
  readonly id: string;
  readonly label: string;
  readonly formula: string;
  readonly exact: Rational;
  readonly basis?: NodeBasis;
  readonly note?: string | undefined;
  /** Figures the formula uses; they explain and are not added up. */
  readonly children?: readonly PriceNode[];
}

/** A figure computed by its own formula. */
export function leaf(input: LeafInput): PriceNode {
  const dong = toDongRounded(input.exact);
  const { id, label, formula, exact, basis = USER_BASIS, children = [] } = input;
  const node = { id, label, formula, exact, dong, basis, children, roundingDong: subtractDong(dong, dong) };
  return input.note === undefined ? node : { ...node, note: input.note };
}

/** The exact sum of its children, with the rounding difference of the printed column. */
export function sumNode(
  id: string,
  label: string,
  children: readonly PriceNode[],
  basis: NodeBasis = SUM_BASIS,
): PriceNode {
  const exact = add(...children.map((child) => child.exact));
  const dong = toDongRounded(exact);
  const roundingDong = subtractDong(dong, addDong(...children.map((child) => child.dong)));
  const formula = children.length === 0 ? "0" : children.map((child) => child.label).join(" + ");
  return { id, label, formula, exact, dong, basis, children, roundingDong };
}

/** "360.525 đ", with up to two decimals when the exact figure is not whole. */
export function dongText(value: Rational): string {
  if (value.d === 1n) return `${formatDong(Number(value.n))} đ`;
  const [whole = "0", fraction] = toDecimalText(value, 2).split(".");
  return `${formatDong(Number(whole))}${fraction === undefined ? "" : `,${fraction}`} đ`;
}

/** A quantity or percentage in Vietnamese notation. */
export function quantityText(value: Quantity | Rational): string {
  if (typeof value === "bigint") return formatQuantity(value);
  return formatQuantity(quantity(toDecimalText(value, QUANTITY_PLACES)));
}
