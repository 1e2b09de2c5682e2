/**
 * JSON that every program reads alike (RFC 7493, which RFC 8785 asks for): no name twice in an object, no half of a
 * character. What is signed must mean the same to whoever checks it later.
 */
const ESCAPED_HALF = /\\u[dD][89a-fA-F]/;
const HALF = /\p{Surrogate}/u;

/** Also true of two halves that make a whole, and of a backslash before the same letters: to be looked into. */
export const hasEscapedHalf = (text: string): boolean => ESCAPED_HALF.test(text);

/** Names in all objects of a value; `text` is looked into for halves of characters when `halves` is set. */
function countMembers(value: unknown, halves: boolean, found: { half: boolean }): number {
  if (typeof value === "string") {
    if (halves && HALF.test(value)) found.half = true;
    return 0;
  }
  if (typeof value !== "object" || value === null) return 0;
  let members = 0;
  if (Array.isArray(value)) {
    for (const each of value) members += countMembers(each, halves, found);
    return members;
  }
  const object = value as Record<string, unknown>;
  for (const name of Object.keys(object)) {
    if (halves && HALF.test(name)) found.half = true;
    members += 1 + countMembers(object[name], halves, found);
  }
  return members;
}

/**
 * False when another program could read `text` as something else than `value`. `written`: names as they stand in the
 * text; what is parsed has fewer when one came twice.
 */
export function hasOneReading(text: string, value: unknown, written: number): boolean {
  const found = { half: false };
  // UTF-8 has no halves of characters; only an escape can bring one.
  const members = countMembers(value, hasEscapedHalf(text), found);
  return members === written && !found.half;
}
