/** The rule book as a page in two languages: every rule at its own anchor, searchable without diacritics. */
import { readFileSync } from "node:fs";
import { PRINCIPLE } from "../../shared/kernel/citation.ts";
import { formatDate } from "../../shared/kernel/date.ts";
import type { Severity, Stage } from "../../shared/kernel/finding.ts";
import { foldText } from "../../shared/kernel/text.ts";
import type { LawBook } from "../../shared/law/types.ts";
import { basisText, ruleSetVersion } from "../../shared/rules/run.ts";
import type { RuleCases } from "../../shared/rules/cases.ts";
import type { Rule, RuleCategory } from "../../shared/rules/types.ts";
import { escape, frame, type Page } from "./html.ts";

type Language = "vi" | "en";
type Bilingual = Readonly<Record<Language, string>>;

export const RULES_ADDRESS: Readonly<Record<Language, string>> = {
  vi: "/huong-dan/quy-tac",
  en: "/huong-dan/en/quy-tac",
};
const SEARCH_FILE = "huong-dan/tim-quy-tac.js";
const STATE_FILE = "huong-dan/trang-thai-quy-tac.js";

const SEVERITY: Readonly<Record<Severity, Bilingual>> = {
  error: { vi: "Lỗi", en: "Error" },
  warning: { vi: "Cảnh báo", en: "Warning" },
  info: { vi: "Lưu ý", en: "Note" },
};
const STAGE: Readonly<Record<Stage, Bilingual>> = {
  shape: { vi: "hình dạng sổ và kiểu dữ liệu", en: "shape and types" },
  line: { vi: "từng dòng", en: "line by line" },
  "cross-line": { vi: "giữa các dòng, các trang", en: "across lines and sheets" },
  "cross-submission": { vi: "giữa các hồ sơ", en: "across submissions" },
};
const CATEGORY: Readonly<Record<RuleCategory, Bilingual>> = {
  "day-du": { vi: "Đầy đủ", en: "Completeness" },
  "kieu-du-lieu": { vi: "Kiểu dữ liệu", en: "Types" },
  "danh-muc": { vi: "Danh mục", en: "Code lists" },
  "ngay-thang": { vi: "Ngày tháng", en: "Dates" },
  "trung-lap": { vi: "Trùng lặp", en: "Duplicates" },
  "cong-don": { vi: "Cộng dồn", en: "Sums" },
  "muc-ho-tro": { vi: "Mức hỗ trợ, mức chi", en: "Ceilings" },
  "nguon-von": { vi: "Nguồn vốn", en: "Funding" },
  "phap-ly": { vi: "Điều kiện theo luật", en: "Eligibility" },
  "bat-thuong": { vi: "Số bất thường", en: "Unusual figures" },
  "so-lam-viec": { vi: "Sổ làm việc", en: "Workbook" },
  "dinh-muc": { vi: "Định mức", en: "Norms" },
  "dang-ky": { vi: "Đăng ký nhu cầu", en: "Demand" },
  "san-pham": { vi: "Sản phẩm bình chọn", en: "Products" },
  "tien-do": { vi: "Tiến độ, tạm ứng, quyết toán", en: "Progress" },
  "dat-hang": { vi: "Đặt hàng", en: "Orders" },
};

const WORDS = {
  vi: {
    title: "Sổ quy tắc",
    description: "Mọi quy tắc kiểm tra kế hoạch khuyến công: mức, căn cứ, ngày áp dụng.",
    lead: "Những gì phần mềm kiểm tra, giống nhau ở ngăn Excel, hàm KC.KIEMTRA, máy chủ và dòng lệnh. Lỗi phải sửa trước khi gửi; cảnh báo cần xem lại hoặc nêu lý do; lưu ý chỉ để biết. Quy tắc dựa trên số liệu chưa đối chiếu nguyên văn chỉ cảnh báo. Quy tắc mới bắt đầu ở dạng thử nghiệm: chỉ cảnh báo và ghi rõ là thử nghiệm, cho tới khi Bộ công bố áp dụng đủ mức.",
    search: "Tìm quy tắc",
    hint: "Gõ mã, từ khóa hoặc văn bản; không cần dấu",
    all: "Mọi mức",
    severity: "Mức",
    shown: "quy tắc",
    none: "Không có quy tắc nào khớp. Thử bớt từ, hoặc chọn “Mọi mức”.",
    basis: "Căn cứ",
    stage: "Xem",
    dates: "Áp dụng",
    always: "mọi ngày tính",
    from: "từ",
    to: "đến",
    related: "Liên quan",
    examples: "Ví dụ đã chạy",
    speaks: "Nhắc khi",
    silent: "Im lặng khi",
    principle: "Nguyên tắc nghiệp vụ",
    version: "Bộ quy tắc",
    modes: { trial: "Thử nghiệm" },
    states: {
      live: "áp dụng đủ mức",
      trial: "thử nghiệm (chỉ cảnh báo)",
      off: "tắt",
      from: "từ",
      some: "Trạng thái do Bộ công bố trên máy chủ này:",
      none: "Trên máy chủ này mọi quy tắc áp dụng như khi phát hành.",
    },
    other: "In English",
    menu: "Hướng dẫn",
  },
  en: {
    title: "Rule book",
    description: "Every rule that checks an extension plan: severity, ground, dates.",
    lead: "What the software checks, the same in the Excel pane, KC.KIEMTRA, the server and the command line. Errors must be mended before sending; warnings need a second look or a reason; notes only inform. A rule on figures not read in the law's text can only warn.",
    search: "Find a rule",
    hint: "Code, keyword, document",
    all: "Every severity",
    severity: "Severity",
    shown: "rules",
    none: "No rule matches. Use fewer words, or choose “Every severity”.",
    basis: "Ground",
    stage: "Looks at",
    dates: "Applies",
    always: "at every as-of date",
    from: "from",
    to: "to",
    related: "Related",
    examples: "Tested examples",
    speaks: "Speaks",
    silent: "Silent",
    principle: "Business principle",
    version: "Rule set",
    modes: { trial: "On trial" },
    states: {
      live: "in full force",
      trial: "on trial (only warns)",
      off: "off",
      from: "from",
      some: "Published for this server:",
      none: "On this server every rule counts as shipped.",
    },
    other: "Tiếng Việt",
    menu: "Guide",
  },
} as const;

export function anchorOf(rule: string): string {
  return rule.toLowerCase();
}

function datesOf({ from, to }: Rule, language: Language): string {
  const words = WORDS[language];
  if (from === null && to === null) return words.always;
  return [
    from === null ? "" : `${words.from} ${formatDate(from)}`,
    to === null ? "" : `${words.to} ${formatDate(to)}`,
  ]
    .filter((part) => part !== "")
    .join(" ");
}

function groundOf({ basis }: Rule, law: LawBook, language: Language): string {
  if (basis === PRINCIPLE) return escape(WORDS[language].principle);
  const text = escape(basisText(basis, law));
  return language === "vi" ? text : `<span lang="vi">${text}</span>`;
}

/** The rule's own test cases, by name: what it lets pass and what it does not. */
function examplesOf(rule: Rule, { cases }: RuleBook, language: Language): string {
  const words = WORDS[language];
  const own = cases.filter((one) => one.rule === rule.id).flatMap((one) => one.cases);
  const items = own.map(
    ({ name, expect }) =>
      `<li><span class="quiet">${expect.length > 0 ? words.speaks : words.silent}:</span> <span lang="vi">${escape(name)}</span></li>`,
  );
  return `<details><summary>${words.examples} (${own.length})</summary><ul>${items.join("")}</ul></details>`;
}

export interface RuleBook {
  readonly rules: readonly Rule[];
  readonly law: LawBook;
  readonly cases: readonly RuleCases[];
}

function card(rule: Rule, book: RuleBook, language: Language): string {
  const { law } = book;
  const words = WORDS[language];
  const search = foldText(
    [rule.id, rule.id.replaceAll("-", ""), rule.title.vi, rule.title.en, basisText(rule.basis, law)].join(
      " ",
    ),
  );
  const related = rule.related.map((id) => `<a href="#${anchorOf(id)}">${id}</a>`).join(", ");
  return `<article class="rule" id="${anchorOf(rule.id)}" data-severity="${rule.severity}" data-search="${escape(search)}">
<h3><a class="anchor" href="#${anchorOf(rule.id)}"><code>${rule.id}</code></a> <span class="mark ${rule.severity}">${SEVERITY[rule.severity][language]}</span> ${rule.trial === true ? `<span class="mark trial">${words.modes.trial}</span> ` : ""}<span class="rule-title">${escape(rule.title[language])}</span></h3>
<dl><dt>${words.basis}</dt><dd>${groundOf(rule, law, language)}</dd>
<dt>${words.dates}</dt><dd>${datesOf(rule, language)}</dd>
<dt>${words.stage}</dt><dd>${STAGE[rule.stage][language]}</dd>${related === "" ? "" : `\n<dt>${words.related}</dt><dd>${related}</dd>`}</dl>
<p class="state" hidden></p>
${examplesOf(rule, book, language)}
</article>`;
}

function sections(book: RuleBook, language: Language): string {
  const { rules } = book;
  const categories = (Object.keys(CATEGORY) as RuleCategory[]).filter((category) =>
    rules.some((rule) => rule.category === category),
  );
  return categories
    .map((category) => {
      const own = rules.filter((rule) => rule.category === category);
      return `<section class="family" id="nhom-${category}">
<h2>${CATEGORY[category][language]} <span class="quiet">${own.length}</span></h2>
${own.map((rule) => card(rule, book, language)).join("\n")}
</section>`;
    })
    .join("\n");
}

/** Shown by its script only: without one, the browser's own search finds everything on the page. */
function searchForm(count: number, language: Language): string {
  const words = WORDS[language];
  const options = (["error", "warning", "info"] as const).map(
    (severity) => `<option value="${severity}">${SEVERITY[severity][language]}</option>`,
  );
  return `<form class="find" id="tim" role="search" hidden>
<label>${words.search}<input type="search" name="q" autocomplete="off" placeholder="${escape(words.hint)}"></label>
<label>${words.severity}<select name="muc"><option value="">${words.all}</option>${options.join("")}</select></label>
<output><span id="so">${count}</span> ${words.shown}</output>
</form>
<p class="quiet" id="khong-co" hidden>${words.none}</p>`;
}

function rulePage(book: RuleBook, language: Language): Page {
  const { rules } = book;
  const words = WORDS[language];
  const other = language === "vi" ? "en" : "vi";
  const body = `<p class="lead">${escape(words.lead)}</p>
<p class="quiet">${words.version} ${ruleSetVersion(rules)} · <a href="${RULES_ADDRESS[other]}" lang="${other}" hreflang="${other}">${words.other}</a></p>
${searchForm(rules.length, language)}
${sections(book, language)}
<p class="quiet" id="trang-thai" role="status" data-words="${escape(JSON.stringify(words.states))}"></p>
<script src="/${SEARCH_FILE}" defer></script>
<script src="/${STATE_FILE}" defer></script>`;
  const trail = [["/huong-dan/", words.menu]] as const;
  const source = frame({ title: words.title, description: words.description, trail, body, language });
  return { fileName: `${RULES_ADDRESS[language].slice(1)}.html`, source };
}

/** The page in Vietnamese and in English, and the script that searches it. */
export function rulePages(book: RuleBook): Page[] {
  const source = readFileSync(new URL("./rule-search.js", import.meta.url), "utf8");
  const states = readFileSync(new URL("./rule-states.js", import.meta.url), "utf8");
  return [
    rulePage(book, "vi"),
    rulePage(book, "en"),
    { fileName: SEARCH_FILE, source },
    { fileName: STATE_FILE, source: states },
  ];
}
