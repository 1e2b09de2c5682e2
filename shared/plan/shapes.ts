import type { IsoDate } from "../kernel/date.ts";
import type { FlatCell } from "../kernel/flat.ts";
import type { Dong } from "../kernel/money.ts";
import type { Quantity } from "../kernel/quantity.ts";
import type { VoteLevel } from "../law/vote-levels.ts";
import type { Neighbours } from "./neighbours.ts";

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
  /** Codes of the đề án it is carried out with, as typed: "DA02; DA05" (see plan/links.ts). */
  readonly linkedTo: string | null;
  /** The effective đề án it repeats, as typed. */
  readonly replicaOf: string | null;
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
  /** The book of everything it computes with; null in workbooks made before books were named. */
  readonly bookVersion: string | null;
  /** Draft norm books the workbook has taken, by id and content hash. */
  readonly pins: readonly { readonly id: string; readonly version: string }[];
  /** Places side by side, as the unit stated them, and what of its statement could not be read. */
  readonly neighbours: readonly Neighbours[];
  readonly unreadNeighbours: readonly string[];
  readonly note: string | null;
}

/** What became of a registered demand. */
export const DEMAND_DECISIONS = ["Chờ xét", "Chọn", "Chuyển năm sau", "Không chọn"] as const;
export type DemandDecision = (typeof DEMAND_DECISIONS)[number];

/** KC_DangKy: one registered demand a line. */
export interface DemandLine extends Line {
  readonly code: string | null;
  readonly name: string | null;
  readonly registrant: string | null;
  readonly received: IsoDate | null;
  readonly content: number | null;
  readonly kind: string | null;
  readonly fund: Fund | null;
  readonly count: Quantity | null;
  readonly place: string | null;
  readonly priority: boolean;
  readonly beneficiary: string | null;
  readonly trade: string | null;
  readonly totalDong: Dong | null;
  readonly supportDong: Dong | null;
  readonly ceilingDong: Dong | null;
  readonly decision: DemandDecision | null;
  readonly reason: string | null;
  /** The đề án of KC_DeAn made of this demand. */
  readonly deAnCode: string | null;
  readonly note: string | null;
}

/** Nhân công, vật liệu, máy, dụng cụ: the parts of a norm (TT 47/2018/TT-BCT Đ.7). */
export const NORM_LINE_TYPES = ["NC", "VL", "M", "DC"] as const;
export type NormLineType = (typeof NORM_LINE_TYPES)[number];

/** KC_DinhMuc: one consumption of an own norm a line; what describes the norm stands on its first line. */
export interface NormSheetLine extends Line {
  readonly code: string | null;
  readonly name: string | null;
  readonly serviceUnit: string | null;
  readonly content: number | null;
  readonly type: NormLineType | null;
  readonly resource: string | null;
  /** "%" = per cent of the other lines of the type. */
  readonly unit: string | null;
  /** Machines: time with load. */
  readonly quantity: Quantity | null;
  /** "-" in the quantity column: not applicable, not zero. */
  readonly notApplicable: boolean;
  readonly unloaded: Quantity | null;
  readonly lossPercent: Quantity | null;
  readonly recoveryPercent: Quantity | null;
  readonly scale: string | null;
  readonly coefficient: Quantity | null;
  readonly lifeMonths: Quantity | null;
  readonly step: string | null;
  readonly stepCoefficient: Quantity | null;
  readonly requirement: string | null;
  readonly note: string | null;
  /** "Vùng núi: 1,2 (NC, M); …", read by norms/difficulty-text.ts. */
  readonly difficulty: string | null;
  readonly conditions: string | null;
  readonly process: string | null;
  readonly quality: string | null;
}

/** Types a price list knows; tools are priced as materials (vật tư). */
export const PRICE_TYPES = ["NC", "VL", "M"] as const;
export type PriceType = (typeof PRICE_TYPES)[number];

/** KC_DonGia: one dated price a line. */
export interface PriceSheetLine extends Line {
  readonly type: PriceType | null;
  readonly code: string | null;
  /** "*" = every resource of the type without a price of its own. */
  readonly resource: string | null;
  readonly unit: string | null;
  readonly priceDong: Dong | null;
  /** Depreciation inside a machine's price. */
  readonly depreciationDong: Dong | null;
  readonly from: IsoDate | null;
  /** Last day. */
  readonly to: IsoDate | null;
  readonly source: string | null;
  readonly note: string | null;
}

/** "Cuộc thi" is a proposal of the provinces: no law opens this way yet. */
export const PRODUCT_ROUTES = ["Bình chọn", "Cuộc thi"] as const;
export type ProductRoute = (typeof PRODUCT_ROUTES)[number];

export const YES_NO = ["Có", "Không"] as const;

/** KC_SanPham: one product at one level a line. A null yes/no has not been answered. */
export interface ProductLine extends Line {
  readonly code: string | null;
  readonly name: string | null;
  readonly producer: string | null;
  readonly place: string | null;
  /** 1…4, TT 26/2014/TT-BCT Đ.5. */
  readonly group: number | null;
  readonly level: VoteLevel | null;
  readonly voteDate: IsoDate | null;
  /** Blank in the sheet = "Bình chọn". */
  readonly route: ProductRoute | null;
  readonly contest: string | null;
  readonly ownMade: boolean | null;
  readonly original: boolean | null;
  readonly lawful: boolean | null;
  readonly serial: boolean | null;
  readonly form: boolean | null;
  readonly description: boolean | null;
  readonly photos: number | null;
  readonly letter: string | null;
  readonly jury: number | null;
  /** Marks by the four criteria of Đ.7, averages of the jury. */
  readonly market: Quantity | null;
  readonly technical: Quantity | null;
  readonly culture: Quantity | null;
  readonly otherMark: Quantity | null;
  readonly mark: Quantity | null;
  readonly rank: number | null;
  readonly decision: string | null;
  readonly decisionDate: IsoDate | null;
  readonly priorLevel: VoteLevel | null;
  readonly priorDecision: string | null;
  readonly priorDate: IsoDate | null;
  readonly priorMark: Quantity | null;
  readonly priorRank: number | null;
  readonly note: string | null;
}

export const PROGRESS_STATES = [
  "Chưa bắt đầu",
  "Đang thực hiện",
  "Chậm",
  "Hoàn thành",
  "Đã nghiệm thu",
  "Đã quyết toán",
  "Dừng",
] as const;
export type ProgressState = (typeof PROGRESS_STATES)[number];

/** KC_TienDo: one report of one đề án a line; amounts are cumulative. */
export interface ProgressLine extends Line {
  readonly deAnCode: string | null;
  readonly date: IsoDate | null;
  readonly state: ProgressState | null;
  /** 0…100. */
  readonly percent: Quantity | null;
  readonly supportDong: Dong | null;
  readonly spentDong: Dong | null;
  readonly advancedDong: Dong | null;
  readonly paidDong: Dong | null;
  readonly remainingDong: Dong | null;
  readonly expectedEnd: IsoDate | null;
  readonly paper: string | null;
  readonly problem: string | null;
  readonly proposal: string | null;
  readonly note: string | null;
}

export interface Plan {
  readonly info: PlanInfo;
  readonly deAn: readonly DeAnLine[];
  readonly costLines: readonly CostLine[];
  /** Lines of the sheets a workbook may lack: empty then. */
  readonly demands: readonly DemandLine[];
  readonly normLines: readonly NormSheetLine[];
  readonly priceLines: readonly PriceSheetLine[];
  readonly products: readonly ProductLine[];
  readonly progress: readonly ProgressLine[];
}
