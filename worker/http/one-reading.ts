/**
 * JSON that every program reads alike (RFC 7493, which RFC 8785 asks for): no name twice in an object, no half of a
 * character. What is signed must mean the same to whoever checks it later.
 */
const ESCAPED_HALF = /\\u[dD][89a-fA-F]/;
const HALF = /\p{Surrogate}/u;

function holdsHalf(value: unknown): boolean {
  if (typeof value === "string") return HALF.test(value);
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return value.some(holdsHalf);
  return Object.entries(value).some(([name, member]) => HALF.test(name) || holdsHalf(member));
}

/** Is there half of a character in `value`, which `text` says? UTF-8 has none; only an escape can bring one. */
export function hasHalf(text: string, value: unknown): boolean {
  return ESCAPED_HALF.test(text) && holdsHalf(value);
}
