/** Two versions of a norm beside each other: each consumption over all its steps. */
import { toQuantity, type Quantity } from "../kernel/quantity.ts";
import { foldKey } from "../kernel/text.ts";
import { costTypeOf, type Norm, type NormLine } from "./model.ts";

export interface QuantityChange {
  readonly type: string;
  readonly resource: string;
  readonly unit: string;
  /** Null: the norm has no such line. */
  readonly before: Quantity | null;
  readonly after: Quantity | null;
}

interface Summed {
  readonly line: NormLine;
  readonly sum: bigint;
}

/** Machines: with load and without. */
const amountsOf = (line: NormLine) =>
  line.kind === "machine" ? [line.loaded, line.unloaded] : [line.quantity];

const typeOf = (line: NormLine) => (line.kind === "tool" ? "DC" : costTypeOf(line));

function quantitiesOf(norm: Norm | null): Map<string, Summed> {
  const sums = new Map<string, Summed>();
  for (const line of norm?.lines ?? []) {
    const key = [typeOf(line), line.resource, line.unit].map(foldKey).join("|");
    const amount = amountsOf(line).reduce((total, text) => {
      const value = text === null || text === undefined ? null : toQuantity(text);
      return total + (value?.ok === true ? value.value : 0n);
    }, 0n);
    sums.set(key, { line, sum: (sums.get(key)?.sum ?? 0n) + amount });
  }
  return sums;
}

/** Consumptions whose quantity differs, those of the old norm first. */
export function quantityChanges(before: Norm | null, after: Norm): QuantityChange[] {
  const [old, next] = [quantitiesOf(before), quantitiesOf(after)];
  return [...new Set([...old.keys(), ...next.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), next.get(key)];
    const line = is?.line ?? was?.line;
    if (line === undefined || was?.sum === is?.sum) return [];
    return [
      {
        type: typeOf(line),
        resource: line.resource,
        unit: line.unit,
        before: (was?.sum as Quantity | undefined) ?? null,
        after: (is?.sum as Quantity | undefined) ?? null,
      },
    ];
  });
}
