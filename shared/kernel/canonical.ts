/**
 * Canonical JSON (RFC 8785): keys in UTF-16 order, no white space, numbers in their shortest form. Two programs that
 * hold the same value get the same bytes, so hashes and signatures can be checked anywhere.
 */

/** Throws RangeError on what JSON cannot hold (NaN, infinities, undefined in an array, functions, bigint). */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new RangeError("not a JSON number");
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object") throw new RangeError(`${typeof value} has no JSON form`);
  const record = value as Record<string, unknown>;
  const parts: string[] = [];
  for (const key of Object.keys(record).sort()) {
    if (record[key] !== undefined) parts.push(`${JSON.stringify(key)}:${canonicalJson(record[key])}`);
  }
  return `{${parts.join(",")}}`;
}
