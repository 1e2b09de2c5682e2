/** The year of ordered đề án by content, place and fund: what was ordered against what was done. */
import { addDong, dong, type Dong } from "../kernel/money.ts";
import { toDecimalText, ratio } from "../norms/rational.ts";
import { CONTENTS } from "./contents.ts";
import { moneyOf, type LineWork, type OrderedLine } from "./execution.ts";

export const YEAR_GROUPINGS = ["content", "place", "fund"] as const;
export type YearGrouping = (typeof YEAR_GROUPINGS)[number];

export interface YearLine {
  readonly line: OrderedLine;
  readonly work: LineWork;
  /** What "place" means to the reader: the province for the ministry, the commune for a province. */
  readonly place: string;
}

export interface YearFigures {
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
}

const ZERO = dong(0);

export function yearFigures(lines: readonly YearLine[]): YearFigures {
  const add = (pick: (line: YearLine) => Dong) => addDong(...lines.map(pick));
  const count = (is: (work: LineWork) => boolean) => lines.filter(({ work }) => is(work)).length;
  const orderedDong = add(({ work }) => work.supportDong);
  const acceptedDong = add(({ work }) => work.accepted?.amountDong ?? ZERO);
  return {
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

function keyOf({ line, place }: YearLine, by: YearGrouping): { key: string; label: string } {
  if (by === "fund") {
    const label =
      line.fund === "QG"
        ? "Khuyến công quốc gia"
        : line.fund === "ĐP"
          ? "Khuyến công địa phương"
          : "Chưa ghi nguồn";
    return { key: line.fund ?? "", label };
  }
  if (by === "place") return { key: place, label: place === "" ? "Chưa ghi địa bàn" : place };
  const content = CONTENTS.find(({ code }) => code === line.content);
  return { key: String(line.content ?? ""), label: content?.vi ?? "Chưa ghi nội dung" };
}

/** Rows in the order of the law's contents, of the funds, or of the money. */
export function yearRows(lines: readonly YearLine[], by: YearGrouping): YearRow[] {
  const groups = new Map<string, { label: string; lines: YearLine[] }>();
  for (const line of lines) {
    const { key, label } = keyOf(line, by);
    const group = groups.get(key) ?? { label, lines: [] };
    group.lines.push(line);
    groups.set(key, group);
  }
  const rows = [...groups].map(([key, group]) => ({ key, label: group.label, ...yearFigures(group.lines) }));
  if (by === "content") return rows.sort((a, b) => Number(a.key) - Number(b.key));
  if (by === "fund") return rows.sort((a, b) => (a.key === "QG" ? -1 : b.key === "QG" ? 1 : 0));
  return rows.sort((a, b) => b.orderedDong - a.orderedDong || (a.key < b.key ? -1 : 1));
}
