/**
 * Canonical JSON (RFC 8785): keys in UTF-16 order, no white space, numbers in their shortest form. Two programs that
 * hold the same value get the same bytes, so hashes and signatures can be checked anywhere.
 */

/** Text that JSON writes as it stands: no quote, backslash, control character or half of a character. */
const PLAIN = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;
const SHORT = 64;

/** Half of a character has no bytes in UTF-8: another program could not write the same text (RFC 8785, 3.2.2.2). */
const HALF = /\p{Surrogate}/u;

/** Most texts of a workbook are short and plain, and a workbook has thousands. */
function quoted(text: string): string {
  if (text.length < SHORT && PLAIN.test(text)) return `"${text}"`;
  if (HALF.test(text)) throw new RangeError("half of a character has no UTF-8 form");
  return JSON.stringify(text);
}

/** Throws RangeError on what JSON cannot hold (NaN, infinities, undefined in an array, functions, bigint, half characters). */
export function canonicalJson(value: unknown): string {
  if (typeof value === "string") return quoted(value);
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new RangeError("not a JSON number");
    // As JSON has it, and minus zero is zero in both.
    return String(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object") throw new RangeError(`${typeof value} has no JSON form`);
  const record = value as Record<string, unknown>;
  let text = "{";
  for (const key of Object.keys(record).sort()) {
    const member = record[key];
    if (member === undefined) continue;
    text += `${text === "{" ? "" : ","}${quoted(key)}:${canonicalJson(member)}`;
  }
  return `${text}}`;
}
