/** The year of ordered đề án by content, place and fund: what was ordered against what was done. */
import { addDong, dong, type Dong } from "../kernel/money.ts";
import { toDecimalText, ratio } from "../norms/rational.ts";
import type { ConsolidatedLine } from "./consolidated.ts";
import { moneyOf, type LineWork, type OrderedLine } from "./execution.ts";
import { groupLines, type Grouped, type YearGrouping } from "./line-groups.ts";

export interface YearLine {
  readonly line: OrderedLine;
  readonly work: LineWork;
  /** What "place" means to the reader: the province for the ministry, the commune for a province. */
  readonly place: string;
}

export interface YearFigures {
  /** Accepted by the Ministry, ordered or not. */
  readonly planned: number;
  readonly plannedDong: Dong;
  readonly ordered: number;
  readonly orderedDong: Dong;
  readonly advancedDong: Dong;
  readonly accepted: number;
  readonly acceptedDong: Dong;
  readonly settled: number;
  readonly settledDong: Dong;
  readonly stopped: number;
  readonly toRefundDong: Dong;
  /** Accepted ÷ ordered money, per cent cut at one decimal; null where nothing was ordered. */
  readonly donePercent: string | null;
}

export interface YearRow extends YearFigures {
  readonly key: string;
  readonly label: string;
  readonly labelEn: string;
}

const ZERO = dong(0);

export function yearFigures(
  lines: readonly YearLine[],
  planned: readonly ConsolidatedLine[] = [],
): YearFigures {
  const add = (pick: (line: YearLine) => Dong) => addDong(...lines.map(pick));
  const count = (is: (work: LineWork) => boolean) => lines.filter(({ work }) => is(work)).length;
  const orderedDong = add(({ work }) => work.supportDong);
  const acceptedDong = add(({ work }) => work.accepted?.amountDong ?? ZERO);
  return {
    planned: planned.length,
    plannedDong: addDong(...planned.map(({ supportDong }) => supportDong)),
    ordered: lines.length,
    orderedDong,
    advancedDong: add(({ work }) => moneyOf(work).heldDong),
    accepted: count(({ accepted }) => accepted !== null),
    acceptedDong,
    settled: count(({ settled }) => settled !== null),
    settledDong: add(({ work }) => work.settled?.amountDong ?? ZERO),
    stopped: count(({ stopped }) => stopped !== null),
    toRefundDong: add(({ work }) => moneyOf(work).toRefundDong),
    donePercent:
      orderedDong === 0
        ? null
        : toDecimalText(ratio(BigInt(acceptedDong) * 100n, BigInt(orderedDong)), 1, "down"),
  };
}

interface YearItem extends Grouped {
  readonly done?: YearLine;
  readonly planned?: ConsolidatedLine;
}

const given = <T>(value: T | undefined): T[] => (value === undefined ? [] : [value]);

/** Rows in the order of the law's contents, of the funds, or of the money; what was planned and never ordered has its row. */
export function yearRows(
  lines: readonly YearLine[],
  planned: readonly ConsolidatedLine[],
  by: YearGrouping,
): YearRow[] {
  const items: YearItem[] = [
    ...lines.map((done) => ({ content: done.line.content, fund: done.line.fund, place: done.place, done })),
    ...planned.map((line) => ({ content: line.content, fund: line.fund, place: line.place, planned: line })),
  ];
  return groupLines(
    items,
    by,
    (item) => item,
    ({ done, planned: line }) => done?.work.supportDong ?? line?.supportDong ?? 0,
  ).map(({ key, label, labelEn, lines: own }) => ({
    key,
    label,
    labelEn,
    ...yearFigures(
      own.flatMap(({ done }) => given(done)),
      own.flatMap(({ planned: line }) => given(line)),
    ),
  }));
}
