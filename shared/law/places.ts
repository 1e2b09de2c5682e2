/** Finding a place by code or name, however it is typed, through the mergers of 01/07/2025. */
import { day, formatDate, type IsoDate } from "../kernel/date.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { nearestNames } from "../kernel/nearest.ts";
import { cleanText, foldKey, foldText } from "../kernel/text.ts";
import { OLD_PROVINCES } from "./old-provinces.ts";
import { findProvince, provinceKey } from "./province.ts";
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

const WARD_PREFIX = /^(phuong|xa|dackhu|thitran)/;

interface WardIndex {
  readonly byCode: ReadonlyMap<string, Place>;
  readonly byKey: ReadonlyMap<string, readonly Place[]>;
  readonly names: readonly string[];
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
  const index = { byCode, byKey, names: [...byCode.values()].map(({ name }) => name) };
  indexes.set(wards, index);
  return index;
}

function todaysPlace(province: Province, query: string): Place {
  const key = provinceKey(query);
  const isToday = key === province.code || key === provinceKey(province.name);
  const old = isToday
    ? undefined
    : OLD_PROVINCES.find(({ code, name }) => key === code || key === provinceKey(name));
  const place = {
    code: province.code,
    name: province.name,
    provinceCode: province.code,
    level: "province",
  } as const;
  if (old === undefined) return place;
  return { ...place, note: `${old.name} nay thuộc ${province.fullName} (từ ${formatDate(MERGER_DATE)}).` };
}

/** The province as it was before the merger; its code is from memory and the note says so. */
function formerPlace(query: string): Place | null {
  const key = provinceKey(query);
  const old = OLD_PROVINCES.find(({ code, name }) => key === code || key === provinceKey(name));
  if (old === undefined) return null;
  const today = findProvince(old.name);
  const now =
    today === null || today.code === old.code
      ? ""
      : ` Từ ${formatDate(MERGER_DATE)} thuộc ${today.fullName} (mã ${today.code}).`;
  const note = `Mã trước sáp nhập, theo ghi nhớ, chưa đối chiếu.${now}`;
  return { code: old.code, name: old.name, provinceCode: old.code, level: "province", note };
}

function suggest(wards: WardLines, query: string): string {
  const provinces = nearestNames(
    provinceKey(query),
    [...PROVINCES, ...OLD_PROVINCES].map(({ name }) => name),
  );
  const near =
    provinces.length > 0 ? provinces : nearestNames(splitQualified(query).name, indexOf(wards).names);
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
  const folded = index.byKey.get(foldKey(name)) ?? [];
  const typed = cleanText(name).toLocaleLowerCase("vi");
  const exact = folded.filter((place) => place.name.toLocaleLowerCase("vi").endsWith(typed));
  const all = exact.length > 0 ? exact : folded;
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
 * @param date the date asked about: before the merger the old province with its old code, and no communes
 * Errors: place-blank, place-ambiguous, place-unknown, place-before-merger.
 */
export function findPlace(wards: WardLines, query: string, date: IsoDate): Result<Place> {
  if (foldKey(query) === "")
    return fail("VALUE", "place-blank", "Chưa nêu tên hoặc mã địa bàn.", "No place given.");
  const asked = /^\d$/.test(query.trim()) ? `0${query.trim()}` : query;
  const former = date < MERGER_DATE ? formerPlace(asked) : null;
  if (former !== null) return ok(former);
  const province = date < MERGER_DATE ? null : findProvince(asked);
  if (province !== null) return ok(todaysPlace(province, asked));
  const ward = findWard(wards, query);
  if (ward !== null && date < MERGER_DATE) {
    return fail(
      "NA",
      "place-before-merger",
      `“${query}” là đơn vị hành chính từ ${formatDate(MERGER_DATE)}; chưa có dữ liệu xã, phường trước ngày đó.`,
      `“${query}” exists only since ${MERGER_DATE}.`,
    );
  }
  if (ward !== null) return ward;
  return fail(
    "NA",
    "place-unknown",
    `Không tìm thấy địa bàn “${query}”.${suggest(wards, query)}`,
    `Unknown place “${query}”.`,
  );
}

/** "thanh-pho" = centrally-run city at that date. */
export function provinceType(code: string, date: IsoDate): "thanh-pho" | "tinh" {
  if (code === "75") return date >= DONG_NAI_CITY_DATE ? "thanh-pho" : "tinh";
  return ["01", "31", "46", "48", "79", "92"].includes(code) ? "thanh-pho" : "tinh";
}
