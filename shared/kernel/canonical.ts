/**
 * Canonical JSON (RFC 8785): keys in UTF-16 order, no white space, numbers in their shortest form. Two programs that
 * hold the same value get the same bytes, so hashes and signatures can be checked anywhere.
 */
import { remembering } from "./remembering.ts";

/** Text that JSON writes as it stands: no quote, backslash, control character or half of a character. */
const PLAIN = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

/** Half of a character has no bytes in UTF-8: another program could not write the same text (RFC 8785, 3.2.2.2). */
const HALF = /\p{Surrogate}/u;

function quoted(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  if (HALF.test(text)) throw new RangeError("half of a character has no UTF-8 form");
  return JSON.stringify(text);
}

/** A name with its colon: the same few come back in every object, and addresses in every workbook. */
const named = remembering((name) => `${quoted(name)}:`);

/** By UTF-16 code units, as the language compares texts; most objects have one name, or have them in order. */
function inOrder(names: string[]): string[] {
  for (let at = 1; at < names.length; at += 1)
    if ((names[at] ?? "") < (names[at - 1] ?? "")) return names.sort();
  return names;
}

function listJson(list: readonly unknown[]): string {
  let text = "";
  for (const each of list) text += `${text === "" ? "" : ","}${canonicalJson(each)}`;
  return `[${text}]`;
}

function objectJson(object: Readonly<Record<string, unknown>>): string {
  let text = "";
  for (const name of inOrder(Object.keys(object))) {
    const member = object[name];
    if (member === undefined) continue;
    text += `${text === "" ? "" : ","}${named(name)}${canonicalJson(member)}`;
  }
  return `{${text}}`;
}

/** Throws RangeError on what JSON cannot hold (NaN, infinities, undefined in an array, functions, bigint, half characters). */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case "string":
      return quoted(value);
    case "boolean":
      return String(value);
    case "number":
      if (!Number.isFinite(value)) throw new RangeError("not a JSON number");
      // As JSON has it, and minus zero is zero in both.
      return String(value);
    case "object":
      if (value === null) return "null";
      return Array.isArray(value) ? listJson(value) : objectJson(value as Record<string, unknown>);
    default:
      throw new RangeError(`${typeof value} has no JSON form`);
  }
}

export interface Names {
  /** In all objects of the value together. */
  readonly count: number;
  /**
   * In canonical order in every object, and so written: JSON.parse keeps the order of the text except of whole numbers,
   * so a name that begins with a digit makes this false.
   */
  readonly inOrder: boolean;
}

const [DIGIT_0, DIGIT_9] = [48, 57];

function beginsWithDigit(name: string): boolean {
  const first = name.charCodeAt(0);
  return first >= DIGIT_0 && first <= DIGIT_9;
}

function countNames(value: unknown, found: { inOrder: boolean }): number {
  if (typeof value !== "object" || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (const each of value) count += countNames(each, found);
    return count;
  }
  const object = value as Readonly<Record<string, unknown>>;
  let last = "";
  for (const name of Object.keys(object)) {
    if (name < last || beginsWithDigit(name)) found.inOrder = false;
    last = name;
    count += 1 + countNames(object[name], found);
  }
  return count;
}

/** Of a value that JSON.parse gave. */
export function namesOf(value: unknown): Names {
  const found = { inOrder: true };
  const count = countNames(value, found);
  return { count, inOrder: found.inOrder };
}
