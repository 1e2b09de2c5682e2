/** Which rows SUMIFS and its relatives take: the conditions as the grid reads them. */
import type { CellValue } from "../kernel/flat.ts";
import type { Expression } from "./explain-formula.ts";

export interface Condition {
  readonly range: Expression;
  readonly criterion: Expression;
}

export interface Conditional {
  /** The cells that are added up or counted. */
  readonly target: Expression;
  readonly conditions: readonly Condition[];
}

function pairs(args: readonly Expression[]): Condition[] {
  const out: Condition[] = [];
  for (let at = 0; at + 1 < args.length; at += 2) {
    const [range, criterion] = [args[at], args[at + 1]];
    if (range !== undefined && criterion !== undefined) out.push({ range, criterion });
  }
  return out;
}

/** The parts of SUMIFS(sum; range; criterion …), SUMIF(range; criterion; [sum]) and their counting forms; else null. */
export function readConditional(name: string, args: readonly Expression[]): Conditional | null {
  const [first, second, third] = args;
  if (first === undefined || second === undefined) return null;
  switch (name) {
    case "SUMIFS":
    case "AVERAGEIFS":
    case "MINIFS":
    case "MAXIFS":
      return { target: first, conditions: pairs(args.slice(1)) };
    case "SUMIF":
    case "AVERAGEIF":
      return { target: third ?? first, conditions: [{ range: first, criterion: second }] };
    case "COUNTIF":
    case "COUNTIFS":
      return { target: first, conditions: pairs(args) };
    default:
      return null;
  }
}

function wildcard(pattern: string): RegExp {
  const source = pattern.replace(/~([*?~])|[*?]|[.+^${}()|[\]\\]/g, (found, escaped: string | undefined) => {
    if (escaped !== undefined) return `\\${escaped}`;
    return found === "*" ? ".*" : found === "?" ? "." : `\\${found}`;
  });
  return new RegExp(`^${source}$`, "is");
}

function compare(operator: string, value: number, wanted: number): boolean {
  if (operator === "<") return value < wanted;
  if (operator === ">") return value > wanted;
  if (operator === "<=") return value <= wanted;
  if (operator === ">=") return value >= wanted;
  return operator === "<>" ? value !== wanted : value === wanted;
}

/** A criterion is a value ("DA01", 5) or text with an operator (">=5", "<>"), with * and ? as wildcards. */
export function meets(value: CellValue, criterion: CellValue): boolean {
  if (typeof criterion === "boolean") return value === criterion;
  const text = criterion === null ? "0" : String(criterion);
  const [, operator = "", wanted = ""] = /^(<=|>=|<>|<|>|=)?([^]*)$/.exec(text) ?? [];
  const number = wanted.trim() === "" ? Number.NaN : Number(wanted);
  if (!Number.isNaN(number)) {
    const own =
      typeof value === "number"
        ? value
        : typeof value === "string" && value.trim() !== ""
          ? Number(value)
          : Number.NaN;
    return Number.isNaN(own) ? operator === "<>" : compare(operator, own, number);
  }
  const shown = value === null ? "" : String(value);
  if (operator === "<" || operator === ">" || operator === "<=" || operator === ">=") return false;
  const equal = wanted === "" ? shown === "" : wildcard(wanted).test(shown);
  return operator === "<>" ? !equal : equal;
}
