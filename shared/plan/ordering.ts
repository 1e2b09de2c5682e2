/**
 * Whether a service can be ordered (đặt hàng) on a day, from what was published about it: is it in the list, is its
 * norm issued, is its price issued. Otherwise the lawful route, with the law and its mark. What is not published counts
 * as not issued; what is published from a second-hand source, or without its first day, proves nothing yet.
 */
import type { Citation, Verified } from "../kernel/citation.ts";
import { formatDate, type IsoDate } from "../kernel/date.ts";
import { dong, subtractDong, type Dong } from "../kernel/money.ts";
import type { Quantity } from "../kernel/quantity.ts";
import { citationText, findDocument } from "../law/read.ts";
import type { LawBook } from "../law/types.ts";
import { lineAmount } from "./line-amount.ts";

export const FACT_KINDS = ["list", "norm", "price"] as const;
export type FactKind = (typeof FACT_KINDS)[number];

export const FACT_LABEL = {
  list: { vi: "Danh mục", en: "List" },
  norm: { vi: "Định mức kinh tế - kỹ thuật", en: "Norm" },
  price: { vi: "Đơn giá, giá", en: "Unit price" },
} as const satisfies Record<FactKind, { vi: string; en: string }>;

export const CATALOGUE_LEVELS = ["ministry", "province"] as const;
export type CatalogueLevel = (typeof CATALOGUE_LEVELS)[number];

/** Stands for every service of khuyến công. */
export const ALL_SERVICES = "*";

/** One thing issued about a service. */
export interface CatalogueFact {
  readonly id: string;
  /** A kind of support, or ALL_SERVICES. */
  readonly service: string;
  readonly fact: FactKind;
  readonly level: CatalogueLevel;
  /** Null exactly at the ministry's level. */
  readonly provinceCode: string | null;
  readonly issuer: string;
  readonly document: string;
  readonly issuedOn: IsoDate | null;
  /** First day in force; null when it is not known. */
  readonly from: IsoDate | null;
  /** Last day in force. */
  readonly to: IsoDate | null;
  readonly priceDong: Dong | null;
  readonly unit: string | null;
  readonly verified: Verified;
  readonly note: string;
}

/** issued: read in its text and in force; unchecked: said to be issued; missing: nothing published. */
export type FactStatus = "issued" | "unchecked" | "missing";

export interface FactState {
  readonly status: FactStatus;
  readonly fact: CatalogueFact | null;
}

export const ROUTES_OF_MONEY = ["order", "assign", "neither", "unknown"] as const;
export type MoneyRoute = (typeof ROUTES_OF_MONEY)[number];

export const ROUTE_LABEL = {
  order: { vi: "Đặt hàng được", en: "Can be ordered" },
  assign: { vi: "Giao nhiệm vụ", en: "Assign as a task" },
  neither: { vi: "Chưa đủ điều kiện", en: "Not yet possible" },
  unknown: { vi: "Chưa kết luận được", en: "Cannot be told" },
} as const satisfies Record<MoneyRoute, { vi: string; en: string }>;

export interface Reason {
  readonly text: string;
  readonly textEn: string;
  readonly basis: string;
  readonly verified: Verified;
}

export interface Readiness {
  readonly facts: Readonly<Record<FactKind, FactState>>;
  readonly route: MoneyRoute;
  /** True only when everything the answer rests on was read in its own text. */
  readonly sure: boolean;
  readonly reasons: readonly Reason[];
}

interface Question {
  readonly service: string;
  readonly provinceCode: string;
  readonly date: IsoDate;
}

function concerns(fact: CatalogueFact, { service, provinceCode, date }: Question): boolean {
  if (fact.service !== service && fact.service !== ALL_SERVICES) return false;
  if (fact.level === "province" && fact.provinceCode !== provinceCode) return false;
  const begins = fact.from ?? fact.issuedOn;
  return (begins === null || begins <= date) && (fact.to === null || fact.to >= date);
}

function statusOf(fact: CatalogueFact): FactStatus {
  return fact.verified === "text" && fact.from !== null ? "issued" : "unchecked";
}

/** Surest first; then the service's own before the general one, the province's before the ministry's, the newest. */
function rank(fact: CatalogueFact): string {
  const parts = [statusOf(fact) === "issued", fact.service !== ALL_SERVICES, fact.level === "province"];
  return `${parts.map((yes) => (yes ? "1" : "0")).join("")}${fact.from ?? fact.issuedOn ?? ""}`;
}

/** What is published about one service on a day. */
export function stateOfFact(facts: readonly CatalogueFact[], kind: FactKind, question: Question): FactState {
  const found = facts
    .filter((fact) => fact.fact === kind && concerns(fact, question))
    .reduce<CatalogueFact | null>(
      (best, fact) => (best === null || rank(fact) > rank(best) ? fact : best),
      null,
    );
  return found === null ? { status: "missing", fact: null } : { status: statusOf(found), fact: found };
}

const TREASURY: Citation = { doc: "tt-17-2024-btc", article: "5", clause: "2", note: "điểm 2.4" };
const ASSIGNING: Citation = { doc: "nd-32-2019", article: "9" };
const ORDERING: Citation = { doc: "nd-32-2019", note: "số điều chưa đối chiếu" };

interface Sentence {
  readonly vi: string;
  readonly en: string;
}

function inForce(law: LawBook, doc: string, date: IsoDate): boolean {
  const document = findDocument(law, doc);
  if (document === null || document.inForce === null || document.inForce > date) return false;
  return document.ended === undefined || document.ended >= date;
}

function reason(law: LawBook, { vi, en }: Sentence, cite: Citation): Reason {
  return {
    text: vi,
    textEn: en,
    basis: citationText(law, cite),
    verified: findDocument(law, cite.doc)?.verified ?? "memory",
  };
}

function named(state: FactState): string {
  const { fact } = state;
  if (fact === null) return "";
  return `${fact.document} (${fact.issuer})`;
}

/** The condition of the list and of the price, as the Treasury checks them once its circular is in force. */
function conditionBasis(law: LawBook, date: IsoDate): Citation {
  return inForce(law, TREASURY.doc, date) ? TREASURY : ORDERING;
}

function uncheckedReasons(law: LawBook, facts: Readiness["facts"], cite: Citation): Reason[] {
  return FACT_KINDS.filter((kind) => facts[kind].status === "unchecked").map((kind) => {
    const { fact } = facts[kind];
    const why = fact?.from === null ? "chưa rõ ngày có hiệu lực" : "chưa đọc được văn bản";
    const whyEn = fact?.from === null ? "not known from which day" : "its text was not read";
    const text = {
      vi: `${FACT_LABEL[kind].vi}: ${named(facts[kind])}, ${why}; phải đối chiếu trước khi dựa vào.`,
      en: `${FACT_LABEL[kind].en}: ${named(facts[kind])}; ${whyEn}, to be checked before it is relied on.`,
    };
    return { ...reason(law, text, cite), verified: fact?.verified ?? "memory" };
  });
}

function decide(
  law: LawBook,
  facts: Readiness["facts"],
  date: IsoDate,
): Pick<Readiness, "route" | "reasons"> {
  const basis = conditionBasis(law, date);
  const has = (kind: FactKind) => facts[kind].status !== "missing";
  if (!has("list")) {
    const text = {
      vi: "Dịch vụ chưa có trong danh mục nào được công bố ở đây: chưa đặt hàng được, cũng chưa giao nhiệm vụ được.",
      en: "The service is in no list published here: it can neither be ordered nor assigned yet.",
    };
    return { route: "neither", reasons: [reason(law, text, basis)] };
  }
  if (has("price")) {
    const order = reason(
      law,
      {
        vi: "Có trong danh mục và có đơn giá, giá được ban hành làm cơ sở để đặt hàng.",
        en: "It is listed and has an issued unit price to order by.",
      },
      basis,
    );
    const noNorm = {
      vi: "Chưa thấy định mức đã ban hành; đơn giá phải dựa trên định mức kinh tế - kỹ thuật hoặc định mức chi phí.",
      en: "No issued norm was found; the unit price must rest on a technical norm or a cost norm.",
    };
    return { route: "order", reasons: has("norm") ? [order] : [order, reason(law, noNorm, ORDERING)] };
  }
  const refused = reason(
    law,
    {
      vi: "Chưa có đơn giá, giá do cơ quan có thẩm quyền ban hành: Kho bạc không có cơ sở thanh toán đặt hàng.",
      en: "No unit price was issued by a competent body: the Treasury has nothing to pay an order by.",
    },
    basis,
  );
  if (has("norm")) {
    const text = {
      vi: "Đã có định mức nên không thuộc trường hợp giao nhiệm vụ vì chưa có định mức và đơn giá: cần ban hành đơn giá.",
      en: "A norm exists, so it cannot be assigned for want of norm and unit price: the unit price must be issued.",
    };
    return { route: "neither", reasons: [refused, reason(law, text, ASSIGNING)] };
  }
  const text = {
    vi: "Dịch vụ có trong danh mục nhưng chưa có định mức, chưa có đơn giá: cấp trên giao nhiệm vụ cho đơn vị trực thuộc, kinh phí theo dự toán được duyệt.",
    en: "Listed, with neither norm nor unit price: the superior body assigns it to its own unit, paid by the approved estimate.",
  };
  return { route: "assign", reasons: [refused, reason(law, text, ASSIGNING)] };
}

/** @param service a kind of support; null when the đề án names none */
export function orderReadiness(
  law: LawBook,
  published: readonly CatalogueFact[],
  question: Omit<Question, "service"> & { readonly service: string | null },
): Readiness {
  const { service, date } = question;
  const state = (kind: FactKind) =>
    stateOfFact(published, kind, { ...question, service: service ?? ALL_SERVICES });
  const facts = { list: state("list"), norm: state("norm"), price: state("price") };
  if (!inForce(law, ORDERING.doc, date)) {
    const text = {
      vi: `Ngày ${formatDate(date)} Nghị định 32/2019/NĐ-CP không có hiệu lực; quy định áp dụng ngày đó chưa có ở đây nên không kết luận.`,
      en: `On ${formatDate(date)} Decree 32/2019/NĐ-CP was not in force; the rules of that day are not at hand, so nothing is concluded.`,
    };
    return { facts, route: "unknown", sure: false, reasons: [reason(law, text, ORDERING)] };
  }
  if (service === null) {
    const text = {
      vi: "Đề án chưa ghi loại hỗ trợ nên không biết là dịch vụ nào của danh mục.",
      en: "The project names no kind of support, so its service is not known.",
    };
    return { facts, route: "unknown", sure: false, reasons: [reason(law, text, ORDERING)] };
  }
  const { route, reasons } = decide(law, facts, date);
  const sure =
    route === "order" &&
    facts.list.status === "issued" &&
    facts.price.status === "issued" &&
    inForce(law, TREASURY.doc, date);
  return {
    facts,
    route,
    sure,
    reasons: [...reasons, ...uncheckedReasons(law, facts, conditionBasis(law, date))],
  };
}

export interface PriceCheck {
  readonly expectedDong: Dong;
  /** The line − what the issued price gives; the Treasury pays by the issued price. */
  readonly differenceDong: Dong;
}

/** Null without an issued amount or a count, and beyond what one line may hold. */
export function checkPrice(
  readiness: Readiness,
  count: Quantity | null,
  supportDong: Dong,
): PriceCheck | null {
  const priceDong = readiness.facts.price.fact?.priceDong ?? null;
  if (priceDong === null || count === null) return null;
  const expectedDong = lineAmount(count, priceDong);
  if (expectedDong === null) return null;
  return { expectedDong, differenceDong: subtractDong(supportDong, dong(expectedDong)) };
}

export interface RouteEffect {
  /** The point of NĐ 60/2021 Đ.11 the money falls under; null when there is no money yet. */
  readonly point: "11.1.a" | "11.1.c" | null;
  readonly countsInA: boolean;
  readonly text: string;
  readonly textEn: string;
  readonly basis: string;
  readonly verified: Verified;
}

/** What the route does to the centre's degree of autonomy (NĐ 60/2021/NĐ-CP Đ.10, 11). */
export function routeEffect(law: LawBook, route: MoneyRoute, date: IsoDate): RouteEffect {
  const cite: Citation = { doc: "nd-60-2021", article: "11", clause: "1" };
  const amended = inForce(law, "nd-111-2025", date);
  const before = !inForce(law, "nd-60-2021", date);
  const verified = before || amended ? "memory" : "text";
  const basis = citationText(law, {
    ...cite,
    ...(route === "order" ? { point: "a" } : route === "assign" ? { point: "c" } : {}),
    ...(amended ? { note: "Nghị định 111/2025/NĐ-CP có sửa đổi, phần này chưa đọc được" } : {}),
    ...(before ? { note: "chưa có hiệu lực vào ngày này" } : {}),
  });
  if (route === "order") {
    return {
      point: "11.1.a",
      countsInA: true,
      text: "Tiền đặt hàng là nguồn thu giao tự chủ và tính vào A khi tính mức tự bảo đảm.",
      textEn: "Ordered money is autonomous income and counts in A of the degree of autonomy.",
      basis,
      verified,
    };
  }
  if (route === "assign") {
    return {
      point: "11.1.c",
      countsInA: false,
      text: "Tiền giao nhiệm vụ không tính vào A: trung tâm có việc nhưng mức tự bảo đảm không tăng.",
      textEn:
        "Assigned money does not count in A: the centre has work, its degree of autonomy does not rise.",
      basis,
      verified,
    };
  }
  return {
    point: null,
    countsInA: false,
    text: "Chưa có nguồn thu nào để tính.",
    textEn: "There is no income to count yet.",
    basis,
    verified,
  };
}
