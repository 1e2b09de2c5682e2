/** Đề án carried out together: what is typed in “Liên kết với đề án” as codes, and who names whom. */
import { cleanText, foldKey } from "../kernel/text.ts";
import type { DeAnLine } from "./shapes.ts";

/** "DA02; da05" → ["DA02", "DA05"]: split at ; , or a new line, upper case, each once, in the order typed. */
export function linkedCodes(text: string | null): string[] {
  const codes = (text ?? "")
    .split(/[;,\n]/)
    .map((part) => cleanText(part).toUpperCase())
    .filter((code) => code !== "");
  return [...new Set(codes)];
}

export function joinCodes(codes: readonly string[]): string {
  return codes.join("; ");
}

/** Code in upper case → its line; the first where a code stands twice. */
export function linesByCode(lines: readonly DeAnLine[]): ReadonlyMap<string, DeAnLine> {
  const found = new Map<string, DeAnLine>();
  for (const line of lines) {
    const code = line.code?.toUpperCase();
    if (code !== undefined && !found.has(code)) found.set(code, line);
  }
  return found;
}

const SHARED = ["trade", "place", "beneficiary"] as const;
export type SharedTrait = (typeof SHARED)[number];

/** What two đề án have in common, whatever the accents and spaces; blanks are common to nobody. */
export function sharedTraits(a: DeAnLine, b: DeAnLine): SharedTrait[] {
  return SHARED.filter((trait) => {
    const own = foldKey(a[trait] ?? "");
    return own !== "" && own === foldKey(b[trait] ?? "");
  });
}
