/** Vietnamese number words back to numbers. Colloquial shortcuts that can mean two numbers are refused, never guessed. */
import { fail, ok, type Result } from "./result.ts";
import { cleanText } from "./text.ts";

const DIGITS: Readonly<Record<string, bigint>> = {
  không: 0n,
  một: 1n,
  mốt: 1n,
  hai: 2n,
  ba: 3n,
  bốn: 4n,
  tư: 4n,
  năm: 5n,
  lăm: 5n,
  nhăm: 5n,
  sáu: 6n,
  bảy: 7n,
  bẩy: 7n,
  tám: 8n,
  chín: 9n,
};

const UNIT = "một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín";
const DIGIT = `không|${UNIT}`;
/** "hai trăm ba mươi tư", "không trăm linh năm", "mười lăm", "bảy". */
const TRIPLE = new RegExp(
  `^(?:(?<hundreds>${DIGIT}) trăm)?(?:(?:^| )(?:(?:linh|lẻ) (?<lone>${UNIT}|tư)|(?<tens>${UNIT}) mươi(?: (?<ones>${UNIT}|mốt|tư|lăm|nhăm))?|(?<ten>mười)(?: (?<teen>${UNIT}|lăm|nhăm))?))?$`,
);
const BELOW_BILLION =
  /^(?:(?<millions>.+?) triệu)?(?:(?:^| )(?<thousands>(?:(?! triệu).)+?) (?:nghìn|ngàn))?(?:(?:^| )(?<units>(?:(?! (?:triệu|nghìn|ngàn)).)+))?$/;

/** 0–999; `first` allows a bare digit, which further on ("một nghìn năm") could be 1.005 or 1.500. */
function tripleValue(text: string, first: boolean): bigint | null {
  const bare = DIGITS[text];
  if (bare !== undefined) return first && new RegExp(`^(?:${DIGIT})$`).test(text) ? bare : null;
  const parts = TRIPLE.exec(text)?.groups;
  if (parts === undefined || text === "" || (first && /^(?:linh|lẻ) /.test(text))) return null;
  const of = (name: string) => DIGITS[parts[name] ?? ""] ?? 0n;
  const tens = parts["ten"] === undefined ? of("tens") : 1n;
  return of("hundreds") * 100n + tens * 10n + of("ones") + of("teen") + of("lone");
}

/** 0–999.999.999; null when it cannot be read. */
function belowBillion(text: string, first: boolean): bigint | null {
  const parts = BELOW_BILLION.exec(text)?.groups;
  if (parts === undefined) return null;
  let value = 0n;
  let leading = first;
  for (const [name, size] of [
    ["millions", 1_000_000n],
    ["thousands", 1000n],
    ["units", 1n],
  ] as const) {
    const group = parts[name];
    if (group === undefined) continue;
    const triple = tripleValue(group, leading);
    if (triple === null || (triple === 0n && size > 1n)) return null;
    value += triple * size;
    leading = false;
  }
  return value;
}

function wholeValue(text: string): bigint | null {
  const groups = ` ${text} `.split(/ (?:tỷ|tỉ)(?= )/).map((group) => group.trim());
  let total = 0n;
  for (const [at, group] of groups.entries()) {
    const value = group === "" && at > 0 ? 0n : belowBillion(group, at === 0);
    if (value === null || (at === 0 && (group === "" || (value === 0n && groups.length > 1)))) return null;
    total = at === 0 ? value : total * 1_000_000_000n + value;
  }
  return total;
}

function refuse(text: string): Result<never> {
  return fail(
    "VALUE",
    "words-unreadable",
    `Không đọc được số bằng chữ “${cleanText(text)}”.`,
    `Cannot read the number “${cleanText(text)}”.`,
  );
}

function plainWords(text: string): { words: string; negative: boolean } {
  const words = cleanText(text)
    .toLocaleLowerCase("vi")
    .replace(/[.,/]/g, " ")
    .replace(/(?:^| )(?:đồng|chẵn)(?= |$)/g, " ")
    .replace(/ +/g, " ")
    .trim();
  return words.startsWith("âm ") ? { words: words.slice(3), negative: true } : { words, negative: false };
}

/** Words → whole number. Accepts every variant of words.ts, "đồng", "chẵn", commas. Error: words-unreadable. */
export function wordsToInteger(text: string): Result<bigint> {
  const { words, negative } = plainWords(text);
  const value = words === "" ? null : wholeValue(words);
  if (value === null) return refuse(text);
  return ok(negative ? -value : value);
}

/** Words → plain decimal with a dot: "âm mười hai phẩy không năm" → "-12.05". Error: words-unreadable. */
export function wordsToDecimal(text: string): Result<string> {
  const { words, negative } = plainWords(text);
  const [whole = "", fraction, ...more] = words.split(" phẩy ");
  const value = whole === "" ? null : wholeValue(whole);
  const decimals =
    fraction
      ?.split(" ")
      .map((word) => (new RegExp(`^(?:${DIGIT})$`).test(word) ? DIGITS[word] : undefined)) ?? [];
  if (value === null || more.length > 0 || decimals.includes(undefined)) return refuse(text);
  return ok(`${negative ? "-" : ""}${value}${decimals.length === 0 ? "" : `.${decimals.join("")}`}`);
}
