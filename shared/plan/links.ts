/**
 * Which đề án could be carried out together: the same trade in the same place or in places the unit has stated to be
 * neighbours, the same trade, the same beneficiary.
 * The national and the local fund are planned and decided apart, so a group never mixes them.
 */
import { dong, type Dong } from "../kernel/money.ts";
import { cleanText, foldKey } from "../kernel/text.ts";
import { areNeighbours } from "./neighbours.ts";
import { isAt, placeParts } from "./places.ts";
import { groupsOf, supportOf } from "./scatter.ts";
import type { DeAnLine, Plan } from "./shapes.ts";

export const LINK_REASONS = ["trade-and-place", "trade-and-neighbours", "beneficiary", "trade"] as const;
export type LinkReason = (typeof LINK_REASONS)[number];

export interface LinkSuggestion {
  readonly lines: readonly DeAnLine[];
  readonly reason: LinkReason;
  /**
   * What they share, as the first of them wrote it: "Chế biến chè", "Chế biến chè, Đông Triều"; of neighbours the place
   * in the middle and those beside it: "Chế biến chè, Thủy An – Bình Dương, Nguyễn Huệ".
   */
  readonly shared: string;
  readonly supportDong: Dong;
  /** What each asks for, in the order of the lines. */
  readonly supports: readonly Dong[];
  /** Null = none of them says. */
  readonly fund: DeAnLine["fund"];
  /** Those that share the same, but draw on the other fund. */
  readonly otherFund: readonly DeAnLine[];
}

const MOST = 12;
/** More than this is a programme, not a link. */
const LARGEST_GROUP = 8;

interface Bucket {
  readonly key: string;
  readonly fund: DeAnLine["fund"];
  readonly reason: LinkReason;
  readonly shared: string;
  readonly lines: DeAnLine[];
}

/** Around each stated place: the lines of one trade and fund there and beside it, where both have some. */
function neighbourBuckets(plan: Plan): Bucket[] {
  const { neighbours, province } = plan.info;
  const stated = new Map(
    neighbours.flatMap(({ place, others }) => [place, ...others]).map((name) => [foldKey(name), name]),
  );
  const at = (line: DeAnLine, place: string) => isAt(line, place, province ?? "");
  return [...stated.values()].flatMap((middle) => {
    const beside = [...stated.values()].filter((name) => areNeighbours(neighbours, middle, name));
    const near = plan.deAn.filter(
      (line) => line.code !== null && [middle, ...beside].some((name) => at(line, name)),
    );
    return tradesOf(near).flatMap(({ fund, trade, lines }): Bucket[] => {
      const outer = lines.filter((line) => !at(line, middle));
      if (outer.length === 0 || outer.length === lines.length) return [];
      const names = beside.filter((name) => outer.some((line) => at(line, name)));
      return [
        {
          key: `n|${foldKey(trade)}|${foldKey(middle)}`,
          fund,
          reason: "trade-and-neighbours",
          shared: `${trade}, ${middle} – ${names.join(", ")}`,
          lines,
        },
      ];
    });
  });
}

/** Of two places in the middle, one whose lines all lie around the other says nothing more. */
function widest(buckets: readonly Bucket[]): Bucket[] {
  return buckets.filter(
    ({ lines }) =>
      !buckets.some(
        (other) => other.lines.length > lines.length && lines.every((line) => other.lines.includes(line)),
      ),
  );
}

/** Lines that name their trade, by fund and trade. */
function tradesOf(
  lines: readonly DeAnLine[],
): { fund: DeAnLine["fund"]; trade: string; lines: DeAnLine[] }[] {
  const found = new Map<string, { fund: DeAnLine["fund"]; trade: string; lines: DeAnLine[] }>();
  for (const line of lines) {
    const trade = cleanText(line.trade ?? "");
    if (trade === "") continue;
    const key = `${line.fund ?? ""}|${foldKey(trade)}`;
    const group = found.get(key);
    if (group === undefined) found.set(key, { fund: line.fund, trade, lines: [line] });
    else group.lines.push(line);
  }
  return [...found.values()];
}

function bucketKeys(line: DeAnLine, province: string): { key: string; reason: LinkReason; shared: string }[] {
  const trade = cleanText(line.trade ?? "");
  const beneficiary = cleanText(line.beneficiary ?? "");
  const keys: { key: string; reason: LinkReason; shared: string }[] = [];
  if (trade !== "") {
    for (const part of placeParts(line, province))
      keys.push({
        key: `tp|${foldKey(trade)}|${foldKey(part)}`,
        reason: "trade-and-place",
        shared: `${trade}, ${part}`,
      });
    keys.push({ key: `t|${foldKey(trade)}`, reason: "trade", shared: trade });
  }
  if (beneficiary !== "")
    keys.push({ key: `b|${foldKey(beneficiary)}`, reason: "beneficiary", shared: beneficiary });
  return keys;
}

function bucketsOf(plan: Plan): Bucket[] {
  const found = new Map<string, Bucket>();
  for (const line of plan.deAn) {
    if (line.code === null) continue;
    for (const { key, reason, shared } of bucketKeys(line, plan.info.province ?? "")) {
      const ofFund = `${line.fund ?? ""}|${key}`;
      const bucket = found.get(ofFund);
      if (bucket === undefined) found.set(ofFund, { key, fund: line.fund, reason, shared, lines: [line] });
      else bucket.lines.push(line);
    }
  }
  return [...found.values(), ...widest(neighbourBuckets(plan))];
}

const rank = (reason: LinkReason) => LINK_REASONS.indexOf(reason);

/** The strongest reasons first, then the most money, then the order of the sheet; each set of đề án once. */
export function suggestLinks(plan: Plan): LinkSuggestion[] {
  const support = supportOf(plan);
  const groupOf = new Map(
    groupsOf(plan.deAn).flatMap((group) => group.map((line) => [line, group] as const)),
  );
  const seen = new Set<string>();
  const buckets = bucketsOf(plan);
  return buckets
    .filter(({ lines }) => lines.length > 1 && lines.length <= LARGEST_GROUP)
    .filter(({ lines }) => new Set(lines.map((line) => groupOf.get(line))).size > 1)
    .map(
      ({ key, fund, reason, shared, lines }): LinkSuggestion => ({
        lines,
        reason,
        shared,
        fund,
        supportDong: dong(lines.reduce((sum, line) => sum + support(line), 0)),
        supports: lines.map((line) => dong(support(line))),
        otherFund: buckets.flatMap((other) => (other.key === key && other.fund !== fund ? other.lines : [])),
      }),
    )
    .sort(
      (a, b) =>
        rank(a.reason) - rank(b.reason) ||
        b.supportDong - a.supportDong ||
        (a.lines[0]?.row ?? 0) - (b.lines[0]?.row ?? 0),
    )
    .filter(({ lines }) => {
      const key = lines.map(({ row }) => row).join();
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .slice(0, MOST);
}
