/** The looks of a file (shared/workbook/xlsx/looks.ts) put onto ranges, so that both doors show the same sheet. */
import type { headerStyle } from "../../shared/workbook/xlsx/looks.ts";

type Look = ReturnType<typeof headerStyle>;

const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;

/** Excel refuses inner borders where there is nothing inside. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

const HORIZONTAL = { left: "Left", center: "Center", right: "Right" } as const;

const CELL: Extent = { rows: 1, columns: 1 };

function hex(color: { rgb?: string } | undefined): string | null {
  return color?.rgb === undefined ? null : `#${color.rgb.slice(-6)}`;
}

function applyFont(range: Excel.Range, look: Look): void {
  const { font } = look;
  if (font === undefined) return;
  const target = range.format.font;
  if (font.name !== undefined) target.name = font.name;
  if (font.size !== undefined) target.size = font.size;
  if (font.bold === true) target.bold = true;
  if (font.italic === true) target.italic = true;
  const color = hex(font.color);
  if (color !== null) target.color = color;
}

function applyBorders(range: Excel.Range, look: Look, extent: Extent): void {
  const color = hex(look.border?.top?.color);
  if (color === null) return;
  const inner = [
    ...(extent.rows > 1 ? (["InsideHorizontal"] as const) : []),
    ...(extent.columns > 1 ? (["InsideVertical"] as const) : []),
  ];
  for (const edge of [...EDGES, ...inner]) {
    const border = range.format.borders.getItem(edge);
    border.style = "Continuous";
    border.color = color;
  }
}

/** Fonts, fill, alignment and borders; the number format is set by `applyFormat`. */
export function applyLook(range: Excel.Range, look: Look, extent: Extent = CELL): void {
  applyFont(range, look);
  if (look.fill !== undefined && "fgColor" in look.fill) {
    const color = hex(look.fill.fgColor);
    if (color !== null) range.format.fill.color = color;
  }
  const { alignment } = look;
  const horizontal = HORIZONTAL[alignment?.horizontal as keyof typeof HORIZONTAL];
  if (horizontal !== undefined) range.format.horizontalAlignment = horizontal;
  if (alignment?.vertical === "center") range.format.verticalAlignment = "Center";
  if (alignment?.wrapText === true) range.format.wrapText = true;
  applyBorders(range, look, extent);
}

/** One format for every cell of the range: Excel takes a single value for all. */
export function applyFormat(range: Excel.Range, format: string): void {
  (range as unknown as { numberFormat: string }).numberFormat = format;
}

/** Column width of a file (characters of the body font) → points, as Excel's own default shows them. */
export function widthPoints(characters: number): number {
  return Math.round((characters * 7 + 5) * 0.75);
}
