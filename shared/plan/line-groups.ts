/** Lines put together by content, place or fund, in the order in which a report prints them. */
import { CONTENTS } from "./contents.ts";
import type { Fund } from "./shapes.ts";

export const YEAR_GROUPINGS = ["content", "place", "fund"] as const;
export type YearGrouping = (typeof YEAR_GROUPINGS)[number];

/** What a line is put together by. "Place" means to each reader something else: a province, or a commune. */
export interface Grouped {
  readonly content: number | null;
  readonly fund: Fund | null;
  readonly place: string;
}

export interface LineGroup<T> {
  readonly key: string;
  readonly label: string;
  readonly labelEn: string;
  readonly lines: readonly T[];
}

export const FUND_LABEL = {
  QG: { vi: "Khuyến công quốc gia", en: "National extension fund" },
  ĐP: { vi: "Khuyến công địa phương", en: "Local extension fund" },
} as const satisfies Record<Fund, { vi: string; en: string }>;

function labelOf(
  { content, fund, place }: Grouped,
  by: YearGrouping,
): { key: string; vi: string; en: string } {
  if (by === "fund") {
    const label = fund === null ? { vi: "Chưa ghi nguồn", en: "No fund given" } : FUND_LABEL[fund];
    return { key: fund ?? "", ...label };
  }
  if (by === "place") {
    const none = { vi: "Chưa ghi địa bàn", en: "No place given" };
    return { key: place, ...(place === "" ? none : { vi: place, en: place }) };
  }
  const known = CONTENTS.find(({ code }) => code === content);
  const label = known ?? { vi: "Chưa ghi nội dung", en: "No content given" };
  return { key: String(content ?? ""), vi: label.vi, en: label.en };
}

/** In the order of the law's contents, of the funds (national first), or of the money. What is not given comes last. */
export function groupLines<T>(
  lines: readonly T[],
  by: YearGrouping,
  of: (line: T) => Grouped,
  moneyOf: (line: T) => number,
): LineGroup<T>[] {
  const groups = new Map<string, { label: string; labelEn: string; lines: T[] }>();
  for (const line of lines) {
    const { key, vi, en } = labelOf(of(line), by);
    const group = groups.get(key) ?? { label: vi, labelEn: en, lines: [] };
    group.lines.push(line);
    groups.set(key, group);
  }
  const rank = (key: string) => (key === "" ? 10 : by === "fund" ? (key === "QG" ? 0 : 1) : Number(key));
  const sum = ({ lines: own }: { lines: readonly T[] }) => own.reduce((all, line) => all + moneyOf(line), 0);
  return [...groups]
    .map(([key, group]) => ({ key, ...group }))
    .sort((a, b) =>
      by === "place" ? sum(b) - sum(a) || (a.key < b.key ? -1 : 1) : rank(a.key) - rank(b.key),
    );
}
