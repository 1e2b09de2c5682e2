/** The consolidated plan (kế hoạch tổng hợp) of a year: the lines of all accepted files, added up once. */
import { addDong, dong, type Dong } from "../kernel/money.ts";
import { groupLines, type YearGrouping } from "./line-groups.ts";
import type { Fund } from "./shapes.ts";

export interface ConsolidatedLine {
  readonly code: string;
  readonly name: string;
  readonly content: number | null;
  readonly kind: string | null;
  readonly fund: Fund | null;
  /** The province for the ministry, the commune for a province. */
  readonly place: string;
  readonly totalDong: Dong;
  readonly supportDong: Dong;
  readonly counterpartDong: Dong;
  readonly otherDong: Dong;
}

export interface PlanFigures {
  readonly deAn: number;
  readonly totalDong: Dong;
  readonly supportDong: Dong;
  /** Support by the two funds; what names no fund is in supportDong only. */
  readonly nationalDong: Dong;
  readonly localDong: Dong;
  readonly counterpartDong: Dong;
  readonly otherDong: Dong;
}

export interface PlanRow extends PlanFigures {
  readonly key: string;
  readonly label: string;
  readonly labelEn: string;
}

export function planFigures(lines: readonly ConsolidatedLine[]): PlanFigures {
  const add = (pick: (line: ConsolidatedLine) => Dong) => addDong(...lines.map(pick));
  const ofFund = (fund: Fund) => add((line) => (line.fund === fund ? line.supportDong : dong(0)));
  return {
    deAn: lines.length,
    totalDong: add((line) => line.totalDong),
    supportDong: add((line) => line.supportDong),
    nationalDong: ofFund("QG"),
    localDong: ofFund("ĐP"),
    counterpartDong: add((line) => line.counterpartDong),
    otherDong: add((line) => line.otherDong),
  };
}

export function planRows(lines: readonly ConsolidatedLine[], by: YearGrouping): PlanRow[] {
  return groupLines(
    lines,
    by,
    (line) => line,
    ({ supportDong }) => supportDong,
  ).map(({ key, label, labelEn, lines: own }) => ({ key, label, labelEn, ...planFigures(own) }));
}
