/**
 * Unit price of a service from a norm: direct (vật liệu, nhân công, máy) + management + depreciation + other, the cost
 * groups of NĐ 60/2021/NĐ-CP Đ.5.3.a. Exact inside; every printed figure is rounded half-up to đồng once.
 */
import type { Dong } from "../../kernel/money.ts";
import { formatDong } from "../../kernel/money.ts";
import { formatQuantity, quantity, type Quantity } from "../../kernel/quantity.ts";
import { fail, ok, type Failure, type Result } from "../../kernel/result.ts";
import { bookBasis, type NormReading } from "../book.ts";
import { COST_TYPES, type CostType } from "../import.ts";
import { costTypeOf, type Difficulty, type Norm, type NormLine, type PercentLine } from "../model.ts";
import { add, fromDong, fromPercent, fromQuantity, multiply, ONE, type Rational } from "../rational.ts";
import { decimalOf, lineAmount } from "./line-amount.ts";
import { dongText, leaf, quantityText, sumNode, USER_BASIS, type NodeBasis, type PriceNode } from "./node.ts";

/** The price of one unit of a resource, as a figure with its source. */
export interface ResourcePrice {
  readonly node: PriceNode;
  /** Depreciation inside a machine's price; null when the price list does not part it. */
  readonly depreciation: Rational | null;
}

export type PriceSource = (line: Exclude<NormLine, PercentLine>) => Result<ResourcePrice>;

export interface OtherCost {
  readonly label: string;
  readonly dong: Dong;
  readonly basis?: NodeBasis;
}

export interface UnitPriceOptions {
  /** Management as a per cent of direct cost. No law fixes one for khuyến công, so there is no default. */
  readonly managementPercent?: Quantity;
  readonly managementBasis?: NodeBasis;
  /** false = the price of an order to a group-2 unit (NĐ 60 Đ.9.2.b). */
  readonly depreciation: boolean;
  readonly other?: readonly OtherCost[];
  /** Id of a difficulty class of the norm. */
  readonly difficulty?: string;
  /** Id of one step: the price of that step alone. */
  readonly step?: string;
  /** Shifts a month a tool is worn; 26 unless told. */
  readonly shiftsPerMonth?: Quantity;
}

export const PRICE_PARTS = ["VL", "NC", "M", "TT", "QL", "KH", "KHAC"] as const;
/** VL, NC, M without depreciation; TT = direct; QL = management; KH = depreciation; KHAC = other. */
export type PricePart = (typeof PRICE_PARTS)[number];

export interface UnitPrice {
  readonly total: PriceNode;
  readonly parts: Readonly<Record<PricePart, PriceNode>>;
}

const SHIFTS_PER_MONTH = quantity("26");
const GROUP_LABEL: Readonly<Record<CostType, string>> = {
  VL: "Vật liệu",
  NC: "Nhân công",
  M: "Máy, thiết bị",
};

interface Priced {
  readonly node: PriceNode;
  readonly depreciation: PriceNode | null;
}

function difficultyFactor(difficulty: Difficulty | undefined, type: CostType): Rational {
  return difficulty?.appliesTo.includes(type) ? fromQuantity(decimalOf(difficulty.factor)) : ONE;
}

function noSplit(line: NormLine): { ok: false; error: Failure } {
  return fail(
    "NA",
    "price-depreciation-unknown",
    `Giá ca của “${line.resource}” chưa tách phần khấu hao, nên chưa tính được đơn giá không gồm khấu hao.`,
    `The shift price of “${line.resource}” does not show its depreciation.`,
  );
}

/** One line: amount × factor × price, the depreciation inside a machine's price set apart. */
function priceLine(
  line: Exclude<NormLine, PercentLine>,
  id: string,
  basis: NodeBasis,
  factor: Rational,
  source: PriceSource,
  options: UnitPriceOptions,
): Result<Priced | null> {
  const amount = lineAmount(line, options.shiftsPerMonth ?? SHIFTS_PER_MONTH);
  if (amount === null) return ok(null);
  const price = source(line);
  if (!price.ok) return price;
  const { node, depreciation } = price.value;
  if (line.kind === "machine" && depreciation === null && !options.depreciation) return noSplit(line);
  const used = multiply(amount.exact, factor);
  const inside = line.kind === "machine" ? (depreciation ?? null) : null;
  const unitExact = inside === null ? node.exact : add(node.exact, { n: -inside.n, d: inside.d });
  const factorText = factor.n === factor.d ? "" : ` × ${quantityText(factor)}`;
  const formula = (unit: Rational) => `${amount.text}${factorText} × ${dongText(unit)}`;
  const worn = inside === null || inside.n === 0n ? null : inside;
  return ok({
    node: leaf({
      id,
      label: line.resource,
      formula: formula(unitExact),
      exact: multiply(used, unitExact),
      basis,
      note: line.note,
      children: [node],
    }),
    depreciation:
      worn === null
        ? null
        : leaf({
            id: `${id}-kh`,
            label: `Khấu hao: ${line.resource}`,
            formula: formula(worn),
            exact: multiply(used, worn),
            basis: node.basis,
            children: [node],
          }),
  });
}

interface StepShare {
  /** Takes the line in. */
  readonly takes: (line: NormLine) => boolean;
  readonly factor: Rational;
}

/** One step alone: its own lines where lines name steps, else its coefficient of the whole. */
function stepShare(norm: Norm, id: string | undefined): StepShare {
  const step = norm.steps.find((known) => known.id === id);
  if (step === undefined) return { takes: () => true, factor: ONE };
  if (norm.lines.some((line) => line.step !== undefined) || step.coefficient === undefined) {
    const within = new Set([
      step.id,
      ...norm.steps.filter((child) => child.parent === step.id).map((child) => child.id),
    ]);
    return { takes: (line) => line.step !== undefined && within.has(line.step), factor: ONE };
  }
  return { takes: () => true, factor: fromQuantity(decimalOf(step.coefficient)) };
}

interface Group {
  readonly direct: PriceNode;
  readonly depreciation: readonly PriceNode[];
}

/** Own rows first, then the percent rows over them (small tools over tools, the others over the type's own rows). */
function priceGroup(
  type: CostType,
  reading: NormReading,
  source: PriceSource,
  options: UnitPriceOptions,
): Result<Group> {
  const { norm, book } = reading;
  const basis = bookBasis(book, norm);
  const share = stepShare(norm, options.step);
  const difficulty = difficultyFactor(
    norm.difficulty.find((known) => known.id === options.difficulty),
    type,
  );
  const factor = multiply(difficulty, share.factor);
  const own: PriceNode[] = [];
  const tools: PriceNode[] = [];
  const depreciation: PriceNode[] = [];
  for (const [at, line] of norm.lines.entries()) {
    if (costTypeOf(line) !== type || line.kind === "percent") continue;
    if (!share.takes(line)) continue;
    const priced = priceLine(line, `${type}-${at + 1}`, basis, factor, source, options);
    if (!priced.ok) return priced;
    if (priced.value === null) continue;
    (line.kind === "tool" ? tools : own).push(priced.value.node);
    if (priced.value.depreciation !== null) depreciation.push(priced.value.depreciation);
  }
  const percents = norm.lines.flatMap((line, at) => {
    if (line.kind !== "percent" || costTypeOf(line) !== type) return [];
    const over = add(...(line.of === "DC" ? tools : own).map((node) => node.exact));
    const percent = decimalOf(line.quantity);
    const formula = `${formatQuantity(percent)} % × ${dongText(over)}`;
    return [
      leaf({
        id: `${type}-${at + 1}`,
        label: line.resource,
        formula,
        exact: multiply(over, fromPercent(percent)),
        basis,
        note: line.note,
      }),
    ];
  });
  return ok({ direct: sumNode(type, GROUP_LABEL[type], [...own, ...tools, ...percents]), depreciation });
}

/** Every line is "-" (percentages need another line to stand on). */
function isNotApplicable(norm: Norm): boolean {
  return norm.lines.every((line) => {
    if (line.kind === "machine") return line.loaded === null && (line.unloaded ?? null) === null;
    return line.kind === "percent" || line.quantity === null;
  });
}

function checkOptions(reading: NormReading, options: UnitPriceOptions): Result<null> {
  const { norm } = reading;
  if (isNotApplicable(norm)) {
    return fail(
      "NA",
      "norm-not-applicable",
      `Định mức “${norm.code}” chỉ có dấu “-”: không áp dụng cho trường hợp này.`,
      `Norm “${norm.code}” does not apply.`,
    );
  }
  if (options.difficulty !== undefined && !norm.difficulty.some((d) => d.id === options.difficulty)) {
    return fail(
      "VALUE",
      "difficulty-unknown",
      `Định mức “${norm.code}” không có mức khó khăn “${options.difficulty}”.`,
      `Unknown difficulty “${options.difficulty}”.`,
    );
  }
  if (options.step !== undefined && !norm.steps.some((step) => step.id === options.step)) {
    return fail(
      "VALUE",
      "step-unknown",
      `Định mức “${norm.code}” không có bước “${options.step}”.`,
      `Unknown step “${options.step}”.`,
    );
  }
  const percent = options.managementPercent;
  if (percent !== undefined && (percent < 0n || percent > quantity("100"))) {
    return fail(
      "VALUE",
      "management-percent",
      "Tỷ lệ chi phí quản lý phải từ 0 đến 100 %.",
      "Management must be 0 to 100 per cent.",
    );
  }
  return ok(null);
}

function managementNode(direct: PriceNode, options: UnitPriceOptions): PriceNode {
  const percent = options.managementPercent ?? quantity("0");
  return leaf({
    id: "QL",
    label: "Chi phí quản lý",
    formula: `${formatQuantity(percent)} % × ${dongText(direct.exact)}`,
    exact: multiply(direct.exact, fromPercent(percent)),
    basis:
      options.managementBasis ??
      (options.managementPercent === undefined
        ? { text: "Chưa nhập tỷ lệ quản lý", verified: null }
        : USER_BASIS),
  });
}

/**
 * The price of one unit of the service as a tree: total ← direct (VL, NC, M), management, depreciation, other.
 * Machines stand in M without their depreciation, which is a part of its own; left out when `depreciation` is false.
 * Errors: norm-not-applicable, difficulty-unknown, step-unknown, management-percent, price-depreciation-unknown and
 * those of `source`.
 */
export function computeUnitPrice(
  reading: NormReading,
  source: PriceSource,
  options: UnitPriceOptions,
): Result<UnitPrice> {
  const checked = checkOptions(reading, options);
  if (!checked.ok) return checked;
  const groups = {} as Record<CostType, Group>;
  for (const type of COST_TYPES) {
    const group = priceGroup(type, reading, source, options);
    if (!group.ok) return group;
    groups[type] = group.value;
  }
  const { VL, NC, M } = groups;
  const direct = sumNode("TT", "Chi phí trực tiếp", [VL.direct, NC.direct, M.direct]);
  const management = managementNode(direct, options);
  const without: NodeBasis = {
    text: "Không tính khấu hao theo lựa chọn của người dùng (đơn vị nhóm 2, NĐ 60/2021/NĐ-CP Điều 9 khoản 2)",
    verified: null,
  };
  const depreciation = options.depreciation
    ? sumNode("KH", "Khấu hao tài sản cố định", M.depreciation)
    : sumNode("KH", "Khấu hao tài sản cố định", [], without);
  const others = (options.other ?? []).map((cost, at) =>
    leaf({
      id: `KHAC-${at + 1}`,
      label: cost.label,
      formula: formatDong(cost.dong),
      exact: fromDong(cost.dong),
      ...(cost.basis ? { basis: cost.basis } : {}),
    }),
  );
  const other = sumNode("KHAC", "Chi phí khác", others);
  const total = sumNode("TONG", `Đơn giá ${reading.norm.code} (đồng/${reading.norm.unit})`, [
    direct,
    management,
    depreciation,
    other,
  ]);
  return ok({
    total,
    parts: {
      VL: VL.direct,
      NC: NC.direct,
      M: M.direct,
      TT: direct,
      QL: management,
      KH: depreciation,
      KHAC: other,
    },
  });
}
