/** Finding a place by code or name, however it is typed, through the mergers of 01/07/2025. */
import { day, formatDate, type IsoDate } from "../kernel/date.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { nearestNames } from "../kernel/nearest.ts";
import { foldKey, foldText } from "../kernel/text.ts";
import { findProvince } from "./province.ts";
import { PROVINCES, type Province } from "./provinces.ts";

/** The two-level structure starts; districts end and 63 provinces become 34. */
export const MERGER_DATE = day("2025-07-01");
/** Đồng Nai becomes a centrally-run city (NQ 30/2026/QH16, secondary source). */
export const DONG_NAI_CITY_DATE = day("2026-04-30");

export interface Place {
  readonly code: string;
  readonly name: string;
  readonly provinceCode: string;
  readonly level: "province" | "ward";
  readonly note?: string;
}

/** Province code → "code name" lines, as in wards.ts. */
export type WardLines = Readonly<Record<string, string>>;

const PROVINCE_PREFIX = /^(thanhpho|tinh|tp)/;
const WARD_PREFIX = /^(phuong|xa|dackhu|thitran)/;

interface WardIndex {
  readonly byCode: ReadonlyMap<string, Place>;
  readonly byKey: ReadonlyMap<string, readonly Place[]>;
}

const indexes = new WeakMap<WardLines, WardIndex>();

function indexOf(wards: WardLines): WardIndex {
  const known = indexes.get(wards);
  if (known !== undefined) return known;
  const byCode = new Map<string, Place>();
  const byKey = new Map<string, Place[]>();
  for (const [provinceCode, lines] of Object.entries(wards)) {
    for (const line of lines.trim().split("\n")) {
      const place: Place = { code: line.slice(0, 5), name: line.slice(6), provinceCode, level: "ward" };
      byCode.set(place.code, place);
      const key = foldKey(place.name);
      for (const name of new Set([key, key.replace(WARD_PREFIX, "")]))
        byKey.set(name, [...(byKey.get(name) ?? []), place]);
    }
  }
  const index = { byCode, byKey };
  indexes.set(wards, index);
  return index;
}

function provincePlace(province: Province, query: string): Place {
  const key = foldKey(query).replace(PROVINCE_PREFIX, "");
  const old = province.mergedFrom.find(
    (name) => foldKey(name) === key && foldKey(name) !== foldKey(province.name),
  );
  const note =
    old === undefined
      ? {}
      : { note: `${old} nay thuộc ${province.fullName} (từ ${formatDate(MERGER_DATE)}).` };
  return {
    code: province.code,
    name: province.name,
    provinceCode: province.code,
    level: "province",
    ...note,
  };
}

function suggest(query: string): string {
  const bare = foldKey(query).replace(PROVINCE_PREFIX, "");
  const near = nearestNames(
    bare,
    PROVINCES.flatMap((p) => [p.name, ...p.mergedFrom]),
  );
  return near.length === 0 ? "" : ` Có phải là ${near.join(", ")}?`;
}

/** "Phường Hồng Gai, Quảng Ninh" → both parts. */
function splitQualified(query: string): { name: string; province: Province | null } {
  const at = Math.max(query.lastIndexOf(","), query.lastIndexOf(" - "));
  if (at <= 0) return { name: query, province: null };
  const province = findProvince(query.slice(at).replace(/^[\s,-]+/, ""));
  return province === null ? { name: query, province: null } : { name: query.slice(0, at), province };
}

function findWard(wards: WardLines, query: string): Result<Place> | null {
  const index = indexOf(wards);
  const byCode = index.byCode.get(foldText(query).padStart(5, "0"));
  if (/^\d{4,5}$/.test(query.trim()) && byCode !== undefined) return ok(byCode);
  const { name, province } = splitQualified(query);
  const all = index.byKey.get(foldKey(name)) ?? [];
  const found = province === null ? all : all.filter((place) => place.provinceCode === province.code);
  const [only] = found;
  if (only === undefined) return null;
  if (found.length === 1) return ok(only);
  const where = found
    .map((p) => `${p.name}, ${PROVINCES.find((x) => x.code === p.provinceCode)?.name ?? ""}`)
    .slice(0, 4);
  return fail(
    "VALUE",
    "place-ambiguous",
    `Có ${found.length} nơi tên “${query}”: ${where.join("; ")}… Ghi kèm tên tỉnh, ví dụ “${where[0] ?? ""}”.`,
    `${found.length} places are called “${query}”.`,
  );
}

/**
 * @param date the date asked about; before the merger only provinces can be answered, with today's code
 * Errors: place-blank, place-ambiguous, place-unknown, place-before-merger.
 */
export function findPlace(wards: WardLines, query: string, date: IsoDate): Result<Place> {
  if (foldKey(query) === "")
    return fail("VALUE", "place-blank", "Chưa nêu tên hoặc mã địa bàn.", "No place given.");
  const province = findProvince(/^\d{1,2}$/.test(query.trim()) ? query.trim().padStart(2, "0") : query);
  if (province !== null) return ok(provincePlace(province, query));
  const ward = findWard(wards, query);
  if (ward !== null && date < MERGER_DATE) {
    return fail(
      "NA",
      "place-before-merger",
      `“${query}” là đơn vị hành chính từ ${formatDate(MERGER_DATE)}; chưa có dữ liệu xã, phường trước ngày đó.`,
      `“${query}” exists only since ${MERGER_DATE}.`,
    );
  }
  return (
    ward ??
    fail(
      "NA",
      "place-unknown",
      `Không tìm thấy địa bàn “${query}”.${suggest(query)}`,
      `Unknown place “${query}”.`,
    )
  );
}

/** "thanh-pho" = centrally-run city at that date. */
export function provinceType(code: string, date: IsoDate): "thanh-pho" | "tinh" {
  if (code === "75") return date >= DONG_NAI_CITY_DATE ? "thanh-pho" : "tinh";
  return ["01", "31", "46", "48", "79", "92"].includes(code) ? "thanh-pho" : "tinh";
}
