/**
 * A norm (định mức kinh tế - kỹ thuật): how much labour, material and machine time one service takes. The frame is
 * TT 47/2018/TT-BCT Đ.7; the same shape holds the construction-style tables. Everything here is plain data that
 * survives JSON: decimals are text with a dot ("0.35"), `null` is the "-" of a table: not applicable, not zero.
 */
import type { Citation, Verified } from "../kernel/citation.ts";
import type { IsoDate } from "../kernel/date.ts";
import type { CostType } from "./import.ts";

/** A plain decimal with a dot and at most six places. */
export type Decimal = string;

export const NORM_STATUSES = ["ban-hanh", "du-thao", "de-xuat"] as const;
export type NormStatus = (typeof NORM_STATUSES)[number];

export const STATUS_LABEL = {
  "ban-hanh": { vi: "đã ban hành", en: "issued" },
  "du-thao": { vi: "dự thảo nội bộ, chưa ban hành", en: "internal draft, not issued" },
  "de-xuat": { vi: "đề xuất, chưa ban hành", en: "proposal, not issued" },
} as const satisfies Record<NormStatus, { vi: string; en: string }>;

interface LineBase {
  readonly resource: string;
  readonly unit: string;
  /** Id of the step of work it belongs to. */
  readonly step?: string;
  /** Why this much. */
  readonly note?: string;
}

/** Direct labour. `unit` is "công" (8 hours) or "giờ". */
export interface LabourLine extends LineBase {
  readonly kind: "labour";
  readonly quantity: Decimal | null;
  /** Pay scale and coefficient (NĐ 204/2004 Bảng 3): prices the line from the law when no price list names it. */
  readonly grade?: { readonly scale: string; readonly coefficient: Decimal };
}

export interface MaterialLine extends LineBase {
  readonly kind: "material";
  readonly quantity: Decimal | null;
  /** Hao hụt, added to the quantity. */
  readonly lossPercent?: Decimal;
  /** Thu hồi, taken off the quantity (TT 47/2018 Đ.7.2.c). The quantity itself is gross. */
  readonly recoveryPercent?: Decimal;
  readonly requirement?: string;
}

/** Machine time. `unit` is "ca" (8 hours) or "giờ". */
export interface MachineLine extends LineBase {
  readonly kind: "machine";
  /** Time with load (consumes material) and without (TT 47/2018 Đ.7.3.c). */
  readonly loaded: Decimal | null;
  readonly unloaded?: Decimal | null;
  readonly parameters?: string;
}

/** A tool worn out over months of service; `quantity` is in ca of use. */
export interface ToolLine extends LineBase {
  readonly kind: "tool";
  readonly quantity: Decimal | null;
  readonly lifeMonths: Decimal;
}

/** Per cent of the other rows: "vật liệu khác", "máy khác", "dụng cụ nhỏ", and indirect labour (TT 47/2018 Đ.7.1.b). */
export interface PercentLine extends LineBase {
  readonly kind: "percent";
  readonly of: CostType | "DC";
  readonly quantity: Decimal;
}

export type NormLine = LabourLine | MaterialLine | MachineLine | ToolLine | PercentLine;

/** A step of the work. Coefficients are all absent or add up to exactly 1; those of sub-steps add up to their parent's. */
export interface NormStep {
  readonly id: string;
  readonly name: string;
  readonly coefficient?: Decimal;
  readonly parent?: string;
}

/** A class of difficulty: multiplies the lines of the named types. */
export interface Difficulty {
  readonly id: string;
  readonly name: string;
  readonly factor: Decimal;
  readonly appliesTo: readonly CostType[];
}

export interface Norm {
  /** Kept as text and never parsed to a number: "KC.01.0110", "CA.11120". */
  readonly code: string;
  readonly name: string;
  /** What one of it is: lớp, cơ sở, đề án … */
  readonly unit: string;
  /** Khoản of NĐ 45/2012/NĐ-CP Đ.4, for khuyến công services. */
  readonly content: number | null;
  /** Standard conditions the quantities hold for. */
  readonly conditions: string;
  readonly steps: readonly NormStep[];
  readonly lines: readonly NormLine[];
  readonly difficulty: readonly Difficulty[];
  /** Service process and quality criteria, which a norm must carry (TT 47/2018 Đ.9.2.c). */
  readonly process: readonly string[];
  readonly quality: readonly string[];
  readonly note: string;
}

export interface NormBookData {
  /** Stable id: "KC-DU-THAO", "TT-38-2026". */
  readonly id: string;
  readonly title: string;
  readonly edition: string;
  readonly status: NormStatus;
  /** Shown beside every line of the book. */
  readonly label: string;
  /** Who issued or drafted it. */
  readonly authority: string;
  /** How the figures reached this file. */
  readonly origin: string;
  /** The issuing document; null for what nobody has issued. */
  readonly cite: Citation | null;
  readonly verified: Verified;
  readonly from: IsoDate;
  /** Last day in force. */
  readonly to?: IsoDate;
  readonly norms: readonly Norm[];
  /** SHA-256 of what proves a book that was worked out of many provinces' figures: the figures and the two annexes. */
  readonly evidence?: BookEvidence;
}

export interface BookEvidence {
  readonly figures: string;
  readonly xlsx: string;
  readonly docx: string;
}

export interface NormBook extends NormBookData {
  /** Content hash: changes when any character of the data changes. */
  readonly version: string;
}

/** The type a line is priced under; tools belong to materials (vật tư). */
export function costTypeOf(line: NormLine): CostType {
  switch (line.kind) {
    case "labour":
      return "NC";
    case "machine":
      return "M";
    case "percent":
      return line.of === "DC" ? "VL" : line.of;
    default:
      return "VL";
  }
}
