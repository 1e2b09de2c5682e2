/** The law behind a frozen figure: the citation of the KC function that gave it, with the arguments it had that day. */
import { cellAddress } from "../kernel/address.ts";
import type { CitationView } from "../kernel/citation.ts";
import type { FlatSheet, FlatWorkbook } from "../kernel/flat.ts";
import { describeView } from "../law/read.ts";
import type { Argument, CallBooks } from "./explain-arguments.ts";
import { explainCall } from "./explain-call.ts";
import { isCell, parseFormula, type Expression } from "./explain-formula.ts";
import type { ExplainNode } from "./explain-node.ts";
import type { CiteCell } from "./freeze.ts";
import { findSheet } from "./read.ts";

/** More articles than this in one note are not read by anybody. */
const MOST_CITATIONS = 4;
/** Functions whose answer is itself the law in words. */
const WORDS = new Set(["KC.CANCU"]);

function valueOf(workbook: FlatWorkbook, expression: Expression, home: FlatSheet): Argument {
  if (expression.kind === "literal") return expression.value;
  if (expression.kind !== "area" || !isCell(expression.area)) return undefined;
  const { sheet: name, firstColumn, firstRow } = expression.area;
  const sheet = name === null ? home : findSheet(workbook, name);
  return sheet?.cells[cellAddress(firstColumn, firstRow)]?.value ?? null;
}

function citations(nodes: readonly ExplainNode[], out: CitationView[]): CitationView[] {
  for (const node of nodes) {
    if (node.cite !== undefined) out.push(node.cite);
    citations(node.children, out);
  }
  return out;
}

/** Calls anywhere in the formula, outermost first. */
function callsOf(expression: Expression): Extract<Expression, { kind: "call" }>[] {
  if (expression.kind === "call") return [expression, ...expression.args.flatMap(callsOf)];
  return expression.kind === "operation" ? expression.parts.flatMap(callsOf) : [];
}

/** Answers for `freezeWorkbook`; formulas without a KC function that rests on law give null. */
export function lawCiter(workbook: FlatWorkbook, books: CallBooks): CiteCell {
  return (sheet, _address, cell) => {
    if (cell.formula === undefined || !/KC\./i.test(cell.formula)) return null;
    const found: CitationView[] = [];
    for (const call of callsOf(parseFormula(cell.formula))) {
      if (WORDS.has(call.name)) continue;
      const args = call.args.map((arg) => valueOf(workbook, arg, sheet));
      const answer = explainCall(call.name, args, books);
      if (answer?.ok !== true) continue;
      if (answer.value.cite !== undefined) found.push(answer.value.cite);
      citations(answer.value.children, found);
    }
    const sentences = [...new Set(found.map(describeView))].slice(0, MOST_CITATIONS);
    return sentences.length === 0 ? null : sentences.join("\n");
  };
}
