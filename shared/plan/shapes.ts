import type { IsoDate } from "../kernel/date.ts";
import type { FlatCell } from "../kernel/flat.ts";
import type { Dong } from "../kernel/money.ts";
import type { Quantity } from "../kernel/quantity.ts";

/** Which budget pays: khuyến công quốc gia or khuyến công địa phương. */
export const FUNDS = ["QG", "ĐP"] as const;
export type Fund = (typeof FUNDS)[number];

/** A cell as it stood in the workbook, with its address. */
export interface LocatedCell extends FlatCell {
  readonly address: string;
}

/** A line read from a list sheet. `cells` is keyed by column id of the template. */
export interface Line {
  readonly sheet: string;
  readonly row: number;
  readonly cells: Readonly<Record<string, LocatedCell>>;
  /** Column id → the cell where it stands or would stand on this row. */
  readonly addressOf: Readonly<Record<string, string>>;
  /** Own columns of the user, echoed and never checked: header → value. */
  readonly extra: Readonly<Record<string, FlatCell>>;
}

/** KC_DeAn: one line a đề án. A null means blank or unreadable (a shape finding says which). */
export interface DeAnLine extends Line {
  readonly code: string | null;
  readonly name: string | null;
  /** Content of NĐ 45/2012 Đ.4: 1…9. */
  readonly content: number | null;
  /** Kind of support, a code of law/support-kinds.ts. */
  readonly kind: string | null;
  readonly fund: Fund | null;
  /** How many units (cơ sở, mô hình, gian hàng …) the ceiling counts. */
  readonly count: Quantity | null;
  readonly place: string | null;
  readonly priority: boolean;
  readonly beneficiary: string | null;
  readonly trade: string | null;
  readonly start: IsoDate | null;
  readonly end: IsoDate | null;
  readonly totalDong: Dong | null;
  readonly ceilingDong: Dong | null;
  readonly supportDong: Dong | null;
  readonly counterpartDong: Dong | null;
  readonly otherDong: Dong | null;
  readonly basis: string | null;
  readonly result: string | null;
  readonly source: string | null;
  readonly note: string | null;
}

/** KC_DuToan: cost lines (Mẫu 1, TT 36/2013): total = support + counterpart + other. */
export interface CostLine extends Line {
  readonly deAnCode: string | null;
  readonly item: string | null;
  readonly unit: string | null;
  readonly quantity: Quantity | null;
  readonly unitPriceDong: Dong | null;
  readonly amountDong: Dong | null;
  readonly supportDong: Dong | null;
  readonly counterpartDong: Dong | null;
  readonly otherDong: Dong | null;
  readonly note: string | null;
}

/** KC_ThongTin. */
export interface PlanInfo {
  /** Field id → the cell that holds (or would hold) it. */
  readonly addressOf: Readonly<Record<string, string>>;
  readonly cells: Readonly<Record<string, LocatedCell>>;
  /** Province as typed, e.g. "Quảng Ninh" or "22". */
  readonly province: string | null;
  readonly organisation: string | null;
  readonly year: number | null;
  /** The date all figures stand on. */
  readonly asOf: IsoDate | null;
  readonly nationalBudgetDong: Dong | null;
  readonly localBudgetDong: Dong | null;
  readonly drafter: string | null;
  readonly templateVersion: string | null;
  readonly lawVersion: string | null;
  readonly note: string | null;
}

export interface Plan {
  readonly info: PlanInfo;
  readonly deAn: readonly DeAnLine[];
  readonly costLines: readonly CostLine[];
}
