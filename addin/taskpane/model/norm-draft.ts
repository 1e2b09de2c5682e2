/** A norm being drafted: what the person typed, kept as typed. norm-reading.ts reads it. Pure. */
import type { CostType } from "../../../shared/norms/import.ts";
import type { Norm, NormLine } from "../../../shared/norms/model.ts";

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
