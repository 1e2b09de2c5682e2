/** Our looks ⇄ the library's style objects. */
import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IBorderData,
  type IStyleData,
  type Nullable,
} from "./library.ts";
import type { BorderLook, Edge, Horizontal, Look, Vertical } from "../grid.ts";

const HORIZONTAL: Readonly<Record<Horizontal, HorizontalAlign>> = {
  General: HorizontalAlign.UNSPECIFIED,
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
};
const VERTICAL: Readonly<Record<Vertical, VerticalAlign>> = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Bottom: VerticalAlign.BOTTOM,
};
const LINES: Readonly<Record<BorderLook["style"], BorderStyleTypes>> = {
  None: BorderStyleTypes.NONE,
  Thin: BorderStyleTypes.THIN,
  Medium: BorderStyleTypes.MEDIUM,
  Thick: BorderStyleTypes.THICK,
  Dashed: BorderStyleTypes.DASHED,
  Dotted: BorderStyleTypes.DOTTED,
  Double: BorderStyleTypes.DOUBLE,
};

function flag(value: boolean): BooleanNumber {
  return value ? BooleanNumber.TRUE : BooleanNumber.FALSE;
}

/** "General" means no format of its own. */
export function formatStyle(format: string): IStyleData {
  return { n: format === "" || format.toLowerCase() === "general" ? null : { pattern: format } };
}

/** The same for every cell of a range; borders are set apart, they depend on the place. */
export function styleOf(look: Look): IStyleData {
  return {
    ...(look.fill === undefined ? {} : { bg: look.fill === "" ? null : { rgb: look.fill } }),
    ...(look.fontColor === undefined ? {} : { cl: { rgb: look.fontColor } }),
    ...(look.fontName === undefined ? {} : { ff: look.fontName }),
    ...(look.fontSize === undefined ? {} : { fs: look.fontSize }),
    ...(look.bold === undefined ? {} : { bl: flag(look.bold) }),
    ...(look.italic === undefined ? {} : { it: flag(look.italic) }),
    ...(look.underline === undefined ? {} : { ul: { s: flag(look.underline) } }),
    ...(look.wrap === undefined ? {} : { tb: look.wrap ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW }),
    ...(look.horizontal === undefined ? {} : { ht: HORIZONTAL[look.horizontal] }),
    ...(look.vertical === undefined ? {} : { vt: VERTICAL[look.vertical] }),
    ...(look.numberFormat === undefined ? {} : formatStyle(look.numberFormat)),
  };
}

/** Where a cell stands in the range whose border is set. */
export interface CellPlace {
  readonly top: boolean;
  readonly bottom: boolean;
  readonly left: boolean;
  readonly right: boolean;
}

type Side = "t" | "b" | "l" | "r";

function sidesOf(edge: Edge, place: CellPlace): Side[] {
  const inside = (sides: readonly (readonly [Side, boolean])[]): Side[] =>
    sides.filter(([, at]) => !at).map(([side]) => side);
  if (edge === "EdgeTop") return place.top ? ["t"] : [];
  if (edge === "EdgeBottom") return place.bottom ? ["b"] : [];
  if (edge === "EdgeLeft") return place.left ? ["l"] : [];
  if (edge === "EdgeRight") return place.right ? ["r"] : [];
  return edge === "InsideHorizontal"
    ? inside([
        ["t", place.top],
        ["b", place.bottom],
      ])
    : inside([
        ["l", place.left],
        ["r", place.right],
      ]);
}

/** The borders one cell gets when an edge of its range is drawn; null when none. */
export function borderOf(border: BorderLook, place: CellPlace): IBorderData | null {
  const sides = sidesOf(border.edge, place);
  if (sides.length === 0) return null;
  const line = border.style === "None" ? null : { s: LINES[border.style], cl: { rgb: border.color } };
  return Object.fromEntries(sides.map((side) => [side, line]));
}

function keyOf<K extends string>(table: Readonly<Record<K, number>>, value: number | undefined, other: K): K {
  return (Object.keys(table) as K[]).find((key) => table[key] === value) ?? other;
}

/** `rgb(1, 2, 3)` and `#abc` → `#aabbcc`, upper case as Excel gives it. */
function hex(color: Nullable<string>): string {
  if (!color) return "";
  const parts = /^rgba?\((\d+)\D+(\d+)\D+(\d+)/.exec(color)?.slice(1);
  const long = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i
    .exec(color)
    ?.slice(1)
    .map((digit) => digit + digit);
  const pairs = parts?.map((part) => Number(part).toString(16).padStart(2, "0")) ?? long;
  return (pairs === undefined ? color : `#${pairs.join("")}`).toUpperCase();
}

export function lookOfStyle(style: Nullable<IStyleData>): Look {
  return {
    fill: hex(style?.bg?.rgb),
    fontColor: hex(style?.cl?.rgb) || "#000000",
    fontName: style?.ff ?? "Arial",
    fontSize: style?.fs ?? 11,
    bold: style?.bl === BooleanNumber.TRUE,
    italic: style?.it === BooleanNumber.TRUE,
    underline: style?.ul?.s === BooleanNumber.TRUE,
    wrap: style?.tb === WrapStrategy.WRAP,
    horizontal: keyOf(HORIZONTAL, style?.ht ?? undefined, "General"),
    vertical: keyOf(VERTICAL, style?.vt ?? undefined, "Bottom"),
    numberFormat: style?.n?.pattern ?? "General",
  };
}
