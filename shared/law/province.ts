import { foldKey } from "../kernel/text.ts";
import { OLD_PROVINCES } from "./old-provinces.ts";
import { PROVINCES, type Province } from "./provinces.ts";

const PREFIX = /^(thanhpho|tinh|tp)/;

/** Short and former names people type, folded, to the name they mean. */
const ALIASES: Readonly<Record<string, string>> = {
  hcm: "hochiminh",
  hcmc: "hochiminh",
  saigon: "hochiminh",
  thuathienhue: "hue",
  brvt: "bariavungtau",
  vungtau: "bariavungtau",
  daclac: "daklak",
  dacnong: "daknong",
};

/** A province's name folded, without "tỉnh" or "TP.", short names spelled out. */
export function provinceKey(name: string): string {
  const key = foldKey(name).replace(PREFIX, "");
  return ALIASES[key] ?? key;
}

/** Folded names and codes to today's province; a code that ended in 2025 counts only where it is nobody's today. */
function indexProvinces(): ReadonlyMap<string, Province> {
  const index = new Map<string, Province>();
  const add = (key: string, province: Province) => {
    if (!index.has(key)) index.set(key, province);
  };
  for (const province of PROVINCES) {
    add(province.code, province);
    add(provinceKey(province.name), province);
  }
  for (const province of PROVINCES) for (const name of province.mergedFrom) add(provinceKey(name), province);
  for (const old of OLD_PROVINCES) {
    const today = index.get(provinceKey(old.name));
    if (today !== undefined) add(old.code, today);
  }
  return index;
}

let index: ReadonlyMap<string, Province> | null = null;

/** Today's province by code, name (with or without diacritics, "tỉnh", "TP.") or the name or code of one merged into it. */
export function findProvince(query: string): Province | null {
  index ??= indexProvinces();
  return index.get(provinceKey(query)) ?? null;
}
