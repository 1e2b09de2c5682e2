/** A norm being drafted: what the person typed, kept as typed, and its reading as a norm of the shared model. Pure. */
import { quantity, quantityToString, toQuantity, type Quantity } from "../../../shared/kernel/quantity.ts";
import { cleanText } from "../../../shared/kernel/text.ts";
import type { CostType } from "../../../shared/norms/import.ts";
import type { Difficulty, Norm, NormLine, NormStep } from "../../../shared/norms/model.ts";
import { parseDongInput, type AmountError } from "./amount.ts";

export type LineKind = NormLine["kind"];
export const LINE_KINDS = ["labour", "material", "machine", "tool", "percent"] as const;
export type PercentOf = CostType | "DC";

/** Every field as typed: Vietnamese notation, "-" in a quantity for "not applicable". */
export interface LineDraft {
  readonly id: number;
  readonly kind: LineKind;
  readonly resource: string;
  readonly unit: string;
  readonly quantity: string;
  readonly unloaded: string;
  readonly loss: string;
  readonly recovery: string;
  readonly scale: string;
  readonly coefficient: string;
  readonly lifeMonths: string;
  readonly of: PercentOf;
  readonly step: string;
  readonly requirement: string;
  readonly note: string;
  /** Own price in đồng; blank = from the price lists, labour by its grade. */
  readonly price: string;
  readonly depreciation: string;
  /** Where it stands in KC_DinhMuc when an own norm is being changed. */
  readonly row?: number | null;
}

export interface StepDraft {
  readonly id: number;
  readonly name: string;
  readonly coefficient: string;
}

export interface ClassDraft {
  readonly id: number;
  readonly name: string;
  readonly factor: string;
  readonly appliesTo: readonly CostType[];
}

export interface NormDraft {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly content: string;
  readonly conditions: string;
  /** One step of the service process, or one criterion, a line. */
  readonly process: string;
  readonly quality: string;
  readonly note: string;
  readonly management: string;
  readonly lines: readonly LineDraft[];
  readonly steps: readonly StepDraft[];
  readonly classes: readonly ClassDraft[];
  /** Code of the norm it was copied from. */
  readonly copiedFrom: string | null;
  /** Code of the workbook's own norm that is being changed, and what the sheet said of it then. */
  readonly editing?: string | null;
  readonly baseline?: string;
  readonly next: number;
}

const UNIT_OF: Readonly<Record<LineKind, string>> = {
  labour: "công",
  material: "",
  machine: "ca",
  tool: "ca",
  percent: "%",
};

export function emptyLine(id: number, kind: LineKind, of: PercentOf = "VL"): LineDraft {
  const blank = { quantity: "", unloaded: "", loss: "", recovery: "", scale: "", coefficient: "" };
  const rest = { lifeMonths: "", step: "", requirement: "", note: "", price: "", depreciation: "" };
  return { id, kind, resource: "", unit: UNIT_OF[kind], of, ...blank, ...rest };
}

export const EMPTY_NORM: NormDraft = {
  code: "",
  name: "",
  unit: "",
  content: "",
  conditions: "",
  process: "",
  quality: "",
  note: "",
  management: "",
  lines: [emptyLine(1, "labour")],
  steps: [],
  classes: [],
  copiedFrom: null,
  next: 2,
};

function shown(decimal: string | null | undefined): string {
  if (decimal === undefined) return "";
  return decimal === null ? "-" : decimal.replace(".", ",");
}

function lineOf(line: NormLine, id: number): LineDraft {
  const base = {
    ...emptyLine(id, line.kind),
    resource: line.resource,
    unit: line.unit,
    step: line.step ?? "",
    note: line.note ?? "",
  };
  switch (line.kind) {
    case "labour":
      return {
        ...base,
        quantity: shown(line.quantity),
        scale: line.grade?.scale ?? "",
        coefficient: shown(line.grade?.coefficient),
      };
    case "material":
      return {
        ...base,
        quantity: shown(line.quantity),
        loss: shown(line.lossPercent),
        recovery: shown(line.recoveryPercent),
        requirement: line.requirement ?? "",
      };
    case "machine":
      return {
        ...base,
        quantity: shown(line.loaded),
        unloaded: shown(line.unloaded ?? undefined),
        requirement: line.parameters ?? "",
      };
    case "tool":
      return { ...base, quantity: shown(line.quantity), lifeMonths: shown(line.lifeMonths) };
    case "percent":
      return { ...base, quantity: shown(line.quantity), of: line.of };
  }
}

/** A copy to start from: all lines, a code of its own still to be given. */
export function copyOf(norm: Norm): NormDraft {
  let next = 1;
  const nameOf = new Map(norm.steps.map((step) => [step.id, step.name]));
  const lines = norm.lines.map((line) => {
    const draft = lineOf(line, next++);
    return { ...draft, step: nameOf.get(draft.step) ?? draft.step };
  });
  // A step that holds neither a line nor a coefficient is told by the process already.
  const used = new Set(norm.lines.map((line) => line.step));
  const steps = norm.steps
    .filter((step) => step.parent === undefined && (used.has(step.id) || step.coefficient !== undefined))
    .map(({ name, coefficient }) => ({ id: next++, name, coefficient: shown(coefficient) }));
  const classes = norm.difficulty.map(({ name, factor, appliesTo }) => ({
    id: next++,
    name,
    factor: shown(factor),
    appliesTo,
  }));
  return {
    ...EMPTY_NORM,
    name: norm.name,
    unit: norm.unit,
    content: norm.content === null ? "" : String(norm.content),
    conditions: norm.conditions,
    process: norm.process.join("\n"),
    quality: norm.quality.join("\n"),
    note: norm.note,
    lines,
    steps,
    classes,
    copiedFrom: norm.code,
    next,
  };
}

export function addLine(draft: NormDraft, kind: LineKind, of?: PercentOf): NormDraft {
  return { ...draft, lines: [...draft.lines, emptyLine(draft.next, kind, of)], next: draft.next + 1 };
}

export function editLine(draft: NormDraft, id: number, change: Partial<LineDraft>): NormDraft {
  return { ...draft, lines: draft.lines.map((line) => (line.id === id ? { ...line, ...change } : line)) };
}

export function removeLine(draft: NormDraft, id: number): NormDraft {
  return { ...draft, lines: draft.lines.filter((line) => line.id !== id) };
}

export function addStep(draft: NormDraft): NormDraft {
  const step = { id: draft.next, name: "", coefficient: "" };
  return { ...draft, steps: [...draft.steps, step], next: draft.next + 1 };
}

/** Lines keep to their step when it is renamed. */
export function editStep(draft: NormDraft, id: number, change: Partial<StepDraft>): NormDraft {
  const before = draft.steps.find((step) => step.id === id)?.name ?? "";
  const steps = draft.steps.map((step) => (step.id === id ? { ...step, ...change } : step));
  if (change.name === undefined || before === "") return { ...draft, steps };
  const name = change.name;
  return { ...draft, steps, lines: draft.lines.map((l) => (l.step === before ? { ...l, step: name } : l)) };
}

export function removeStep(draft: NormDraft, id: number): NormDraft {
  const gone = draft.steps.find((step) => step.id === id)?.name;
  return {
    ...draft,
    steps: draft.steps.filter((step) => step.id !== id),
    lines: draft.lines.map((line) => (line.step === gone ? { ...line, step: "" } : line)),
  };
}

export function addClass(draft: NormDraft): NormDraft {
  const added: ClassDraft = { id: draft.next, name: "", factor: "", appliesTo: ["NC", "M"] };
  return { ...draft, classes: [...draft.classes, added], next: draft.next + 1 };
}

export function editClass(draft: NormDraft, id: number, change: Partial<ClassDraft>): NormDraft {
  return { ...draft, classes: draft.classes.map((one) => (one.id === id ? { ...one, ...change } : one)) };
}

export function removeClass(draft: NormDraft, id: number): NormDraft {
  return { ...draft, classes: draft.classes.filter((one) => one.id !== id) };
}

export type DraftError =
  | "required"
  | `quantity-${"unreadable" | "negative" | "not-positive" | "too-fine"}`
  | "percent-above-100"
  | AmountError;

/** "12,5", "0", "1.200,25" → a quantity, not negative. */
export function readDecimal(input: string): { value: Quantity } | { error: DraftError } {
  const text = cleanText(input);
  if (text.startsWith("-")) return { error: "quantity-negative" };
  const match = /^(\d{1,3}(?:[. ]\d{3})+|\d+)(?:,(\d+))?$/.exec(text);
  if (match === null) return { error: "quantity-unreadable" };
  const whole = (match[1] ?? "").replace(/[. ]/g, "");
  const result = toQuantity(match[2] === undefined ? whole : `${whole}.${match[2]}`);
  return result.ok ? { value: result.value } : { error: "quantity-too-fine" };
}

export type Errors = Record<string, DraftError>;

/** Reads one field; an error is put under its path and null given back. */
function decimalAt(errors: Errors, path: string, input: string, required: boolean): string | null {
  if (cleanText(input) === "") {
    if (required) errors[path] = "required";
    return null;
  }
  const read = readDecimal(input);
  if ("value" in read) return quantityToString(read.value);
  errors[path] = read.error;
  return null;
}

const HUNDRED = quantity("100");

/** A share of the whole. More is the same error the norm book names, said at the field, so that no price stands on it. */
function shareAt(errors: Errors, path: string, input: string): string | null {
  const text = decimalAt(errors, path, input, false);
  if (text === null || quantity(text) <= HUNDRED) return text;
  errors[path] = "percent-above-100";
  return null;
}

function requiredText(errors: Errors, path: string, input: string): string {
  const text = cleanText(input);
  if (text === "") errors[path] = "required";
  return text;
}

function linePath(line: LineDraft, field: keyof LineDraft): string {
  return `line.${line.id}.${field}`;
}

/** The quantity: null when it is "-". */
function amountOf(errors: Errors, line: LineDraft): string | null {
  return ["-", "–"].includes(cleanText(line.quantity))
    ? null
    : (decimalAt(errors, linePath(line, "quantity"), line.quantity, true) ?? "0");
}

function optional<K extends string, V>(key: K, value: V | null | ""): { [P in K]?: V } {
  return value === null || value === "" ? {} : ({ [key]: value } as { [P in K]: V });
}

function readLine(errors: Errors, line: LineDraft): NormLine {
  const at = (field: "unloaded" | "coefficient" | "lifeMonths", required = false) =>
    decimalAt(errors, linePath(line, field), line[field], required);
  const share = (field: "quantity" | "loss" | "recovery") =>
    shareAt(errors, linePath(line, field), line[field]);
  const base = {
    resource: requiredText(errors, linePath(line, "resource"), line.resource),
    unit: requiredText(errors, linePath(line, "unit"), line.unit),
    ...optional("step", cleanText(line.step)),
    ...optional("note", line.note.trim()),
  };
  const requirement = line.requirement.trim();
  const quantity = amountOf(errors, line);
  switch (line.kind) {
    case "labour": {
      const coefficient = at("coefficient", line.scale !== "");
      if (line.scale === "" && coefficient !== null) errors[linePath(line, "scale")] = "required";
      const grade =
        coefficient === null || line.scale === "" ? null : { scale: cleanText(line.scale), coefficient };
      return { kind: "labour", ...base, quantity, ...optional("grade", grade) };
    }
    case "material":
      return {
        kind: "material",
        ...base,
        quantity,
        ...optional("lossPercent", share("loss")),
        ...optional("recoveryPercent", share("recovery")),
        ...optional("requirement", requirement),
      };
    case "machine":
      return {
        kind: "machine",
        ...base,
        loaded: quantity,
        ...optional("unloaded", at("unloaded")),
        ...optional("parameters", requirement),
      };
    case "tool": {
      const life = at("lifeMonths", true);
      if (life === "0") errors[linePath(line, "lifeMonths")] = "quantity-not-positive";
      return { kind: "tool", ...base, quantity, lifeMonths: life === null || life === "0" ? "1" : life };
    }
    case "percent":
      return {
        kind: "percent",
        ...base,
        unit: "%",
        of: line.of,
        quantity: quantity === null ? "0" : (share("quantity") ?? "0"),
      };
  }
}

function readSteps(errors: Errors, draft: NormDraft): NormStep[] {
  return draft.steps.map((step) => {
    const name = requiredText(errors, `step.${step.id}.name`, step.name);
    const coefficient = decimalAt(errors, `step.${step.id}.coefficient`, step.coefficient, false);
    return { id: name, name, ...optional("coefficient", coefficient) };
  });
}

function readClasses(errors: Errors, draft: NormDraft): Difficulty[] {
  return draft.classes.map((one, index) => ({
    id: `K${index + 1}`,
    name: requiredText(errors, `class.${one.id}.name`, one.name),
    factor: decimalAt(errors, `class.${one.id}.factor`, one.factor, true) ?? "1",
    appliesTo: one.appliesTo,
  }));
}

function sentences(text: string): string[] {
  return text
    .split("\n")
    .map((line) => cleanText(line.replace(/;/g, ",")))
    .filter((line) => line !== "");
}

export interface DraftReading {
  /** With stand-ins (0, 1, blank) where a field has an error. */
  readonly norm: Norm;
  readonly errors: Errors;
}

export function readDraft(draft: NormDraft): DraftReading {
  const errors: Errors = {};
  for (const line of draft.lines) {
    for (const field of ["price", "depreciation"] as const) {
      const typed = cleanText(line[field]) === "" ? null : parseDongInput(line[field]);
      if (typed?.ok === false) errors[linePath(line, field)] = typed.error;
    }
  }
  shareAt(errors, "management", draft.management);
  return {
    errors,
    norm: {
      code: requiredText(errors, "code", draft.code),
      name: requiredText(errors, "name", draft.name),
      unit: requiredText(errors, "unit", draft.unit),
      content: /^[1-9]$/.test(draft.content) ? Number(draft.content) : null,
      conditions: draft.conditions.trim(),
      steps: readSteps(errors, draft),
      lines: draft.lines.map((line) => readLine(errors, line)),
      difficulty: readClasses(errors, draft),
      process: sentences(draft.process),
      quality: sentences(draft.quality),
      note: draft.note.trim(),
    },
  };
}
