/**
 * The part of Excel's object model that the workbench offers. Every class of the host `implements` one of these, so a
 * member that drifts from @types/office-js does not compile. Anything not listed here throws `notOffered`.
 */
import type { HostBorder, HostBorders, HostFill, HostFont, HostFormat } from "./format.ts";
import type { HostDataValidation, HostFreezePanes, HostPageLayout } from "./layout.ts";
import type { HostNamedItem, HostNames } from "./names.ts";
import type { HostRange } from "./range.ts";
import type { HostApplication, HostWorkbook } from "./workbook.ts";
import type { HostWorksheet, HostWorksheets } from "./worksheet.ts";

/** Excel's classes replaced by ours, everywhere they occur. */
export type Ours<T> = [T] extends [Excel.Range]
  ? HostRange
  : [T] extends [Excel.Worksheet]
    ? HostWorksheet
    : [T] extends [Excel.WorksheetCollection]
      ? HostWorksheets
      : [T] extends [Excel.RangeFormat]
        ? HostFormat
        : [T] extends [Excel.RangeFill]
          ? HostFill
          : [T] extends [Excel.RangeFont]
            ? HostFont
            : [T] extends [Excel.RangeBorderCollection]
              ? HostBorders
              : [T] extends [Excel.RangeBorder]
                ? HostBorder
                : OursToo<T>;

type OursToo<T> = [T] extends [Excel.NamedItemCollection]
  ? HostNames
  : [T] extends [Excel.NamedItem]
    ? HostNamedItem
    : [T] extends [Excel.Workbook]
      ? HostWorkbook
      : [T] extends [Excel.DataValidation]
        ? HostDataValidation
        : [T] extends [Excel.PageLayout]
          ? HostPageLayout
          : [T] extends [Excel.WorksheetFreezePanes]
            ? HostFreezePanes
            : [T] extends [Excel.Application]
              ? HostApplication
              : T extends (infer Item)[]
                ? [Item] extends [object]
                  ? Ours<Item>[]
                  : T
                : T;

/** The chosen members of one of Excel's classes, with our classes in place of Excel's. */
export type Offered<T, K extends keyof T> = {
  [P in K]: T[P] extends (...args: infer A) => infer R ? (...args: A) => Ours<R> : Ours<T[P]>;
};
