/** The levels of the vote of sản phẩm công nghiệp nông thôn tiêu biểu, each with the time in which votes are held at it. */
import { addDays, day, type IsoDate } from "../kernel/date.ts";
import type { LawBook, LevelPeriod } from "./types.ts";

/** Lowest first. */
export const VOTE_LEVELS = ["Huyện", "Tỉnh", "Khu vực", "Quốc gia"] as const;
export type VoteLevel = (typeof VOTE_LEVELS)[number];

const CIRCULAR = "tt-26-2014-bct";
const CIRCULAR_FROM = day("2014-10-21");

/** The districts ended on 30/06/2025; no circular seen says who sends products to the province since. */
export const VOTE_LEVEL_PERIODS: readonly LevelPeriod[] = [
  {
    level: "Huyện",
    from: CIRCULAR_FROM,
    to: day("2025-06-30"),
    cite: {
      doc: CIRCULAR,
      article: "3",
      clause: "1",
      point: "a",
      note: "từ 01/07/2025 không còn cấp huyện; chưa tìm thấy văn bản sửa Thông tư 26/2014/TT-BCT về việc này",
    },
    verified: "secondary",
  },
  {
    level: "Tỉnh",
    from: CIRCULAR_FROM,
    cite: { doc: CIRCULAR, article: "3", clause: "1", point: "b" },
    verified: "text",
  },
  {
    level: "Khu vực",
    from: CIRCULAR_FROM,
    cite: { doc: CIRCULAR, article: "3", clause: "1", point: "c" },
    verified: "text",
  },
  {
    level: "Quốc gia",
    from: CIRCULAR_FROM,
    cite: { doc: CIRCULAR, article: "3", clause: "1", point: "d" },
    verified: "text",
  },
];

/** The periods of a book; books kept from before they were in it have the shipped ones. */
export function levelPeriods({ voteLevels }: Pick<LawBook, "voteLevels">): readonly LevelPeriod[] {
  return voteLevels ?? VOTE_LEVEL_PERIODS;
}

/** The period of a level that holds on a day, or null when no vote is held at it then. */
export function levelAt(
  level: VoteLevel,
  date: IsoDate,
  periods: readonly LevelPeriod[] = VOTE_LEVEL_PERIODS,
): LevelPeriod | null {
  return (
    periods.find((p) => p.level === level && p.from <= date && (p.to === undefined || date <= p.to)) ?? null
  );
}

/** Levels at which votes are held on a day, lowest first. */
export function levelsAt(
  date: IsoDate,
  periods: readonly LevelPeriod[] = VOTE_LEVEL_PERIODS,
): readonly VoteLevel[] {
  return VOTE_LEVELS.filter((level) => levelAt(level, date, periods) !== null);
}

/** The first day without votes at a level that was held before; null while it is held, or was never. */
export function levelEndedSince(
  level: VoteLevel,
  date: IsoDate,
  periods: readonly LevelPeriod[],
): IsoDate | null {
  if (levelAt(level, date, periods) !== null) return null;
  const ends = periods.flatMap((p) => (p.level === level && p.to !== undefined && p.to < date ? [p.to] : []));
  const last = ends.sort().at(-1);
  return last === undefined ? null : addDays(last, 1);
}
