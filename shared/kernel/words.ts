/** Amounts in Vietnamese words, and back. No law fixes the reading; the variants people use are options. */
import { fail, ok, type Result } from "./result.ts";
import { cleanText } from "./text.ts";

export interface WordOptions {
  /** The word for a zero ten: 101 = "một trăm linh/lẻ một". */
  readonly zeroTen: "linh" | "lẻ";
  /** 4 after mươi: 24 = "hai mươi tư/bốn". */
  readonly four: "tư" | "bốn";
  readonly thousand: "nghìn" | "ngàn";
  readonly billion: "tỷ" | "tỉ";
}

export const DEFAULT_WORDS: WordOptions = { zeroTen: "linh", four: "tư", thousand: "nghìn", billion: "tỷ" };

const DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"] as const;

function digit(value: number): string {
  return DIGITS[value] ?? "";
}

function tensAndOnes(tens: number, ones: number, afterHundreds: boolean, o: WordOptions): string[] {
  if (tens === 0) {
    if (ones === 0) return [];
    return afterHundreds ? [o.zeroTen, digit(ones)] : [digit(ones)];
  }
  const head = tens === 1 ? ["mười"] : [digit(tens), "mươi"];
  if (ones === 0) return head;
  if (ones === 5) return [...head, "lăm"];
  if (tens > 1 && ones === 1) return [...head, "mốt"];
  if (tens > 1 && ones === 4) return [...head, o.four];
  return [...head, digit(ones)];
}

/** 0–999. `full` says the hundreds even when they are zero, as below a larger group. */
function triple(value: number, full: boolean, o: WordOptions): string[] {
  const hundreds = Math.floor(value / 100);
  const withHundreds = hundreds > 0 || full;
  const head = withHundreds ? [digit(hundreds), "trăm"] : [];
  return [...head, ...tensAndOnes(Math.floor(value / 10) % 10, value % 10, withHundreds, o)];
}

/** 0–999.999.999: groups of triệu, nghìn and units; empty groups are not said. */
function belowBillion(value: number, full: boolean, o: WordOptions): string[] {
  const groups: [number, string | null][] = [
    [Math.floor(value / 1_000_000), "triệu"],
    [Math.floor(value / 1000) % 1000, o.thousand],
    [value % 1000, null],
  ];
  const words: string[] = [];
  for (const [group, unit] of groups) {
    if (group === 0) continue;
    words.push(...triple(group, full || words.length > 0, o));
    if (unit !== null) words.push(unit);
  }
  return words;
}

function positive(value: bigint, full: boolean, o: WordOptions): string[] {
  if (value < 1_000_000_000n) return belowBillion(Number(value), full, o);
  const low = Number(value % 1_000_000_000n);
  return [...positive(value / 1_000_000_000n, full, o), o.billion, ...belowBillion(low, true, o)];
}

/** A whole number in words, lower case: 1001 → "một nghìn không trăm linh một"; −5 → "âm năm". */
export function integerInWords(value: bigint, options: WordOptions = DEFAULT_WORDS): string {
  if (value === 0n) return "không";
  const words = positive(value < 0n ? -value : value, false, options);
  return (value < 0n ? ["âm", ...words] : words).join(" ");
}

/** A plain decimal ("-12.05") in words; decimals are read digit by digit after "phẩy". */
export function decimalInWords(plain: string, options: WordOptions = DEFAULT_WORDS): string {
  const [whole = "0", fraction = ""] = plain.replace(/^[-+]/, "").split(".");
  const decimals = fraction.replace(/0+$/, "");
  const negative = plain.startsWith("-") && /[1-9]/.test(plain);
  const head = integerInWords(BigInt(whole), options);
  const tail = decimals === "" ? "" : ` phẩy ${[...decimals].map((d) => digit(Number(d))).join(" ")}`;
  return `${negative ? "âm " : ""}${head}${tail}`;
}

export function capitalise(sentence: string): string {
  return sentence.charAt(0).toLocaleUpperCase("vi") + sentence.slice(1);
}

/** An amount of đồng as papers print it: "Hai triệu đồng", with "chẵn" when asked. */
export function dongInWords(amountDong: number, options: WordOptions = DEFAULT_WORDS, even = false): string {
  return capitalise(`${integerInWords(BigInt(amountDong), options)} đồng${even ? " chẵn" : ""}`);
}

const VALUES: Readonly<Record<string, number>> = {
  không: 0, một: 1, mốt: 1, hai: 2, ba: 3, bốn: 4, tư: 4, năm: 5, lăm: 5, nhăm: 5, sáu: 6, bảy: 7, bẩy: 7, tám: 8, chín: 9,
};

interface Reader {
  /** Value of the triple being read. */
  triple: bigint;
  /** Last bare digit, waiting for its place. */
  digit: bigint | null;
  /** Sum below the current tỷ. */
  below: bigint;
  total: bigint;
}

function closeDigit(r: Reader): void {
  if (r.digit !== null) r.triple += r.digit;
  r.digit = null;
}

/** One word; false when it is not a number word or stands where it cannot. */
function readWord(r: Reader, word: string): boolean {
  const value = VALUES[word];
  if (value !== undefined) {
    if (r.digit !== null) return false;
    r.digit = BigInt(value);
    return true;
  }
  if (word === "linh" || word === "lẻ") return r.digit === null;
  if (word === "mười") {
    if (r.digit !== null) return false;
    r.triple += 10n;
    return true;
  }
  if (word === "mươi" || word === "trăm") {
    if (r.digit === null) return false;
    r.triple += r.digit * (word === "trăm" ? 100n : 10n);
    r.digit = null;
    return true;
  }
  const unit = word === "nghìn" || word === "ngàn" ? 1000n : word === "triệu" ? 1_000_000n : null;
  closeDigit(r);
  if (unit !== null) {
    r.below += r.triple * unit;
    r.triple = 0n;
    return true;
  }
  if (word !== "tỷ" && word !== "tỉ") return false;
  r.total = (r.total + r.below + r.triple) * 1_000_000_000n;
  r.below = 0n;
  r.triple = 0n;
  return true;
}

/** Words → whole number. Accepts every variant above, "đồng", "chẵn", commas. Error: words-unreadable. */
export function wordsToInteger(text: string): Result<bigint> {
  const words = cleanText(text).toLocaleLowerCase("vi").replace(/[.,/]/g, " ").split(" ").filter((w) => w !== "" && w !== "đồng" && w !== "chẵn");
  const negative = words[0] === "âm";
  const rest = negative ? words.slice(1) : words;
  const reader: Reader = { triple: 0n, digit: null, below: 0n, total: 0n };
  const bad = rest.find((word) => !readWord(reader, word));
  if (bad !== undefined || rest.length === 0) {
    return fail("VALUE", "words-unreadable", `Không đọc được số bằng chữ “${cleanText(text)}”.`, `Cannot read the number “${cleanText(text)}”.`);
  }
  closeDigit(reader);
  const value = reader.total + reader.below + reader.triple;
  return ok(negative ? -value : value);
}
