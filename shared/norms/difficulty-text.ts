/** Difficulty classes of a norm as one cell of text: "Vùng núi: 1,2 (NC, M); Hải đảo: 1,3 (NC)". */
import { parseNumberText } from "../kernel/number-text.ts";
import { formatQuantity, quantityToString, toQuantity } from "../kernel/quantity.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { COST_TYPES, type CostType } from "./import.ts";
import type { Difficulty } from "./model.ts";

const CLASS = /^(.+?)\s*:\s*([\d.,]+)\s*(?:\(([^()]*)\))?$/;

function typesOf(text: string | undefined): CostType[] | null {
  if (text === undefined) return [...COST_TYPES];
  const words = text.split(",").map((word) => word.trim().toUpperCase());
  const types = COST_TYPES.filter((type) => words.includes(type));
  return types.length === words.length ? types : null;
}

/** Error: difficulty-text. Types left out mean all; ids count from K1 in the order written. */
export function parseDifficulty(text: string): Result<Difficulty[]> {
  const out: Difficulty[] = [];
  for (const part of text
    .split(";")
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "")) {
    const match = CLASS.exec(part);
    const plain = match === null ? null : parseNumberText(match[2] ?? "");
    const factor = plain?.ok === true ? toQuantity(plain.value) : null;
    const appliesTo = typesOf(match?.[3]);
    if (match === null || factor?.ok !== true || appliesTo === null)
      return fail(
        "VALUE",
        "difficulty-text",
        `Không hiểu hệ số khó khăn “${part}”; viết như “Vùng núi: 1,2 (NC, M)”.`,
        `“${part}” is not a difficulty class; write “Vùng núi: 1,2 (NC, M)”.`,
      );
    const name = match[1] ?? "";
    out.push({ id: `K${out.length + 1}`, name, factor: quantityToString(factor.value), appliesTo });
  }
  return ok(out);
}

export function difficultyText(classes: readonly Difficulty[]): string {
  return classes
    .map(({ name, factor, appliesTo }) => {
      const value = toQuantity(factor);
      return `${name}: ${value.ok ? formatQuantity(value.value) : factor} (${appliesTo.join(", ")})`;
    })
    .join("; ");
}
