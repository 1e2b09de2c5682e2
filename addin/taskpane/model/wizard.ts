/** The new đề án as it is being filled in: fields as typed → errors, live figures, and the lines for the workbook. Pure. */
import { parseDate, type IsoDate } from "../../../shared/kernel/date.ts";
import { addDong, dong, split, subtractDong, type Dong } from "../../../shared/kernel/money.ts";
import type { Quantity } from "../../../shared/kernel/quantity.ts";
import type { Result } from "../../../shared/kernel/result.ts";
import { cleanText } from "../../../shared/kernel/text.ts";
import { findSupportKind } from "../../../shared/law/support-kinds.ts";
import { computeSupportCeiling } from "../../../shared/law/support.ts";
import type { LawBook, SupportCeiling } from "../../../shared/law/types.ts";
import { lineAmount } from "../../../shared/plan/line-amount.ts";
import type { Fund } from "../../../shared/plan/shapes.ts";
import type { CostDraft, DeAnDraft } from "../../../shared/workbook/build.ts";
import { parseDongInput, parseQuantityInput, type AmountError, type QuantityError } from "./amount.ts";

export interface LineInput {
  readonly id: number;
  /** Row of the line in KC_DuToan; null for a line that is not there yet. */
  readonly row: number | null;
  readonly item: string;
  readonly unit: string;
  readonly quantity: string;
  readonly unitPrice: string;
  /** A live formula for the price, used while the price still reads `formulaPrice`. */
  readonly formula?: string;
  readonly formulaPrice?: string;
  /** Used only when support is typed line by line. */
  readonly support: string;
  readonly other: string;
  readonly note: string;
}

export interface WizardState {
  readonly step: number;
  /** Code of the đề án being changed; null while a new one is made. */
  readonly editing: string | null;
  /** How the workbook read when it was opened to be changed: what moved on since is not overwritten. */
  readonly baseline: string;
  /** Code of law/support-kinds.ts, or "" before the choice. */
  readonly kind: string;
  /** Content 1…9 where the workbook says another than the kind usually belongs to; null = as the kind. */
  readonly content: number | null;
  readonly code: string;
  readonly name: string;
  readonly fund: Fund;
  readonly count: string;
  readonly place: string;
  readonly priority: boolean;
  readonly beneficiary: string;
  readonly trade: string;
  readonly start: string;
  readonly end: string;
  readonly result: string;
  readonly source: string;
  readonly note: string;
  /** Codes of the đề án it is carried out with: "DA02; DA05". */
  readonly linkedTo: string;
  readonly replicaOf: string;
  readonly lines: readonly LineInput[];
  /** Support asked for the whole đề án; shared out over the lines unless `byLine`. */
  readonly requested: string;
  readonly byLine: boolean;
}

export type FieldError =
  | "required"
  | "code-taken"
  | "date-unreadable"
  | "end-before-start"
  | "support-over-cost"
  | "line-support-over-amount"
  | AmountError
  | QuantityError;

export interface LineFigures {
  readonly amountDong: Dong | null;
  readonly supportDong: Dong | null;
  readonly counterpartDong: Dong | null;
}

export interface Evaluation {
  /** Field → error; lines are "line.<id>.<field>". */
  readonly errors: Readonly<Record<string, FieldError>>;
  readonly lines: Readonly<Record<number, LineFigures>>;
  readonly totalDong: Dong;
  readonly supportDong: Dong;
  readonly otherDong: Dong;
  readonly counterpartDong: Dong;
  /** Null until a kind is chosen and the as-of date is known. */
  readonly ceiling: Result<SupportCeiling> | null;
  /** Support over the ceiling, 0 when within it or when there is none. */
  readonly overDong: Dong;
}

export interface Context {
  readonly law: LawBook;
  readonly asOf: IsoDate | null;
  /** Codes already in the workbook. */
  readonly takenCodes: readonly string[];
}

export interface StarterLine {
  readonly item: string;
  readonly unit: string;
}

const ZERO = dong(0);

/** "DA01", or one above the highest number of that form. */
export function nextCode(taken: readonly string[]): string {
  const numbers = taken.map((code) => Number(/^DA(\d{1,4})$/i.exec(code)?.[1] ?? 0));
  return `DA${String(Math.max(0, ...numbers) + 1).padStart(2, "0")}`;
}

function emptyLine(id: number, starter: StarterLine): LineInput {
  return {
    id,
    row: null,
    item: starter.item,
    unit: starter.unit,
    quantity: "",
    unitPrice: "",
    support: "",
    other: "",
    note: "",
  };
}

export function newWizard(taken: readonly string[]): WizardState {
  return {
    step: 0,
    editing: null,
    baseline: "",
    kind: "",
    content: null,
    code: nextCode(taken),
    name: "",
    fund: "QG",
    count: "1",
    place: "",
    priority: false,
    beneficiary: "",
    trade: "",
    start: "",
    end: "",
    result: "",
    source: "",
    note: "",
    linkedTo: "",
    replicaOf: "",
    lines: [],
    requested: "",
    byLine: false,
  };
}

/** Prices are never filled in: only what is to be bought, and in which unit. */
export function chooseKind(state: WizardState, kind: string, starters: readonly StarterLine[]): WizardState {
  const typed = state.lines.some((line) => line.quantity !== "" || line.unitPrice !== "" || line.note !== "");
  const content = state.kind === kind ? state.content : null;
  if (state.kind === kind || typed) return { ...state, kind, content };
  return { ...state, kind, content, lines: starters.map((starter, index) => emptyLine(index + 1, starter)) };
}

export function nextLineId(state: WizardState): number {
  return Math.max(0, ...state.lines.map((line) => line.id)) + 1;
}

export function addLine(state: WizardState): WizardState {
  return { ...state, lines: [...state.lines, emptyLine(nextLineId(state), { item: "", unit: "" })] };
}

/** A line made elsewhere; it takes the place of a line nobody has begun. */
export function takeLine(state: WizardState, line: LineInput): WizardState {
  const begun = state.lines.filter((one) => one.item !== "" || one.unit !== "" || one.quantity !== "");
  return { ...state, lines: [...begun, line] };
}

export function removeLine(state: WizardState, id: number): WizardState {
  return { ...state, lines: state.lines.filter((line) => line.id !== id) };
}

export function editLine(state: WizardState, id: number, change: Partial<LineInput>): WizardState {
  return { ...state, lines: state.lines.map((line) => (line.id === id ? { ...line, ...change } : line)) };
}

type Errors = Record<string, FieldError>;

function readDate(field: string, text: string, errors: Errors): IsoDate | undefined {
  if (cleanText(text) === "") return undefined;
  const result = parseDate(text);
  if (result.ok) return result.value;
  errors[field] = "date-unreadable";
  return undefined;
}

function readQuantity(field: string, text: string, errors: Errors): Quantity | null {
  if (cleanText(text) === "") {
    errors[field] = "required";
    return null;
  }
  const parsed = parseQuantityInput(text);
  if (parsed.ok) return parsed.value;
  errors[field] = parsed.error;
  return null;
}

function readDong(field: string, text: string, errors: Errors, required: boolean): Dong | null {
  if (cleanText(text) === "") {
    if (required) errors[field] = "required";
    return required ? null : ZERO;
  }
  const parsed = parseDongInput(text);
  if (parsed.ok) return parsed.value;
  errors[field] = parsed.error;
  return null;
}

function checkAbout(state: WizardState, context: Context, errors: Errors): void {
  const code = cleanText(state.code);
  const own = state.editing !== null && code.toUpperCase() === state.editing.toUpperCase();
  if (code === "") errors["code"] = "required";
  else if (!own && context.takenCodes.some((taken) => taken.toUpperCase() === code.toUpperCase()))
    errors["code"] = "code-taken";
  if (cleanText(state.name) === "") errors["name"] = "required";
  if (state.kind === "") errors["kind"] = "required";
  readQuantity("count", state.count, errors);
  const start = readDate("start", state.start, errors);
  const end = readDate("end", state.end, errors);
  if (start !== undefined && end !== undefined && end < start) errors["end"] = "end-before-start";
}

interface ReadLine {
  readonly line: LineInput;
  readonly quantity: Quantity | null;
  readonly priceDong: Dong | null;
  readonly amountDong: Dong | null;
  readonly otherDong: Dong | null;
}

function readLine(line: LineInput, errors: Errors): ReadLine {
  const at = (field: string) => `line.${line.id}.${field}`;
  if (cleanText(line.item) === "") errors[at("item")] = "required";
  if (cleanText(line.unit) === "") errors[at("unit")] = "required";
  const quantity = readQuantity(at("quantity"), line.quantity, errors);
  const priceDong = readDong(at("unitPrice"), line.unitPrice, errors, true);
  const otherDong = readDong(at("other"), line.other, errors, false);
  const amountDong = quantity === null || priceDong === null ? null : lineAmount(quantity, priceDong);
  if (quantity !== null && priceDong !== null && amountDong === null)
    errors[at("unitPrice")] = "amount-too-large";
  return { line, quantity, priceDong, amountDong, otherDong };
}

/** Support of each line: typed, or the whole shared out in proportion to the amounts so that it adds up exactly. */
function supportsOf(state: WizardState, lines: readonly ReadLine[], errors: Errors): (Dong | null)[] {
  if (state.byLine)
    return lines.map(({ line }) => readDong(`line.${line.id}.support`, line.support, errors, false));
  const requested = readDong("requested", state.requested, errors, true);
  const weights = lines.map(({ amountDong }) => amountDong ?? ZERO);
  const total = addDong(...weights);
  if (requested === null) return lines.map(() => null);
  if (requested > total) errors["requested"] = "support-over-cost";
  return total === 0 ? lines.map(() => null) : split(requested, weights);
}

function figuresOf(state: WizardState, read: readonly ReadLine[], errors: Errors) {
  const supports = supportsOf(state, read, errors);
  const lines: Record<number, LineFigures> = {};
  const sum = { total: ZERO, support: ZERO, other: ZERO };
  read.forEach(({ line, amountDong, otherDong }, index) => {
    const supportDong = supports[index] ?? null;
    const known = amountDong !== null && supportDong !== null && otherDong !== null;
    const counterpartDong = known ? subtractDong(subtractDong(amountDong, supportDong), otherDong) : null;
    if (counterpartDong !== null && counterpartDong < 0 && errors["requested"] === undefined) {
      errors[`line.${line.id}.${state.byLine ? "support" : "other"}`] = "line-support-over-amount";
    }
    lines[line.id] = { amountDong, supportDong, counterpartDong };
    sum.total = addDong(sum.total, amountDong ?? ZERO);
    sum.support = addDong(sum.support, supportDong ?? ZERO);
    sum.other = addDong(sum.other, otherDong ?? ZERO);
  });
  return { lines, sum };
}

function ceilingOf(state: WizardState, totalDong: Dong, context: Context): Result<SupportCeiling> | null {
  if (state.kind === "" || context.asOf === null) return null;
  const count = parseQuantityInput(state.count);
  return computeSupportCeiling(context.law, {
    kind: state.kind,
    costDong: totalDong,
    ...(count.ok ? { count: count.value } : {}),
    priority: state.priority,
    date: context.asOf,
  });
}

export function evaluate(state: WizardState, context: Context): Evaluation {
  const errors: Errors = {};
  checkAbout(state, context, errors);
  const read = state.lines.map((line) => readLine(line, errors));
  if (state.lines.length === 0) errors["lines"] = "required";
  const { lines, sum } = figuresOf(state, read, errors);
  const ceiling = ceilingOf(state, sum.total, context);
  const over = ceiling?.ok === true ? Math.max(0, sum.support - ceiling.value.maxDong) : 0;
  return {
    errors,
    lines,
    totalDong: sum.total,
    supportDong: sum.support,
    otherDong: sum.other,
    counterpartDong: subtractDong(subtractDong(sum.total, sum.support), sum.other),
    ceiling,
    overDong: dong(over),
  };
}

export const STEP_COUNT = 3;

/** Which step shows a field. */
export function stepOf(field: string): number {
  if (field === "kind") return 0;
  return field === "requested" || field === "lines" || field.startsWith("line.") ? 2 : 1;
}

export function errorsOfStep(evaluation: Evaluation, step: number): string[] {
  return Object.keys(evaluation.errors).filter((field) => stepOf(field) === step);
}

function optional(text: string): string | undefined {
  const clean = cleanText(text);
  return clean === "" ? undefined : clean;
}

/** A cost line and where it stands; null = a new line. */
export type PlacedCost = CostDraft & { readonly row: number | null };

export interface Drafts {
  readonly deAn: DeAnDraft;
  readonly costs: readonly PlacedCost[];
}

/** The formula stays while nobody has typed another price over what it gave. */
function liveFormula(line: LineInput): string | undefined {
  return line.formula !== undefined && line.unitPrice === line.formulaPrice ? line.formula : undefined;
}

/** The lines to write; null while something is wrong. */
export function toDrafts(state: WizardState, context: Context): Drafts | null {
  const evaluation = evaluate(state, context);
  const kind = findSupportKind(state.kind);
  const count = parseQuantityInput(state.count);
  if (Object.keys(evaluation.errors).length > 0 || kind === null || !count.ok) return null;
  const errors: Errors = {};
  const code = cleanText(state.code);
  const costs = state.lines.map((line): PlacedCost => {
    const formula = liveFormula(line);
    const { quantity, priceDong, otherDong } = readLine(line, errors);
    const figures = evaluation.lines[line.id];
    return {
      row: line.row,
      deAnCode: code,
      item: cleanText(line.item),
      unit: cleanText(line.unit),
      quantity: quantity as Quantity,
      unitPriceDong: priceDong as Dong,
      ...(formula === undefined ? {} : { unitPriceFormula: formula }),
      supportDong: figures?.supportDong ?? ZERO,
      ...(otherDong === null || otherDong === 0 ? {} : { otherDong }),
      note: optional(line.note),
    };
  });
  const deAn: DeAnDraft = {
    code,
    name: cleanText(state.name),
    content: state.content ?? kind.content,
    kind: kind.code,
    fund: state.fund,
    count: count.value,
    place: optional(state.place),
    priority: state.priority,
    beneficiary: optional(state.beneficiary),
    trade: optional(state.trade),
    start: readDate("start", state.start, errors),
    end: readDate("end", state.end, errors),
    result: optional(state.result),
    source: optional(state.source),
    note: optional(state.note),
    linkedTo: optional(state.linkedTo),
    replicaOf: optional(state.replicaOf),
  };
  return { deAn, costs };
}
