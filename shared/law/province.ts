import { foldKey } from "../kernel/text.ts";
import { PROVINCES, type Province } from "./provinces.ts";

const PREFIX = /^(thanhpho|tinh|tp)/;

/** Today's province by code, name (with or without diacritics, "tỉnh", "TP.") or the name of one merged into it. */
export function findProvince(query: string): Province | null {
  const key = foldKey(query);
  const bare = key.replace(PREFIX, "");
  for (const name of [key, bare]) {
    const found = PROVINCES.find((p) => p.code === name || foldKey(p.name) === name || p.mergedFrom.some((old) => foldKey(old) === name));
    if (found !== undefined) return found;
  }
  return ALIASES[bare] === undefined ? null : (PROVINCES.find((p) => p.code === ALIASES[bare]) ?? null);
}

const ALIASES: Readonly<Record<string, string>> = { hcm: "79", hochiminh: "79", saigon: "79", thuathienhue: "46", hue: "46", brvt: "79" };
