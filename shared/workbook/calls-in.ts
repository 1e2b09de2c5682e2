import type { Expression } from "./explain-formula.ts";

interface Call {
  readonly name: string;
  readonly args: readonly Expression[];
}

/** The functions an expression calls, outermost first. */
export function callsIn(expression: Expression): Call[] {
  if (expression.kind === "operation") return expression.parts.flatMap(callsIn);
  if (expression.kind !== "call") return [];
  return [expression, ...expression.args.flatMap(callsIn)];
}
