/**
 * Identifiers are English, except the statutory nouns of shared/kernel/glossary.ts. An identifier is cut into its
 * words; words that can only be Vietnamese syllables must belong to a noun of the glossary.
 */
import type { CheckResult, SourceFile } from "./lib/check.ts";
import { declaredNames, parse } from "./lib/syntax.ts";

/** Unaccented syllables of this field that are not English words. */
const SYLLABLES = new Set(
  (
    "khuyen cong dinh muc gia quyet toan nghiem thu tham tam ung dat giao nhiem vu thanh tien luong ngay nhan vien " +
    "huyen tinh phuong thanhpho hoso duyet trinh nguoi truong phong trung tam nganh nghe dao tao hoi cho mo hinh " +
    "thiet bi vat lieu chi phi khoan muc ke hoach du toan kinh hop dong quyet dinh thong tu nghi luat dieu diem " +
    "ngan sach nguon von doi ung ty le tong cong ten dien thoai nam thang quy bao cao theo doi ket qua tien do"
  ).split(" "),
);
/** Syllables that are also English words or usual abbreviations: never an offence alone. */
const ALSO_ENGLISH = new Set(
  "cong gia thu tham tam ung dat vu tinh phong trung dao tao hoi cho mo hinh bi vat chi phi du hop dong tu von doi ty le ten nam thang quy bao cao theo do ke dieu diem toan tong ket luat kinh muc nghe".split(
    " ",
  ),
);

/**
 * Names that a person sees, in Excel (parameters of the functions) or in Word (places of a template), and constants
 * named after the id of their legal parameter, are Vietnamese by design.
 */
const SHOWN = /^(addin\/functions\/|shared\/law\/parameters\/|worker\/papers\/data\.ts$)/;

function wordsOf(identifier: string): string[] {
  return identifier
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .split(/[\s_$\d]+/)
    .filter(Boolean)
    .map((word) => word.toLowerCase());
}

/** Runs of words with the glossary's nouns taken out. */
function withoutNouns(words: readonly string[], nouns: readonly (readonly string[])[]): string[][] {
  const runs: string[][] = [[]];
  for (let at = 0; at < words.length; ) {
    const noun = nouns.find((parts) => parts.every((part, offset) => words[at + offset] === part));
    if (noun) runs.push([]);
    else runs.at(-1)?.push(words[at] ?? "");
    at += noun ? noun.length : 1;
  }
  return runs;
}

function isVietnamese(run: readonly string[]): boolean {
  const syllables = run.map((word) => SYLLABLES.has(word));
  const certain = run.some((word, index) => syllables[index] && !ALSO_ENGLISH.has(word));
  const pair = syllables.some((is, index) => is && syllables[index + 1]);
  return certain || (pair && run.every((word) => SYLLABLES.has(word)));
}

export function glossary(files: readonly SourceFile[], allowed: readonly string[]): CheckResult {
  const nouns = allowed.map(wordsOf).sort((a, b) => b.length - a.length);
  const problems: string[] = [];
  let examined = 0;
  for (const file of files.filter(({ path }) => !SHOWN.test(path))) {
    for (const { name, line } of declaredNames(parse(file))) {
      examined += 1;
      if (withoutNouns(wordsOf(name), nouns).some(isVietnamese)) {
        problems.push(`${file.path}:${line}: “${name}” is Vietnamese and not in shared/kernel/glossary.ts`);
      }
    }
  }
  return { name: "identifiers", unit: "names", examined, problems };
}
