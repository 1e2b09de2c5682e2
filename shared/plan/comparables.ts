/** The figures of a plan that mean the same in every province, so that they can be laid side by side. */
import { divideRounded } from "../kernel/money.ts";
import { QUANTITY_SCALE, type Quantity } from "../kernel/quantity.ts";
import { foldKey } from "../kernel/text.ts";
import { findSupportKind } from "../law/support-kinds.ts";
import { COMPONENT_PARTS, servicesOf, type ComponentPart, type Service } from "./evidence/services.ts";
import type { DeAnLine, Plan, PriceSheetLine } from "./shapes.ts";

/** Support for one unit of a kind; the price of a resource; one consumption of a norm, over all its steps. */
export const TOPICS = ["support", "price", "norm"] as const;
export type Topic = (typeof TOPICS)[number];

export interface Comparable {
  readonly topic: Topic;
  /** The same for the same thing everywhere, whatever the accents and spaces. */
  readonly key: string;
  /** As this plan wrote it. */
  readonly label: string;
  readonly unit: string;
  /** đồng for support and price, else the unit's own. */
  readonly value: Quantity;
  readonly sheet: string;
  readonly cell: string;
}

/** Longer texts are cut, so that a key stays a key. */
const MOST_KEY = 200;
const join = (...parts: readonly string[]) => parts.map(foldKey).join("|").slice(0, MOST_KEY);

function inDong(dong: number): Quantity {
  return (BigInt(dong) * QUANTITY_SCALE) as Quantity;
}

/** Support for one unit (cơ sở, gian hàng …), half-up to đồng. */
function supportOf(line: DeAnLine): Comparable[] {
  const { kind, supportDong, count } = line;
  if (kind === null || supportDong === null || supportDong <= 0) return [];
  const name = findSupportKind(kind)?.vi ?? kind;
  const units = count === null || count <= 0n ? QUANTITY_SCALE : count;
  const each = divideRounded(BigInt(supportDong) * QUANTITY_SCALE, units, "halfUp");
  return [
    {
      topic: "support",
      key: join(kind, line.fund ?? ""),
      label: line.fund === null ? name : `${name} (${line.fund})`,
      unit: "đồng",
      value: (each * QUANTITY_SCALE) as Quantity,
      sheet: line.sheet,
      cell: line.addressOf["support"] ?? `A${line.row}`,
    },
  ];
}

function priceOf(line: PriceSheetLine): Comparable[] {
  const { type, resource, unit, priceDong } = line;
  if (type === null || resource === null || resource === "*" || priceDong === null || priceDong <= 0)
    return [];
  return [
    {
      topic: "price",
      key: join(type, resource, unit ?? ""),
      label: `${resource} (${type})`,
      unit: `đồng/${unit ?? "đơn vị"}`,
      value: inDong(priceDong),
      sheet: line.sheet,
      cell: line.addressOf["price"] ?? `A${line.row}`,
    },
  ];
}

/** What a figure of a consumption is, and in which unit. */
const PARTS: Readonly<Record<ComponentPart, { readonly label: string; readonly unit: string | null }>> = {
  quantity: { label: "", unit: null },
  unloaded: { label: ", không tải", unit: null },
  loss: { label: ", hao hụt", unit: "%" },
  recovery: { label: ", thu hồi", unit: "%" },
  life: { label: ", thời hạn", unit: "tháng" },
};

function normOf({ key: service, name, components }: Service): Comparable[] {
  return components.flatMap(({ key, type, resource, unit, figures, sheet, cell }) =>
    COMPONENT_PARTS.flatMap((part): Comparable[] => {
      const value = figures[part];
      if (value === undefined) return [];
      return [
        {
          topic: "norm",
          key: [service, key, ...(part === "quantity" ? [] : [part])].join("|").slice(0, MOST_KEY),
          label: `${name}: ${resource} (${type}${PARTS[part].label})`,
          unit: PARTS[part].unit ?? unit,
          value,
          sheet,
          cell,
        },
      ];
    }),
  );
}

/** In the order of the sheets; lines that cannot be compared (no kind, no figure, "-", "*") are left out. */
export function comparablesOf(plan: Plan): Comparable[] {
  return [
    ...plan.deAn.flatMap(supportOf),
    ...plan.priceLines.flatMap(priceOf),
    ...servicesOf(plan.normLines).flatMap(normOf),
  ];
}
