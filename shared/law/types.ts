import type { Citation, CitationView, Verified } from "../kernel/citation.ts";
import type { IsoDate } from "../kernel/date.ts";
import type { VoteLevel } from "./vote-levels.ts";

/** A legal document of the register. Dates are days of the Vietnamese calendar; `ended` is the last day in force. */
export interface LegalDocument {
  readonly id: string;
  /** "26/2014/TTLT-BTC-BCT" */
  readonly soHieu: string;
  readonly kind: string;
  readonly title: string;
  readonly issuer: string;
  readonly issued: IsoDate | null;
  readonly inForce: IsoDate | null;
  readonly ended?: IsoDate;
  readonly amends?: readonly string[];
  readonly replaces?: readonly string[];
  readonly verified: Verified;
  readonly note?: string;
}

/** The unit a parameter is counted in; đồng are whole numbers, percent is written 23.5 for 23,5 %. */
export type ParameterUnit = "dong" | "percent" | "factor" | "days" | "count" | "text";

/** One dated value. `null` = repealed from that day. Numbers are exact decimals in text form when not whole. */
export interface DatedValue {
  readonly from: IsoDate;
  readonly value: number | string | null;
  readonly cite: Citation;
  readonly verified: Verified;
  /** Last day a person confirmed the value was still in force. */
  readonly stillValidOn?: IsoDate;
  /** Set when the law exists from `from` but its figure is not at hand: reading it answers #N/A. */
  readonly unknown?: true;
}

export interface Parameter {
  readonly id: string;
  readonly label: { readonly vi: string; readonly en: string };
  readonly unit: ParameterUnit;
  readonly values: readonly DatedValue[];
  readonly note?: string;
}

/** A value read at a date, with everything needed to defend it. */
export interface Reading {
  readonly id: string;
  readonly label: string;
  readonly unit: ParameterUnit;
  readonly value: number;
  readonly cite: CitationView;
}

/** A province's own level of support for its local fund, from a date. A figure left out stays national. */
export interface LocalLevel {
  /** Today's two-digit code. */
  readonly province: string;
  readonly kind: string;
  readonly from: IsoDate;
  readonly percent?: number | string;
  readonly capDong?: number;
  readonly cite: Citation;
  readonly verified: Verified;
}

/** A stretch of time in which votes are held at a level; `to` is its last day. */
export interface LevelPeriod {
  readonly level: VoteLevel;
  readonly from: IsoDate;
  readonly to?: IsoDate;
  readonly cite: Citation;
  /** Of the period as a whole: its weakest end. */
  readonly verified: Verified;
}

/** trial: at most a warning, marked as on trial; live: the rule's own severity; off: silent. */
export type RuleMode = "trial" | "live" | "off";

export interface RuleSetting {
  readonly rule: string;
  readonly mode: RuleMode;
  /** First as-of date it counts for. */
  readonly from: IsoDate;
  readonly reason: string;
}

/** The law data in force for a reader: shipped values plus corrections published without a release. */
export interface LawBook {
  /** Content hash of the data: changes when any value changes. */
  readonly version: string;
  readonly documents: readonly LegalDocument[];
  readonly parameters: readonly Parameter[];
  /** Levels of local funds; absent in books kept from before they existed. */
  readonly localLevels?: readonly LocalLevel[];
  /** Levels of the vote; absent in books kept from before they were published. */
  readonly voteLevels?: readonly LevelPeriod[];
  /** What was published about rules, oldest day first; not part of `version`, which names the law. */
  readonly ruleSettings?: readonly RuleSetting[];
}

/** The ceiling of support for one đề án, with the working shown. */
export interface SupportCeiling {
  readonly maxDong: number;
  /** Percent of cost, null where the law sets none. */
  readonly percent: number | null;
  /** Absolute cap for one unit, null where the law sets none. */
  readonly capDong: number | null;
  readonly factor: number;
  /** Whose level was used: the State's, the province's, or the State's because none of the province is known. */
  readonly level: "national" | "local" | "national-for-local";
  readonly cite: CitationView;
  /** The weakest mark of the figures used. */
  readonly verified: Verified;
  /** One Vietnamese sentence with the arithmetic. */
  readonly working: string;
}
