/**
 * Degree of financial autonomy of a public unit: A ÷ B × 100 % (NĐ 60/2021/NĐ-CP Đ.10) and its group (Đ.9), by the
 * original wording. Amounts are estimates of the year in which the autonomy plan is made (Đ.10.2).
 */
import type { IsoDate } from "../kernel/date.ts";
import { dong, dongFromBigInt, formatDong, type Dong } from "../kernel/money.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { tuChuNhom2 } from "../law/parameters/tu-chu-nhom-2.ts";
import { tuChuNhom3a } from "../law/parameters/tu-chu-nhom-3a.ts";
import { tuChuNhom3b } from "../law/parameters/tu-chu-nhom-3b.ts";
import { tuChuNhom3c } from "../law/parameters/tu-chu-nhom-3c.ts";
import { readParameter } from "../law/read.ts";
import type { LawBook, Parameter } from "../law/types.ts";
import { compare, ratio, toDecimalText, type Rational } from "./rational.ts";

/** How a source counts in A: whole, only its surplus after taxes, only its regular part, or not at all. */
export type CountsAs = "all" | "surplus" | "regular" | "none";

export interface IncomeKind {
  readonly code: string;
  readonly vi: string;
  readonly counts: CountsAs;
}

/** Sources of Đ.11 (Đ.15 has the same points). */
export const INCOME_KINDS = [
  { code: "11.1.a", vi: "NSNN đặt hàng, đấu thầu dịch vụ sự nghiệp công thuộc danh mục", counts: "all" },
  { code: "11.1.b", vi: "Nhiệm vụ khoa học và công nghệ được tuyển chọn, giao trực tiếp", counts: "all" },
  {
    code: "11.1.c",
    vi: "Nhiệm vụ Nhà nước giao, gồm dịch vụ chưa có định mức và đơn giá để đặt hàng",
    counts: "none",
  },
  { code: "11.1.d", vi: "Vốn đầu tư phát triển", counts: "none" },
  { code: "11.2.a", vi: "Thu từ hoạt động dịch vụ sự nghiệp công", counts: "all" },
  {
    code: "11.2.b",
    vi: "Sản xuất, kinh doanh, liên doanh, liên kết (chênh lệch thu lớn hơn chi)",
    counts: "surplus",
  },
  { code: "11.2.c", vi: "Cho thuê tài sản công", counts: "all" },
  { code: "11.3", vi: "Phí được để lại (trừ chi nhiệm vụ không thường xuyên)", counts: "regular" },
  { code: "11.4", vi: "Vốn vay, viện trợ, tài trợ", counts: "none" },
  { code: "11.5", vi: "Thu khác theo quy định", counts: "all" },
] as const satisfies readonly IncomeKind[];

export interface Income {
  /** A code of INCOME_KINDS; the mirror points "15.…" of group 3 are read alike. */
  readonly code: string;
  readonly dong: Dong;
  /** 11.2.b: costs and taxes; 11.3: what is spent on non-regular tasks. */
  readonly lessDong?: Dong;
}

export interface IncomeShare {
  readonly kind: IncomeKind;
  readonly dong: Dong;
  /** What goes into A. */
  readonly countedDong: Dong;
}

const ZERO = dong(0);

function findKind(code: string): IncomeKind | null {
  const normal = code.trim().toLowerCase().replace(/^15\./, "11.").replace(/\.$/, "");
  return INCOME_KINDS.find((kind) => kind.code === normal) ?? null;
}

function counted(kind: IncomeKind, income: Income): Dong {
  if (kind.counts === "none") return ZERO;
  if (kind.counts === "all") return income.dong;
  return dong(Math.max(0, income.dong - (income.lessDong ?? 0)));
}

/** A by point and clause. Errors: autonomy-income-unknown, autonomy-income-negative. */
export function computeIncome(
  incomes: readonly Income[],
): Result<{ readonly totalDong: Dong; readonly shares: readonly IncomeShare[] }> {
  const shares: IncomeShare[] = [];
  for (const income of incomes) {
    const kind = findKind(income.code);
    if (kind === null) {
      const known = INCOME_KINDS.map(({ code }) => code).join(", ");
      return fail(
        "VALUE",
        "autonomy-income-unknown",
        `Không có nguồn thu “${income.code}”; dùng ${known}.`,
        `Unknown source “${income.code}”; use ${known}.`,
      );
    }
    if (income.dong < 0 || (income.lessDong ?? 0) < 0) {
      return fail(
        "VALUE",
        "autonomy-income-negative",
        `Nguồn thu ${income.code} âm.`,
        `Source ${income.code} is negative.`,
      );
    }
    shares.push({ kind, dong: income.dong, countedDong: counted(kind, income) });
  }
  const total = shares.reduce((sum, share) => sum + BigInt(share.countedDong), 0n);
  return ok({ totalDong: dongFromBigInt(total), shares });
}

/** The limit by the original wording, which is the first value of its parameter; whole percent. */
function limitOf({ id, values }: Parameter): bigint {
  const value = values[0]?.value;
  if (typeof value !== "number") throw new Error(`${id} has no whole limit`);
  return BigInt(value);
}

const LIMIT = {
  "2": limitOf(tuChuNhom2),
  "3a": limitOf(tuChuNhom3a),
  "3b": limitOf(tuChuNhom3b),
  "3c": limitOf(tuChuNhom3c),
} as const;

export type GroupLimits = Readonly<Record<keyof typeof LIMIT, bigint>>;

/** The limits a law book holds on a day; by the original wording where it has no whole figure for that day. */
export function groupLimits(law: LawBook, date: IsoDate): GroupLimits {
  const at = ({ id }: Parameter, otherwise: bigint) => {
    const reading = readParameter(law, id, date);
    return reading.ok && Number.isSafeInteger(reading.value.value) ? BigInt(reading.value.value) : otherwise;
  };
  return {
    "2": at(tuChuNhom2, LIMIT["2"]),
    "3a": at(tuChuNhom3a, LIMIT["3a"]),
    "3b": at(tuChuNhom3b, LIMIT["3b"]),
    "3c": at(tuChuNhom3c, LIMIT["3c"]),
  };
}

function bandLabel(from: bigint, below: bigint): string {
  return `Nhóm 3: tự bảo đảm từ ${from} % đến dưới ${below} % chi thường xuyên`;
}

export type AutonomyGroup = "1" | "2" | "3a" | "3b" | "3c" | "4";

function groupLabels(limits: GroupLimits): Readonly<Record<AutonomyGroup, string>> {
  return {
    "1": "Nhóm 1: tự bảo đảm chi thường xuyên và chi đầu tư",
    "2": "Nhóm 2: tự bảo đảm chi thường xuyên",
    "3a": bandLabel(limits["3a"], limits["2"]),
    "3b": bandLabel(limits["3b"], limits["3a"]),
    "3c": bandLabel(limits["3c"], limits["3b"]),
    "4": "Nhóm 4: Nhà nước bảo đảm chi thường xuyên",
  };
}

/** By the original wording. */
export const AUTONOMY_GROUPS = groupLabels(LIMIT);

const bandEn = (from: bigint, below: bigint) =>
  `Group 3: covers ${from} % to under ${below} % of its regular spending`;

function groupLabelsEn(limits: GroupLimits): Readonly<Record<AutonomyGroup, string>> {
  return {
    "1": "Group 1: covers its regular spending and its investment",
    "2": "Group 2: covers its regular spending",
    "3a": bandEn(limits["3a"], limits["2"]),
    "3b": bandEn(limits["3b"], limits["3a"]),
    "3c": bandEn(limits["3c"], limits["3b"]),
    "4": "Group 4: the State covers its regular spending",
  };
}

export interface AutonomyInput {
  readonly incomeDong: Dong;
  /** B: spending of Đ.12, without services that use no budget (Đ.6). */
  readonly spendingDong: Dong;
  /** Đ.9.1.a: own money for investment, and the yearly depreciation and wear it must reach. */
  readonly investment?: { readonly ownDong: Dong; readonly depreciationDong: Dong };
  /** Đ.9.2.b: listed services, ordered or tendered by the State at full cost (without depreciation). */
  readonly orderedAtFullCost?: boolean;
  /** Where the groups begin; by the original wording when left out. */
  readonly limits?: GroupLimits;
}

export interface Autonomy {
  readonly ratio: Rational;
  /** Per cent cut (not rounded) at two decimals, so that a limit never shows before it is reached. */
  readonly percentText: string;
  readonly group: AutonomyGroup;
  readonly groupLabel: string;
  readonly groupLabelEn: string;
  /** One sentence with the working. */
  readonly working: string;
}

function groupOf(share: Rational, input: AutonomyInput, limits: GroupLimits): AutonomyGroup {
  const atLeast = (percent: bigint) => compare(share, ratio(percent, 100n)) >= 0;
  if (atLeast(limits["2"])) {
    const { investment } = input;
    return investment !== undefined && investment.ownDong >= investment.depreciationDong ? "1" : "2";
  }
  if (input.orderedAtFullCost === true) return "2";
  if (atLeast(limits["3a"])) return "3a";
  if (atLeast(limits["3b"])) return "3b";
  return atLeast(limits["3c"]) ? "3c" : "4";
}

/** Errors: autonomy-spending (B not above 0), autonomy-income-negative. */
export function computeAutonomy(input: AutonomyInput): Result<Autonomy> {
  if (input.spendingDong <= 0) {
    return fail(
      "VALUE",
      "autonomy-spending",
      "Tổng chi thường xuyên (B) phải lớn hơn 0.",
      "Regular spending (B) must be above 0.",
    );
  }
  if (input.incomeDong < 0) {
    return fail(
      "VALUE",
      "autonomy-income-negative",
      "Tổng thu (A) không được âm.",
      "Income (A) must not be negative.",
    );
  }
  const share = ratio(BigInt(input.incomeDong), BigInt(input.spendingDong));
  const percentText = toDecimalText(ratio(share.n * 100n, share.d), 2, "down");
  const limits = input.limits ?? LIMIT;
  const group = groupOf(share, input, limits);
  const groupLabel = groupLabels(limits)[group];
  const groupLabelEn = groupLabelsEn(limits)[group];
  const figures = `${formatDong(input.incomeDong)} ÷ ${formatDong(input.spendingDong)} × 100 %`;
  return ok({
    ratio: share,
    percentText,
    group,
    groupLabel,
    groupLabelEn,
    working: `${figures} = ${percentText.replace(".", ",")} %. ${groupLabel}.`,
  });
}

/** Đồng of further income that counts in A until B is wholly covered; 0 when it already is. */
export function incomeStillNeeded(input: AutonomyInput): Dong {
  return dong(Math.max(0, input.spendingDong - input.incomeDong));
}
