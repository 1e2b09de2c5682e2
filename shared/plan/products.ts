/**
 * Products for the vote of sản phẩm công nghiệp nông thôn tiêu biểu: what TT 26/2014/TT-BCT asks of one, level by level
 * and date by date. Whatever has not been answered in the sheet is "unknown", never "no".
 */
import type { Citation, Verified } from "../kernel/citation.ts";
import { day, formatDate, yearOf, type IsoDate } from "../kernel/date.ts";
import { quantity, type Quantity } from "../kernel/quantity.ts";
import type { Result } from "../kernel/result.ts";
import { readParameter } from "../law/read.ts";
import type { LawBook, LevelPeriod, Reading } from "../law/types.ts";
import { VOTE_LEVEL_PERIODS, levelAt, type VoteLevel } from "../law/vote-levels.ts";
import type { ProductLine } from "./shapes.ts";

const CIRCULAR = "tt-26-2014-bct";

export interface PriorLevel {
  readonly level: VoteLevel;
  /** Đ.12.2.d: a province takes products without a district's certificate where no district vote was held. */
  readonly required: boolean;
  readonly cite: Citation;
}

/** Whose certificate a product needs to enter a level (Đ.12 k.2–4); null = none. */
export function priorLevelOf(
  level: VoteLevel,
  date: IsoDate,
  periods: readonly LevelPeriod[] = VOTE_LEVEL_PERIODS,
): PriorLevel | null {
  switch (level) {
    case "Huyện":
      return null;
    case "Tỉnh":
      return levelAt("Huyện", date, periods) === null
        ? null
        : {
            level: "Huyện",
            required: false,
            cite: { doc: CIRCULAR, article: "12", clause: "2", point: "b" },
          };
    case "Khu vực":
      return {
        level: "Tỉnh",
        required: true,
        cite: { doc: CIRCULAR, article: "12", clause: "3", point: "b" },
      };
    case "Quốc gia":
      return {
        level: "Khu vực",
        required: true,
        cite: { doc: CIRCULAR, article: "12", clause: "4", point: "b" },
      };
  }
}

/** TT 14/2018/TT-BCT is in force from this day. Only its longer validity of certificates is known, second-hand. */
export const AMENDED_FROM = day("2018-08-16");

export interface CertificateEnd {
  /** Last day of validity. */
  readonly end: IsoDate;
  readonly cite: Citation;
  readonly verified: Verified;
}

/** Until 31/12 of the third year, counting the year of issue (Đ.17.3); of the fourth by TT 14/2018/TT-BCT. */
export function certificateEnd(decided: IsoDate): CertificateEnd {
  const longer = decided >= AMENDED_FROM;
  return {
    end: day(`${yearOf(decided) + (longer ? 3 : 2)}-12-31`),
    cite: longer
      ? { doc: "tt-14-2018-bct", note: "sửa khoản 3 Điều 17 Thông tư 26/2014/TT-BCT; chưa đọc được văn bản" }
      : { doc: CIRCULAR, article: "17", clause: "3" },
    verified: longer ? "secondary" : "text",
  };
}

/** The four criteria of Đ.7.1; the highest mark of each stands in Phụ lục 3, which is not at hand. */
export const MARK_CRITERIA = [
  { id: "market", point: "a", vi: "Đáp ứng thị trường và khả năng phát triển sản xuất" },
  { id: "technical", point: "b", vi: "Kinh tế - kỹ thuật - xã hội và môi trường" },
  { id: "culture", point: "c", vi: "Tính văn hóa và thẩm mỹ" },
  { id: "otherMark", point: "d", vi: "Tiêu chí khác" },
] as const;

/** Sum of the marks given; null while none is. */
export function markOf(product: ProductLine): Quantity | null {
  const marks = MARK_CRITERIA.map(({ id }) => product[id]).filter((mark) => mark !== null);
  return marks.length === 0 ? null : (marks.reduce((sum, mark) => sum + mark, 0n) as Quantity);
}

/** The average a certificate needs (Đ.17.1) at a date. */
export function passMarkAt(law: LawBook, date: IsoDate): Result<Reading> {
  return readParameter(law, "BINH-CHON.DIEM-DAT", date);
}

/** Null while there is no mark or no known pass mark. */
export function passes(product: ProductLine, law: LawBook): boolean | null {
  const mark = markOf(product);
  if (mark === null || product.voteDate === null) return null;
  const pass = passMarkAt(law, product.voteDate);
  return pass.ok ? mark >= quantity(pass.value.value) : null;
}

/** "proposal" = met only by a way the province has asked for and no law opens yet. */
export type ConditionState = "met" | "unmet" | "unknown" | "proposal";

export interface Condition {
  /** Permanent. */
  readonly id: string;
  /** Column of KC_SanPham to look at. */
  readonly column: string;
  readonly state: ConditionState;
  /** What is asked, in words. */
  readonly vi: string;
  readonly cite: Citation;
  readonly verified: Verified;
}

function cite(article: string, clause: string, point?: string): Citation {
  return { doc: CIRCULAR, article, clause, ...(point === undefined ? {} : { point }) };
}

function answered(answer: boolean | null): ConditionState {
  return answer === null ? "unknown" : answer ? "met" : "unmet";
}

/** Colour photographs, from three sides (Đ.12.1.b). */
export const PHOTOS = 3;

function declared(product: ProductLine): Condition[] {
  const asked: readonly (readonly [string, boolean | null, string, Citation])[] = [
    ["ownMade", product.ownMade, "Do chính cơ sở sản xuất và đăng ký", cite("4", "2")],
    ["original", product.original, "Không phải sản phẩm sao chép", cite("4", "3")],
    [
      "lawful",
      product.lawful,
      "Không vi phạm sở hữu trí tuệ, tiêu chuẩn, an toàn và môi trường",
      cite("4", "3"),
    ],
    ["serial", product.serial, "Sản xuất được hàng loạt, không phải độc bản", cite("4", "4")],
    ["form", product.form, "Có phiếu đăng ký kèm bản sao đăng ký kinh doanh", cite("12", "1", "a")],
    ["description", product.description, "Có bản thuyết minh giới thiệu sản phẩm", cite("12", "1", "b")],
    [
      "photos",
      product.photos === null ? null : product.photos >= PHOTOS,
      "Có 3 ảnh màu chụp ở 3 góc khác nhau",
      cite("12", "1", "b"),
    ],
  ];
  return asked.map(([id, answer, vi, source]) => ({
    id,
    column: id,
    state: answered(answer),
    vi,
    cite: source,
    verified: "text",
  }));
}

function letterCondition(product: ProductLine): Condition[] {
  const clause = { Huyện: null, Tỉnh: "2", "Khu vực": "3", "Quốc gia": "4" }[product.level ?? "Huyện"];
  if (clause === null) return [];
  return [
    {
      id: "letter",
      column: "letter",
      state: product.letter === null ? "unknown" : "met",
      vi: "Có văn bản đề nghị của cấp gửi kèm danh sách trích ngang",
      cite: cite("12", clause, "c"),
      verified: "text",
    },
  ];
}

function levelCondition(product: ProductLine, periods: readonly LevelPeriod[]): Condition[] {
  const { level, voteDate } = product;
  if (level === null || voteDate === null) return [];
  const known = levelAt(level, voteDate, periods);
  const any = periods.find((period) => period.level === level);
  return [
    {
      id: "level",
      column: "level",
      state: known === null ? "unmet" : "met",
      vi: `Cấp ${level.toLowerCase()} có tổ chức bình chọn vào ngày này`,
      cite: any?.cite ?? cite("6", "2"),
      verified: any?.verified ?? "text",
    },
  ];
}

/** Certificate of the level below, in force on the day of the vote; winners of a contest may come another way. */
function priorConditions(product: ProductLine, periods: readonly LevelPeriod[]): Condition[] {
  const { level, voteDate } = product;
  const prior = level === null || voteDate === null ? null : priorLevelOf(level, voteDate, periods);
  if (prior === null || voteDate === null) return [];
  const base = { cite: prior.cite, verified: "text" as const };
  if (product.priorDate === null && product.priorDecision === null) {
    if (!prior.required) return [];
    const byContest = product.route === "Cuộc thi" && product.contest !== null;
    const vi = byContest
      ? `Chưa có Giấy chứng nhận cấp ${prior.level.toLowerCase()}; đề xuất vào thẳng vì đạt giải “${product.contest}”`
      : `Có Giấy chứng nhận cấp ${prior.level.toLowerCase()} còn giá trị`;
    return [{ id: "prior", column: "priorDecision", state: byContest ? "proposal" : "unmet", vi, ...base }];
  }
  const named: Condition = {
    id: "prior",
    column: "priorLevel",
    state: product.priorLevel === null ? "unknown" : answered(product.priorLevel === prior.level),
    vi: `Giấy chứng nhận trước là của cấp ${prior.level.toLowerCase()}`,
    ...base,
  };
  return [named, ...validityCondition(product, voteDate)];
}

function validityCondition({ priorDate }: ProductLine, voteDate: IsoDate): Condition[] {
  const base = { id: "prior-valid", column: "priorDate" };
  if (priorDate === null)
    return [
      {
        ...base,
        state: "unknown",
        vi: "Giấy chứng nhận cấp trước còn giá trị vào ngày bình chọn",
        cite: cite("17", "3"),
        verified: "text",
      },
    ];
  const { end, cite: source, verified } = certificateEnd(priorDate);
  return [
    {
      ...base,
      state: answered(priorDate <= voteDate && voteDate <= end),
      vi: `Giấy chứng nhận cấp trước có giá trị đến ${formatDate(end)}`,
      cite: source,
      verified,
    },
  ];
}

/** Everything a product must meet to be voted on at its level, as far as the sheet tells. */
export function conditionsOf(
  product: ProductLine,
  periods: readonly LevelPeriod[] = VOTE_LEVEL_PERIODS,
): readonly Condition[] {
  const all = [
    ...levelCondition(product, periods),
    ...declared(product),
    ...letterCondition(product),
    ...priorConditions(product, periods),
  ];
  // The wording after the amendment of 2018 has not been read.
  if (product.voteDate === null || product.voteDate < AMENDED_FROM) return all;
  return all.map((one) => (one.verified === "text" ? { ...one, verified: "memory" } : one));
}

export type Eligibility = "eligible" | "proposal" | "incomplete" | "ineligible";

/** One word for all conditions: the worst of them. */
export function eligibilityOf(conditions: readonly Condition[]): Eligibility {
  const has = (state: ConditionState) => conditions.some((condition) => condition.state === state);
  if (has("unmet")) return "ineligible";
  if (has("unknown")) return "incomplete";
  return has("proposal") ? "proposal" : "eligible";
}
