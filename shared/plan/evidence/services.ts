/**
 * The services a province wrote norms for, as things that can be laid beside those of other provinces. Provinces give
 * codes of their own and cut the work into steps of their own, so a service is known by its common code or else by its
 * name, and a consumption is counted over all steps of the service.
 */
import { grouped } from "../../kernel/grouped.ts";
import { divideRounded } from "../../kernel/money.ts";
import type { Quantity } from "../../kernel/quantity.ts";
import { foldKey } from "../../kernel/text.ts";
import type { NormLineType, NormSheetLine } from "../shapes.ts";

/** Codes of the shipped draft mean the same everywhere; every other code is its province's own. */
const COMMON_CODE = /^KC\.\d{2}\.\d{4}$/i;

/** The figures one consumption may have, each compared by itself. */
export const COMPONENT_PARTS = ["quantity", "unloaded", "loss", "recovery", "life"] as const;
export type ComponentPart = (typeof COMPONENT_PARTS)[number];

export interface Component {
  /** Type, resource and unit, folded. */
  readonly key: string;
  readonly type: NormLineType;
  readonly resource: string;
  readonly unit: string;
  readonly grade: { readonly scale: string; readonly coefficient: Quantity } | null;
  readonly requirement: string | null;
  /** Absent: the province wrote none, which for all but the quantity means there is none. */
  readonly figures: Readonly<Partial<Record<ComponentPart, Quantity>>>;
  readonly sheet: string;
  /** Of the first line it stands on. */
  readonly cell: string;
}

export interface Service {
  readonly key: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly content: number | null;
  readonly conditions: string;
  readonly process: string;
  readonly quality: string;
  readonly difficulty: string;
  readonly components: readonly Component[];
  readonly sheet: string;
  readonly cell: string;
}

export function isCommonCode(code: string): boolean {
  return COMMON_CODE.test(code.trim());
}

/** How a service is recognised across provinces. */
export function serviceKey(code: string, name: string | null): string {
  return foldKey(isCommonCode(code) ? code : (name ?? code));
}

type Counted = NormSheetLine & {
  readonly code: string;
  readonly type: NormLineType;
  readonly resource: string;
  readonly quantity: Quantity;
};

function isCounted(line: NormSheetLine): line is Counted {
  const { code, type, resource, quantity, notApplicable } = line;
  return code !== null && type !== null && resource !== null && quantity !== null && !notApplicable;
}

const sum = (values: readonly Quantity[]) => values.reduce((total, value) => total + value, 0n) as Quantity;

/** A percentage or a life over all steps: weighted by the quantities, half-up to a millionth. */
function weighted(lines: readonly Counted[], of: (line: Counted) => Quantity | null): Quantity | null {
  if (lines.every((line) => (of(line) ?? null) === null)) return null;
  const whole = sum(lines.map(({ quantity }) => quantity));
  if (whole <= 0n) return of(lines[0] as Counted);
  const total = lines.reduce((all, line) => all + line.quantity * (of(line) ?? 0n), 0n);
  return divideRounded(total, whole, "halfUp") as Quantity;
}

function figuresOf(lines: readonly Counted[]): Component["figures"] {
  const unloaded = lines.flatMap(({ unloaded: time }) => ((time ?? null) === null ? [] : [time as Quantity]));
  const found: [ComponentPart, Quantity | null][] = [
    ["quantity", sum(lines.map(({ quantity }) => quantity))],
    ["unloaded", unloaded.length === 0 ? null : sum(unloaded)],
    ["loss", weighted(lines, ({ lossPercent }) => lossPercent)],
    ["recovery", weighted(lines, ({ recoveryPercent }) => recoveryPercent)],
    ["life", weighted(lines, ({ lifeMonths }) => lifeMonths)],
  ];
  return Object.fromEntries(found.filter(([, value]) => value !== null));
}

function componentOf(key: string, lines: readonly Counted[]): Component {
  const first = lines[0] as Counted;
  const graded = lines.find(({ scale, coefficient }) => scale !== null && coefficient !== null);
  const { scale = null, coefficient = null } = graded ?? {};
  return {
    key,
    type: first.type,
    resource: first.resource,
    unit: first.unit ?? "",
    grade: scale === null || coefficient === null ? null : { scale, coefficient },
    requirement: lines.find(({ requirement }) => requirement !== null)?.requirement ?? null,
    figures: figuresOf(lines),
    sheet: first.sheet,
    cell: first.addressOf["quantity"] ?? `A${first.row}`,
  };
}

function serviceOf(code: string, lines: readonly NormSheetLine[]): Service {
  const text = (id: "name" | "serviceUnit" | "conditions" | "process" | "quality" | "difficulty") =>
    lines.find((line) => (line[id] ?? null) !== null)?.[id] ?? null;
  const first = lines[0];
  const name = text("name");
  const components = grouped(lines.filter(isCounted), ({ type, resource, unit }) =>
    [type, resource, unit ?? ""].map(foldKey).join("|"),
  );
  return {
    key: serviceKey(code, name),
    code,
    name: name ?? code,
    unit: text("serviceUnit") ?? "",
    content: lines.find(({ content }) => (content ?? null) !== null)?.content ?? null,
    conditions: text("conditions") ?? "",
    process: text("process") ?? "",
    quality: text("quality") ?? "",
    difficulty: text("difficulty") ?? "",
    components: [...components].map(([key, same]) => componentOf(key, same)),
    sheet: first?.sheet ?? "",
    cell: first?.addressOf["code"] ?? `A${first?.row ?? 1}`,
  };
}

/** In the order of the sheet; services without a single countable line are left out. */
export function servicesOf(lines: readonly NormSheetLine[]): Service[] {
  const coded = lines.filter(({ code }) => code !== null);
  return [...grouped(coded, ({ code }) => code ?? "")]
    .map(([code, same]) => serviceOf(code, same))
    .filter(({ components }) => components.length > 0);
}
