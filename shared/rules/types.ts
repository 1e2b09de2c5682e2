import type { Basis, Verified } from "../kernel/citation.ts";
import type { IsoDate } from "../kernel/date.ts";
import type { Finding, Severity, Stage, Where } from "../kernel/finding.ts";
import type { FlatWorkbook } from "../kernel/flat.ts";
import type { LawBook } from "../law/types.ts";
import type { Plan } from "../plan/shapes.ts";
import type { CountedWaiver } from "../plan/waivers.ts";
import type { PeerFigure } from "./peers.ts";

/** What a rule looks after; the rule book groups by it. */
export type RuleCategory =
  | "day-du"
  | "kieu-du-lieu"
  | "danh-muc"
  | "ngay-thang"
  | "trung-lap"
  | "cong-don"
  | "muc-ho-tro"
  | "nguon-von"
  | "phap-ly"
  | "bat-thuong"
  | "so-lam-viec"
  | "dinh-muc"
  | "dang-ky"
  | "san-pham"
  | "tien-do"
  | "dat-hang";

export interface RuleContext {
  readonly plan: Plan;
  readonly workbook: FlatWorkbook;
  readonly law: LawBook;
  /** As-of date of the workbook, or null when it could not be read. */
  readonly asOf: IsoDate | null;
  /** Version of the template this program writes; absent where a lone table is judged. */
  readonly templateVersion?: string;
  /** Figures of other submissions: only a reviewer who may see them has these. */
  readonly peers?: readonly PeerFigure[];
  /** Rules that need not hold for this submission. */
  readonly waivers?: readonly CountedWaiver[];
}

/** What a rule reports; id, severity, stage and basis are added from its declaration. */
export interface Hit {
  readonly where: Where;
  readonly message: string;
  readonly found: string;
  readonly expected: string;
  readonly differenceDong?: number;
  readonly remedy: string;
  /** Overrides the declared basis when the article depends on the line. */
  readonly basis?: string;
  /** Lowers an error to a warning, when the figure behind it was not read in the law's text. */
  readonly severity?: Severity;
  /** The weakest mark of the figures this hit stands on; needed where the rule declares `figures`. */
  readonly verified?: Verified;
  /** Only where the repair is certain: the value, or the formula with "=", that belongs in the cell. */
  readonly fix?: string | number;
}

export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  readonly category: RuleCategory;
  readonly stage: Stage;
  readonly title: { readonly vi: string; readonly en: string };
  readonly basis: Basis;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly related: readonly string[];
  /** Parameters of the law it compares with. A hit on a figure not read in the law's text is lowered to a warning. */
  readonly figures?: readonly string[];
  /** A new rule starts on trial and is made live by publishing a setting (or by a later release). */
  readonly trial?: true;
  /** Found outside `check`: by the reader, or by computing the workbook again; `check` is then silent. */
  readonly foundBy?: "reader" | "recompute";
  readonly check: (context: RuleContext) => readonly Hit[];
}

export type { Finding };
