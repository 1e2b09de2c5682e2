/** Amounts in Vietnamese words. No law fixes the reading; the variants people use are options. */
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
