/** The flat workbook with its limits: what a client may send, and what the server gives back. */
import { z } from "zod";
import type { FlatCell, FlatWorkbook } from "../kernel/flat.ts";

export const WORKBOOK_LIMITS = {
  sheets: 40,
  cells: 200_000,
  /** Excel's own limits. */
  textLength: 32_767,
  formulaLength: 8_192,
  sheetNameLength: 31,
} as const;

/**
 * Excel counts UTF-16 units, where a schema's `max` counts characters. Cleaning brings text to one form (NFC), in which
 * some characters become three: it must fit as it came and afterwards too.
 */
function fits(limit: number) {
  return (text: string) =>
    text.length <= limit && (text.length * 3 <= limit || text.normalize("NFC").length <= limit);
}

const text = z
  .string()
  .max(WORKBOOK_LIMITS.textLength)
  .refine(fits(WORKBOOK_LIMITS.textLength), { message: "Ô có quá 32.767 ký tự." });

export const FlatCellSchema = z
  .strictObject({
    value: z.union([text, z.number(), z.boolean(), z.null()]),
    formula: z
      .string()
      .startsWith("=")
      .max(WORKBOOK_LIMITS.formulaLength)
      .refine(({ length }) => length <= WORKBOOK_LIMITS.formulaLength, {
        message: "Công thức có quá 8.192 ký tự.",
      })
      .optional(),
    array: z
      .string()
      .max(21)
      .regex(/^[A-Z]{1,3}[1-9][0-9]{0,6}:[A-Z]{1,3}[1-9][0-9]{0,6}$/)
      .optional(),
    format: z.string().max(255).optional(),
    font: z.string().max(64).optional(),
  })
  .meta({ id: "FlatCell" }) satisfies z.ZodType<FlatCell>;

/** A1 … XFD1048576: what lies beyond could never be written into a file again. */
export const CellAddressSchema = z
  .string()
  .regex(
    /^(?:[A-Z]{1,2}|[A-W][A-Z]{2}|X[A-E][A-Z]|XF[A-D])(?:[1-9][0-9]{0,5}|10[0-3][0-9]{4}|104[0-7][0-9]{3}|1048[0-4][0-9]{2}|10485[0-6][0-9]|104857[0-6])$/,
  );

/** As Excel has it: none of []:*?/\, no apostrophe at either end, not the name it keeps for itself. */
const SheetNameSchema = z
  .string()
  .max(WORKBOOK_LIMITS.sheetNameLength)
  .refine(fits(WORKBOOK_LIMITS.sheetNameLength), { message: "Tên trang có quá 31 ký tự." })
  // oxlint-disable-next-line no-control-regex -- control characters are what it keeps out
  .regex(/^(?!')[^\u0000-\u001f[\]:*?/\\]+(?<!')$/)
  .refine((name) => name.toLowerCase() !== "history", { message: "Excel không cho đặt tên trang này." });

export const FlatSheetSchema = z
  .strictObject({
    name: SheetNameSchema,
    hidden: z.boolean().optional(),
    hiddenRows: z.array(z.number().int().min(1).max(1_048_576)).max(WORKBOOK_LIMITS.cells).optional(),
    cells: z.record(CellAddressSchema, FlatCellSchema),
  })
  .meta({ id: "FlatSheet" });

/** Names must differ without regard to case, as in Excel. */
function sheetNamesDiffer(sheets: readonly { name: string }[]): boolean {
  return new Set(sheets.map((sheet) => sheet.name.toLowerCase())).size === sheets.length;
}

function cellCount(sheets: readonly { cells: Record<string, unknown> }[]): number {
  return sheets.reduce((sum, sheet) => sum + Object.keys(sheet.cells).length, 0);
}

export const FlatWorkbookSchema = z
  .strictObject({
    sheets: z
      .array(FlatSheetSchema)
      .min(1)
      .max(WORKBOOK_LIMITS.sheets)
      .refine(sheetNamesDiffer, { message: "Hai trang trùng tên." })
      .refine((sheets) => cellCount(sheets) <= WORKBOOK_LIMITS.cells, {
        message: "Sổ có quá 200.000 ô có dữ liệu.",
      }),
    externalLinks: z.array(z.string().max(1024)).max(100).optional(),
  })
  .meta({
    id: "FlatWorkbook",
    description: "Sổ ở dạng ô phẳng: địa chỉ A1 → giá trị và công thức",
  }) satisfies z.ZodType<FlatWorkbook>;
