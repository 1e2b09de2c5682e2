/** What was typed of a norm, read as a norm of the shared model: every error under the path of its field. Pure. */
import { quantity, quantityToString, toQuantity, type Quantity } from "../../../shared/kernel/quantity.ts";
import { cleanText } from "../../../shared/kernel/text.ts";
import type { Difficulty, Norm, NormLine, NormStep } from "../../../shared/norms/model.ts";
import { parseDongInput, type AmountError } from "./amount.ts";
import type { LineDraft, NormDraft } from "./norm-draft.ts";

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
