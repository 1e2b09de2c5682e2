/**
 * Levels of support for local funds, set by a province's council (before 2025 by its People's Committee, TTLT 26/2014
 * Đ.6.3). A line replaces the national percent or cap from its date; a figure it leaves out stays as the State sets it.
 */
import { day, type IsoDate } from "../kernel/date.ts";
import type { LawBook, LocalLevel } from "./types.ts";

const LAI_CHAU = { province: "12", from: day("2025-05-05"), verified: "secondary" } as const;
const DAK_LAK = { province: "66", from: day("2025-07-26"), verified: "secondary" } as const;
const LAI_CHAU_CITE = { doc: "nq-18-2025-lai-chau" };
const DAK_LAK_CITE = { doc: "nq-2025-dak-lak" };

/** Read in news about the resolutions, not in their texts. */
export const LOCAL_LEVELS: readonly LocalLevel[] = [
  { ...LAI_CHAU, kind: "LAP-DN", capDong: 10_000_000, cite: LAI_CHAU_CITE },
  { ...LAI_CHAU, kind: "MO-HINH", percent: 30, capDong: 500_000_000, cite: LAI_CHAU_CITE },
  { ...LAI_CHAU, kind: "MAY-MOC", percent: 50, capDong: 300_000_000, cite: LAI_CHAU_CITE },
  { ...LAI_CHAU, kind: "DAY-CHUYEN", capDong: 450_000_000, cite: LAI_CHAU_CITE },
  { ...LAI_CHAU, kind: "GIAN-HANG", percent: 100, cite: LAI_CHAU_CITE },
  { ...DAK_LAK, kind: "LAP-DN", capDong: 10_000_000, cite: DAK_LAK_CITE },
  { ...DAK_LAK, kind: "MO-HINH", percent: 30, capDong: 800_000_000, cite: DAK_LAK_CITE },
  { ...DAK_LAK, kind: "SXSH", percent: 30, capDong: 400_000_000, cite: DAK_LAK_CITE },
];

/** The newest level of the province for the kind at the date; null when none is known. */
export function findLocalLevel(
  book: LawBook,
  province: string,
  kind: string,
  date: IsoDate,
): LocalLevel | null {
  const levels = (book.localLevels ?? []).filter(
    (level) => level.province === province && level.kind === kind && level.from <= date,
  );
  return levels.reduce<LocalLevel | null>(
    (newest, level) => (newest === null || level.from > newest.from ? level : newest),
    null,
  );
}
