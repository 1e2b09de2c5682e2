/** One figure of an explanation and what stands behind it. Plain data: it survives JSON. */
import { weakest, type CitationView, type Verified } from "../kernel/citation.ts";
import { dateFromSerial, formatDate } from "../kernel/date.ts";
import type { CellValue } from "../kernel/flat.ts";
import { formatDong } from "../kernel/money.ts";
import { plainDecimal } from "../kernel/quantity.ts";
import type { PriceNode } from "../norms/pricing/node.ts";
import { SUM_BASIS } from "../norms/pricing/node.ts";

export interface ExplainNode {
  readonly label: string;
  /** "KC_DeAn!N5", when it is a cell. */
  readonly where?: string;
  readonly value: CellValue;
  /** The value as people write it: "150.000.000", "11/05/2018"; "" when blank. */
  readonly shown: string;
  /** en-US, with "=". */
  readonly formula?: string;
  /** The arithmetic with its figures. */
  readonly working?: string;
  readonly cite?: CitationView;
  /** The weakest mark among this figure and everything behind it; absent when nothing behind it is marked. */
  readonly verified?: Verified;
  /** What the reader must know: typed by hand, a circle, no figure in the law, not followed further. */
  readonly note?: string;
  readonly children: readonly ExplainNode[];
}

type NodeInput = Omit<ExplainNode, "shown" | "verified" | "children"> & {
  readonly shown?: string;
  readonly verified?: Verified | null | undefined;
  readonly children?: readonly ExplainNode[];
};

export function showValue(value: CellValue): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value !== "number") return value;
  return Number.isInteger(value) ? formatDong(value) : plainDecimal(value).replace(".", ",");
}

/** A serial as a day; anything else as it is. */
export function showDate(value: CellValue): string {
  const date = typeof value === "number" ? dateFromSerial(value) : null;
  return date?.ok === true ? formatDate(date.value) : showValue(value);
}

/** Fills in what follows from the rest: the shown value and the weakest mark. */
export function explainNode(input: NodeInput): ExplainNode {
  const { verified, children = [], shown = showValue(input.value), ...rest } = input;
  const own = verified ?? input.cite?.verified;
  const marks = [own, ...children.map((child) => child.verified)].filter((mark) => mark !== undefined);
  const mark = weakest(marks);
  return { ...rest, shown, ...(mark === null ? {} : { verified: mark }), children };
}

/** A figure of the pricing engine with its own tree. */
export function fromPriceNode(node: PriceNode): ExplainNode {
  const source = node.basis.text === SUM_BASIS.text || node.basis.cite !== undefined ? null : node.basis.text;
  const rounding = node.roundingDong === 0 ? null : `chênh lệch làm tròn ${formatDong(node.roundingDong)} đ`;
  const note = [source, node.note, rounding].filter((part) => part !== null && part !== undefined).join("; ");
  return explainNode({
    label: node.label,
    value: node.dong,
    shown: `${formatDong(node.dong)} đ`,
    ...(node.formula === "" ? {} : { working: node.formula }),
    ...(node.basis.cite === undefined ? {} : { cite: node.basis.cite }),
    verified: node.basis.verified,
    ...(note === "" ? {} : { note }),
    children: node.children.map(fromPriceNode),
  });
}
