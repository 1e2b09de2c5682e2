/** What a publication would change, old beside new, before anything is published. */
import { formatDate, type IsoDate } from "../kernel/date.ts";
import { formatDong } from "../kernel/money.ts";
import { PRINCIPLE } from "../kernel/citation.ts";
import { formatQuantity, type Quantity } from "../kernel/quantity.ts";
import type { PublishedValue } from "../law/published.ts";
import { citationText, findDocument, findParameter, valueAt } from "../law/read.ts";
import type { LawBook, LegalDocument, LevelPeriod, RuleMode, RuleSetting } from "../law/types.ts";
import { levelPeriods } from "../law/vote-levels.ts";
import type { Norm, NormBookData, NormLine } from "../norms/model.ts";
import type { PriceEntry } from "../norms/prices.ts";
import { quantityChanges } from "../norms/quantity-changes.ts";
import { FACT_LABEL } from "../plan/ordering.ts";
import { RULES } from "../rules/index.ts";
import { basisText } from "../rules/run.ts";
import { modeAt } from "../rules/settings.ts";
import type { Book } from "./book.ts";
import type { CatalogueFactContent } from "./catalogue.ts";
import type { PublicationContent } from "./publications-content.ts";
import type { PublicationChange } from "./publications.ts";

function lawChange(law: LawBook, value: PublishedValue): PublicationChange {
  const parameter = findParameter(law, value.parameter);
  const before = parameter === null ? null : (valueAt(parameter, value.from)?.value.value ?? null);
  return {
    what: `${parameter?.label.vi ?? value.parameter} (${value.parameter})`,
    old: before === null ? null : String(before),
    new: value.value === null ? null : String(value.value),
    basis: citationText(law, value.cite),
    verified: value.verified,
  };
}

const KIND_NAME: Readonly<Record<NormLine["kind"], string>> = {
  labour: "nhân công",
  material: "vật liệu",
  machine: "máy",
  tool: "dụng cụ",
  percent: "tỷ lệ",
};
const FIELD_NAME: Readonly<Record<string, string>> = {
  quantity: "định mức",
  loaded: "có tải",
  unloaded: "không tải",
  lossPercent: "hao hụt %",
  recoveryPercent: "thu hồi %",
  lifeMonths: "thời hạn (tháng)",
  grade: "ngạch",
  of: "của",
  requirement: "yêu cầu",
  parameters: "thông số",
};

function fieldText(value: unknown): string {
  if (value === null) return "-";
  if (typeof value === "object" && value !== null) return Object.values(value).map(fieldText).join(" hệ số ");
  return /^-?\d+\.\d+$/.test(String(value)) ? String(value).replace(".", ",") : String(value);
}

/** Every line of a norm with its quantities, so that two versions can be told apart. */
function normLines(norm: Norm): Map<string, string> {
  return new Map(
    norm.lines.map(({ kind, resource, unit, step, ...rest }, at) => [
      `${norm.code} · ${step === undefined ? "" : `bước ${step} · `}${resource} (${unit}) · dòng ${at + 1}, ${KIND_NAME[kind]}`,
      Object.entries(rest)
        .filter(([name]) => name !== "note")
        .map(([name, value]) => `${FIELD_NAME[name] ?? name} ${fieldText(value)}`)
        .join("; "),
    ]),
  );
}

function priceLines(prices: readonly PriceEntry[]): Map<string, string> {
  return new Map(
    prices.map((entry) => [
      `${entry.resource} (${entry.unit}) · ${entry.province ?? "toàn quốc"} · từ ${formatDate(entry.from)}`,
      `${formatDong(entry.priceDong)} đ`,
    ]),
  );
}

function tableChanges(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  basis: string,
  verified: PublicationChange["verified"],
): PublicationChange[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((key) => before.get(key) !== after.get(key))
    .map((what) => ({ what, old: before.get(what) ?? null, new: after.get(what) ?? null, basis, verified }));
}

const linesOf = (book: NormBookData | undefined) =>
  new Map((book?.norms ?? []).flatMap((norm) => [...normLines(norm)]));

/** A draft out of evidence beside its edition before, else beside the norm that has its code now: quantities, over all steps. */
function evidenceChanges(book: Book, { id, title, verified, norms }: NormBookData): PublicationChange[] {
  const before = book.norms.filter((known) => known.id === id).at(-1);
  const show = (value: Quantity | null) => (value === null ? null : formatQuantity(value));
  return norms.flatMap((norm) => {
    const old = [before, ...book.norms]
      .flatMap((known) => known?.norms ?? [])
      .find(({ code }) => code === norm.code);
    return quantityChanges(old ?? null, norm).map(({ type, resource, unit, before: was, after: is }) => ({
      what: `${norm.code} ${norm.name}: ${resource} (${type}, ${unit})`,
      old: show(was),
      new: show(is),
      basis: title,
      verified,
    }));
  });
}

function documentText({ kind, soHieu, title, inForce, ended }: LegalDocument): string {
  const days = [
    inForce === null ? "" : `hiệu lực từ ${formatDate(inForce)}`,
    ended === undefined ? "" : `hết hiệu lực sau ${formatDate(ended)}`,
  ].filter((text) => text !== "");
  return [`${kind} ${soHieu} ${title}`, ...days].join("; ");
}

function documentChange(law: LawBook, document: LegalDocument): PublicationChange {
  const before = findDocument(law, document.id);
  return {
    what: `Văn bản ${document.soHieu} (${document.id})`,
    old: before === null ? null : documentText(before),
    new: documentText(document),
    basis: document.issuer,
    verified: document.verified,
  };
}

function periodText({ from, to }: LevelPeriod): string {
  return `từ ${formatDate(from)}${to === undefined ? "" : ` đến hết ${formatDate(to)}`}`;
}

function periodChange(law: LawBook, period: LevelPeriod): PublicationChange {
  const before = levelPeriods(law).find(({ level, from }) => level === period.level && from === period.from);
  return {
    what: `Bình chọn cấp ${period.level.toLowerCase()}`,
    old: before === undefined ? null : periodText(before),
    new: periodText(period),
    basis: citationText(law, period.cite),
    verified: period.verified,
  };
}

export const MODE_LABEL: Readonly<Record<RuleMode, string>> = {
  trial: "thử nghiệm (chỉ cảnh báo)",
  live: "áp dụng đủ mức",
  off: "tắt",
};

export function settingChange(law: LawBook, setting: RuleSetting): PublicationChange {
  const rule = RULES.find(({ id }) => id === setting.rule);
  const before = rule === undefined ? null : modeAt(rule, law, setting.from).mode;
  const basis = rule === undefined ? "" : basisText(rule.basis, law);
  const cited = rule === undefined || rule.basis === PRINCIPLE ? null : findDocument(law, rule.basis.doc);
  return {
    what: `${setting.rule} ${rule?.title.vi ?? ""}`.trim(),
    old: before === null ? null : MODE_LABEL[before],
    new: `${MODE_LABEL[setting.mode]} từ ${formatDate(setting.from)}: ${setting.reason}`,
    basis,
    verified: cited?.verified ?? "text",
  };
}

interface FactText {
  readonly document: string;
  readonly from: string | null;
  readonly priceDong: number | null;
}

function factText({ document, from, priceDong }: FactText): string {
  const price = priceDong === null ? "" : `: ${formatDong(priceDong)} đ`;
  return `${document}${price}; ${from === null ? "chưa rõ ngày hiệu lực" : `từ ${formatDate(from as IsoDate)}`}`;
}

/** `replaced`: the row it takes the place of, as it stands. */
export function factChange(fact: CatalogueFactContent, replaced: FactText | null): PublicationChange {
  const place = fact.provinceCode === null ? "cấp Bộ" : `tỉnh ${fact.provinceCode}`;
  return {
    what: `${FACT_LABEL[fact.fact].vi} của ${fact.service === "*" ? "mọi dịch vụ" : fact.service}, ${place}`,
    old: replaced === null ? null : factText(replaced),
    new: fact.stands ? factText(fact) : null,
    basis: fact.issuer,
    verified: fact.verified,
  };
}

/** What would be other than it is. Facts of the catalogue are compared where their rows are at hand (`factChange`). */
export function changesOf(
  book: Book,
  content: Exclude<PublicationContent, { kind: "withdrawal" | "catalogue-fact" }>,
): PublicationChange[] {
  switch (content.kind) {
    case "law-value":
      return [lawChange(book.law, content.value)];
    case "document":
      return [documentChange(book.law, content.document)];
    case "vote-level":
      return [periodChange(book.law, content.period)];
    case "rule-setting":
      return [settingChange(book.law, content.setting)];
    case "norm-book": {
      if (content.book.evidence !== undefined) return evidenceChanges(book, content.book);
      const { id, title, verified } = content.book;
      const old = book.norms.filter((known) => known.id === id).at(0);
      return tableChanges(linesOf(old), linesOf(content.book), title, verified);
    }
    case "price-list": {
      const { id, title, verified, prices } = content.book;
      const old = book.prices.find((known) => known.id === id);
      return tableChanges(priceLines(old?.prices ?? []), priceLines(prices), title, verified);
    }
  }
}
