/** What of a file's styles matters for reading figures: number formats that change their look, and legacy fonts. */
import { attribute, scanXml } from "./xml.ts";

const BUILT_IN: Readonly<Record<number, string>> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "dd/mm/yyyy",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "dd/mm/yyyy h:mm",
  37: "#,##0",
  38: "#,##0",
  39: "#,##0.00",
  40: "#,##0.00",
  41: "#,##0",
  42: "#,##0",
  43: "#,##0.00",
  44: "#,##0.00",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss.0",
  48: "##0.0E+0",
  49: "@",
};

export interface CellLook {
  readonly format: string | null;
  /** Legacy Vietnamese font, null for every other font. */
  readonly font: string | null;
}

/** TCVN3 (.VnTime, .VnArialH …) and VNI (VNI-Times …): their letters are not Unicode. */
export function legacyFont(name: string | null): string | null {
  return name !== null && /^(?:\.vn|vni[-\s])/i.test(name) ? name : null;
}

/** The look of each cell format (`s` attribute of a cell), in order. */
export function readStyles(bytes: Uint8Array): CellLook[] | null {
  const formats = new Map<number, string>();
  const fonts: (string | null)[] = [];
  const looks: CellLook[] = [];
  let section = "";
  const wellFormed = scanXml(bytes, {
    open(name, raw) {
      if (
        name === "fonts" ||
        name === "cellXfs" ||
        name === "cellStyleXfs" ||
        name === "dxfs" ||
        name === "fills"
      )
        section = name;
      else if (name === "numFmt" && section !== "dxfs")
        formats.set(Number(attribute(raw, "numFmtId")), attribute(raw, "formatCode") ?? "");
      else if (name === "font" && section === "fonts") fonts.push(null);
      else if (name === "name" && section === "fonts")
        fonts[fonts.length - 1] = legacyFont(attribute(raw, "val"));
      else if (name === "xf" && section === "cellXfs") {
        const id = Number(attribute(raw, "numFmtId") ?? 0);
        looks.push({
          format: formats.get(id) ?? BUILT_IN[id] ?? null,
          font: fonts[Number(attribute(raw, "fontId") ?? 0)] ?? null,
        });
      }
    },
  });
  return wellFormed ? looks : null;
}

/** The first section of a format without literals, colours and locale tags. */
function bareFormat(format: string): string {
  return (format.split(";")[0] ?? "")
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/\[(?![hms]+\])[^\]]*\]/gi, "");
}

export function isDateFormat(format: string): boolean {
  return /[ymdhs]/i.test(bareFormat(format).replace(/general|e[+-]/gi, ""));
}

/**
 * A format matters when the shown figure is not the stored one: a date, a percentage, thousands cut off by a
 * trailing comma, or decimals that are there but not printed.
 */
export function formatMatters(format: string, value: unknown): boolean {
  if (isDateFormat(format)) return true;
  const bare = bareFormat(format);
  if (/%/.test(bare) || /[0#],+(?:[^0#,]|$)/.test(bare)) return true;
  if (typeof value !== "number" || Number.isInteger(value) || !/[0#?]/.test(bare)) return false;
  const shown = (/\.([0#?]*)/.exec(bare)?.[1] ?? "").length;
  return Number(value.toFixed(Math.min(shown, 20))) !== value;
}
