/** The little arithmetic that stands in the arguments of calls. */
import { dateFromParts, serialFromDate, type IsoDate } from "../kernel/date.ts";
import type { Argument } from "./explain-arguments.ts";

const STEPS: Readonly<Record<string, (a: number, b: number) => number>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
};

/** Whole numbers only: an argument that needs fractions is shown by its cells and not worked out again. */
export function arithmetic(operator: string, values: readonly Argument[]): Argument {
  const numbers = values.map((value) => (value === null ? 0 : value));
  if (!numbers.every((value): value is number => typeof value === "number" && Number.isSafeInteger(value)))
    return undefined;
  const [first = 0, ...others] = numbers;
  if (others.length === 0) return operator === "-" ? -first : undefined;
  const step = STEPS[operator];
  if (step === undefined) return undefined;
  const result = others.reduce(step, first);
  return Number.isSafeInteger(result) ? result : undefined;
}

/** DATE(2018; 6; 30) as its serial; TODAY(), which has no parts, as the day of the question. */
export function dateSerial(parts: readonly Argument[], today: IsoDate | null): Argument {
  if (parts.length === 0) return today === null ? undefined : serialFromDate(today);
  const [year = Number.NaN, month = Number.NaN, day = Number.NaN] = parts.map((part) =>
    Number(part ?? Number.NaN),
  );
  const date = dateFromParts(year, month, day);
  return date.ok ? serialFromDate(date.value) : undefined;
}
