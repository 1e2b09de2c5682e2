/** One look at the bytes of JSON before anything is built of them. What is no JSON at all is for JSON.parse to refuse. */

export interface JsonMeasure {
  /** Deepest nesting of arrays and objects. */
  readonly depth: number;
  /** Names of members, each as often as it is written. */
  readonly members: number;
  /**
   * Every text and number is written as JSON.stringify writes it, with nothing between them. False may also be said of
   * numbers that have more than 15 digits or are near nothing.
   */
  readonly isPlain: boolean;
}

const byte = (character: string): number => character.charCodeAt(0);
const [QUOTE, BACKSLASH, COLON, COMMA] = [byte('"'), byte("\\"), byte(":"), byte(",")];
const [OPEN_ARRAY, OPEN_OBJECT, CLOSE_ARRAY, CLOSE_OBJECT] = [byte("["), byte("{"), byte("]"), byte("}")];
const [MINUS, POINT, ZERO, NINE, SMALL_E] = [byte("-"), byte("."), byte("0"), byte("9"), byte("e")];
const [SMALL_A, SMALL_Z] = [byte("a"), byte("z")];

/** After a backslash: the escapes that JSON.stringify writes; it has \u only for control characters, which are rare. */
const PLAIN_ESCAPES: ReadonlySet<number> = new Set(Array.from('"\\bfnrt', byte));

/** As many as any double keeps; with so many, no two ways of writing are one number. */
const MOST_DIGITS = 15;
/** From 0,000001; what is smaller JavaScript writes with an exponent. */
const MOST_DECIMALS_OF_ZERO = 6;

interface Scan {
  readonly bytes: Uint8Array;
  at: number;
  isPlain: boolean;
}

/** From the quote that opens a text to the one that closes it, or beyond the end. */
function passText(scan: Scan): void {
  const { bytes } = scan;
  let at = scan.at + 1;
  for (; at < bytes.length && bytes[at] !== QUOTE; at += 1) {
    if (bytes[at] !== BACKSLASH) continue;
    at += 1;
    if (!PLAIN_ESCAPES.has(bytes[at] ?? 0)) scan.isPlain = false;
  }
  scan.at = at;
}

function passDigits({ bytes }: Scan, from: number): number {
  let at = from;
  for (let digit = bytes[at] ?? 0; digit >= ZERO && digit <= NINE; digit = bytes[at] ?? 0) at += 1;
  return at;
}

/** From the first sign of a number to its last. */
function passNumber(scan: Scan): void {
  const { bytes } = scan;
  const isNegative = bytes[scan.at] === MINUS;
  const whole = isNegative ? scan.at + 1 : scan.at;
  const point = passDigits(scan, whole);
  const hasDecimals = bytes[point] === POINT;
  const end = hasDecimals ? passDigits(scan, point + 1) : point;
  const isBelowOne = bytes[whole] === ZERO;
  const decimals = hasDecimals ? end - point - 1 : 0;
  const isPlain =
    end - whole - (hasDecimals ? 1 : 0) <= MOST_DIGITS &&
    (hasDecimals ? bytes[end - 1] !== ZERO : !(isNegative && isBelowOne)) &&
    !(isBelowOne && decimals > MOST_DECIMALS_OF_ZERO) &&
    ((bytes[end] ?? 0) | 32) !== SMALL_E;
  if (!isPlain) scan.isPlain = false;
  scan.at = end - 1;
}

/** Of JSON in UTF-8. Stops once `limit` is passed. */
export function measureJson(bytes: Uint8Array, limit: number): JsonMeasure {
  const scan: Scan = { bytes, at: 0, isPlain: true };
  let [depth, deepest, members] = [0, 0, 0];
  for (; scan.at < bytes.length && deepest <= limit; scan.at += 1) {
    const sign = bytes[scan.at] ?? 0;
    if (sign === QUOTE) passText(scan);
    else if (sign === COLON) members += 1;
    else if (sign === OPEN_ARRAY || sign === OPEN_OBJECT) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (sign === CLOSE_ARRAY || sign === CLOSE_OBJECT) depth -= 1;
    else if (sign === MINUS || (sign >= ZERO && sign <= NINE)) passNumber(scan);
    // What is left are commas and the letters of true, false and null; else something stands between.
    else if (sign !== COMMA && (sign < SMALL_A || sign > SMALL_Z)) scan.isPlain = false;
  }
  return { depth: deepest, members, isPlain: scan.isPlain };
}
