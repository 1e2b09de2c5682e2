import { expect, test } from "vitest";
import { FlatWorkbookSchema, WORKBOOK_LIMITS } from "./workbook.ts";

const isTaken = (sheet: { name?: string; cells?: Record<string, unknown> }): boolean =>
  FlatWorkbookSchema.safeParse({ sheets: [{ name: "KC_DeAn", cells: {}, ...sheet }] }).success;
const isTextTaken = (value: string): boolean => isTaken({ cells: { A1: { value } } });
const isFormulaTaken = (formula: string): boolean => isTaken({ cells: { A1: { value: 0, formula } } });

/** Two characters of two units each that compose into one of two. */
const COMPOSES = "\u{11099}\u{110ba}";
/** One unit that becomes three characters in the composed form of text. */
const GROWS = "\ufb2c";
/** One character of two units. */
const WIDE = "😀";

test("the lengths are Excel's, which counts UTF-16 units: as it came, and in its composed form", () => {
  expect([COMPOSES.length, COMPOSES.normalize("NFC").length]).toEqual([4, 2]);
  expect([GROWS.length, GROWS.normalize("NFC").length]).toEqual([1, 3]);

  const { sheetNameLength, textLength, formulaLength } = WORKBOOK_LIMITS;
  const wide = (units: number) => WIDE.repeat(units / 2) + "a".repeat(units % 2);
  const composing = (units: number) => COMPOSES.repeat(Math.floor(units / 4)) + "a".repeat(units % 4);
  const growing = (units: number) => GROWS.repeat(Math.floor(units / 3)) + "a".repeat(units % 3);
  for (const make of [wide, composing, growing]) {
    expect([isTaken({ name: make(sheetNameLength) }), isTaken({ name: make(sheetNameLength + 1) })]).toEqual([
      true,
      false,
    ]);
    expect([isTextTaken(make(textLength)), isTextTaken(make(textLength + 1))]).toEqual([true, false]);
  }
  const formula = (units: number) => `=${wide(units - 1)}`;
  expect([isFormulaTaken(formula(formulaLength)), isFormulaTaken(formula(formulaLength + 1))]).toEqual([
    true,
    false,
  ]);
});
