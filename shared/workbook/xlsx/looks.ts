/** How a workbook looks in a file: one place for fonts, fills, borders and number formats. */
import type { CellStyle } from "hucre/xlsx";
import type { CellValue } from "../../kernel/flat.ts";
import { NUMBER_FORMATS, type ColumnKind } from "../template.ts";

export const FONT = "Times New Roman";
/** The size administrative papers are printed in. */
export const BODY_SIZE = 13;
/** Points one line of body text takes, and how many column units one character of it takes. */
export const LINE_POINTS = 17;
export const CHARACTER_WIDTH = 1.17;
/** Excel allows 409. */
export const MAX_ROW_HEIGHT = 400;

const INK = { rgb: "1F2933" };
const LINE = { style: "thin", color: { rgb: "B8C4CE" } } as const;
const BOX = { top: LINE, right: LINE, bottom: LINE, left: LINE };
const fill = (rgb: string) => ({ type: "pattern", pattern: "solid", fgColor: { rgb } }) as const;

const FILLS = {
  header: fill("D6E4F0"),
  headerRequired: fill("BBD3E8"),
  headerComputed: fill("DDDDDD"),
  computed: fill("F1F1F1"),
  total: fill("FFF4D6"),
  input: fill("FFFDF2"),
} as const;

/** Text wider than this is long prose: the text format "@" would show it as ##### beyond 255 characters. */
const NARROW = 20;

export const BODY: CellStyle = { font: { name: FONT, size: BODY_SIZE, color: INK } };
export const TITLE: CellStyle = {
  font: { name: FONT, size: 16, bold: true, color: { rgb: "12375E" } },
  alignment: { vertical: "center" },
};
export const HELP: CellStyle = {
  font: { name: FONT, size: 11, italic: true, color: { rgb: "52606D" } },
  alignment: { vertical: "center" },
};

export function headerStyle(role: "required" | "computed" | "plain"): CellStyle {
  const color =
    role === "required" ? FILLS.headerRequired : role === "computed" ? FILLS.headerComputed : FILLS.header;
  return {
    font: { name: FONT, size: BODY_SIZE, bold: true, color: INK },
    fill: color,
    border: BOX,
    alignment: { horizontal: "center", vertical: "center", wrapText: true },
  };
}

export function numberFormat(
  kind: ColumnKind,
  value: CellValue,
  computed: boolean,
  width: number,
): string | undefined {
  if (kind === "text") return !computed && width <= NARROW ? NUMBER_FORMATS.text : undefined;
  // "#,##0.######" prints a lone point after whole numbers.
  if (kind === "quantity")
    return typeof value === "number" && !Number.isInteger(value) ? NUMBER_FORMATS.quantity : "#,##0";
  return NUMBER_FORMATS[kind];
}

export interface BodyLook {
  readonly kind: ColumnKind;
  readonly computed: boolean;
  readonly width: number;
  readonly value: CellValue;
  /** Format and legacy font as the cell had them. */
  readonly format?: string | undefined;
  readonly font?: string | undefined;
}

export function bodyStyle(look: BodyLook): CellStyle {
  const numFmt = look.format ?? numberFormat(look.kind, look.value, look.computed, look.width);
  const horizontal =
    look.kind === "text" ? "left" : look.kind === "date" || look.kind === "integer" ? "center" : "right";
  return {
    font: { name: look.font ?? FONT, size: BODY_SIZE, color: INK },
    border: BOX,
    alignment: {
      horizontal,
      vertical: "center",
      ...(look.kind === "text" ? { wrapText: true, indent: 1 } : {}),
    },
    ...(look.computed ? { fill: FILLS.computed } : {}),
    ...(numFmt === undefined ? {} : { numFmt }),
  };
}

export function totalStyle(kind: ColumnKind): CellStyle {
  return {
    font: { name: FONT, size: BODY_SIZE, bold: true, color: INK },
    fill: FILLS.total,
    border: {
      ...BOX,
      top: { style: "medium", color: { rgb: "7B8794" } },
      bottom: { style: "medium", color: { rgb: "7B8794" } },
    },
    alignment: { horizontal: kind === "text" ? "left" : "right", vertical: "center" },
    ...(kind === "dong" ? { numFmt: NUMBER_FORMATS.dong } : {}),
  };
}

export const LABEL: CellStyle = {
  font: { name: FONT, size: BODY_SIZE, bold: true, color: INK },
  fill: FILLS.header,
  border: BOX,
  alignment: { vertical: "center", wrapText: true },
};

export function fieldStyle(kind: ColumnKind, format: string | undefined): CellStyle {
  const numFmt = format ?? (kind === "text" ? undefined : NUMBER_FORMATS[kind]);
  return {
    font: { name: FONT, size: BODY_SIZE, color: INK },
    fill: FILLS.input,
    border: BOX,
    alignment: { horizontal: "left", vertical: "center", wrapText: true, indent: 1 },
    ...(numFmt === undefined ? {} : { numFmt }),
  };
}

/** A cell of the user's own sheets and columns: nothing but its figure, format and font. */
export function plainStyle(format: string | undefined, font: string | undefined): CellStyle {
  return {
    font: { name: font ?? FONT, size: BODY_SIZE },
    ...(format === undefined ? {} : { numFmt: format }),
  };
}
