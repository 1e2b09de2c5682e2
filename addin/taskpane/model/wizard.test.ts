import { expect, test } from "vitest";
import { day } from "../../../shared/kernel/date.ts";
import { builtinLawBook } from "../../../shared/law/book.ts";
import {
  addLine,
  chooseKind,
  editLine,
  evaluate,
  newWizard,
  nextCode,
  toDrafts,
  type Context,
  type WizardState,
} from "./wizard.ts";

const context: Context = {
  law: builtinLawBook(),
  asOf: day("2018-05-10"),
  takenCodes: ["DA01", "DA07", "KHAC"],
};

function filled(change: Partial<WizardState> = {}): WizardState {
  let state = chooseKind(newWizard(context.takenCodes), "MAY-MOC", [
    { item: "Máy ép", unit: "máy" },
    { item: "Hướng dẫn vận hành", unit: "gói" },
  ]);
  state = editLine(state, 1, { quantity: "2", unitPrice: "250.000.000" });
  state = editLine(state, 2, { quantity: "1", unitPrice: "110 000 000" });
  return { ...state, name: " Ứng dụng  máy ép ", requested: "200.000.000", ...change };
}

test("the next code follows the highest of its form", () => {
  expect(nextCode([])).toBe("DA01");
  expect(nextCode(context.takenCodes)).toBe("DA08");
});

test("live figures: total, ceiling with its law, counterpart", () => {
  const result = evaluate(filled(), context);
  expect(result.errors).toEqual({});
  expect(result.totalDong).toBe(610_000_000);
  expect(result.ceiling).toMatchObject({ ok: true, value: { maxDong: 200_000_000, verified: "text" } });
  expect(result.counterpartDong).toBe(410_000_000);
  expect(result.overDong).toBe(0);
});

test("one đồng over the ceiling is told, and does not stop the drafter", () => {
  const result = evaluate(filled({ requested: "200.000.001" }), context);
  expect(result.overDong).toBe(1);
  expect(result.errors).toEqual({});
});

test("the support is shared out so that it adds up to the đồng", () => {
  const drafts = toDrafts(filled({ requested: "100.000.001" }), context);
  const supports = drafts?.costs.map((cost) => Number(cost.supportDong)) ?? [];
  expect(supports).toHaveLength(2);
  expect(supports.reduce((a, b) => a + b, 0)).toBe(100_000_001);
  expect(drafts?.deAn).toMatchObject({
    code: "DA08",
    name: "Ứng dụng máy ép",
    content: 3,
    kind: "MAY-MOC",
    fund: "QG",
  });
});

test("no price is ever invented: starter lines are empty and must be filled", () => {
  const fresh = chooseKind(newWizard([]), "MO-HINH", [{ item: "Máy móc", unit: "bộ" }]);
  expect(fresh.lines[0]).toMatchObject({ quantity: "", unitPrice: "", support: "" });
  expect(evaluate(fresh, context).errors).toMatchObject({
    "line.1.unitPrice": "required",
    "line.1.quantity": "required",
  });
  expect(toDrafts(fresh, context)).toBeNull();
});

test("changing the kind keeps lines somebody has typed in", () => {
  const changed = chooseKind(filled(), "MO-HINH", [{ item: "Khác", unit: "bộ" }]);
  expect(changed.lines.map((line) => line.item)).toEqual(["Máy ép", "Hướng dẫn vận hành"]);
});

test("wrong fields are named one by one", () => {
  const state = addLine(
    filled({ code: "da01", name: " ", start: "31/02/2018", count: "0", requested: "1,5" }),
  );
  expect(evaluate(state, context).errors).toMatchObject({
    code: "code-taken",
    name: "required",
    start: "date-unreadable",
    count: "quantity-not-positive",
    requested: "amount-unreadable",
    "line.3.item": "required",
  });
});

test("the end is not before the start, the support not above the cost", () => {
  const late = filled({ start: "01/06/2018", end: "31/05/2018", requested: "700.000.000" });
  expect(evaluate(late, context).errors).toMatchObject({
    end: "end-before-start",
    requested: "support-over-cost",
  });
});

test("support typed line by line may not exceed its line", () => {
  const state = editLine(filled({ byLine: true }), 2, { support: "110.000.001" });
  expect(evaluate(state, context).errors).toEqual({ "line.2.support": "line-support-over-amount" });
});

test("a kind without a level of its own says so instead of a figure", () => {
  const result = evaluate(filled({ kind: "DAO-TAO" }), context);
  expect(result.ceiling).toMatchObject({ ok: false, error: { code: "support-no-own-level" } });
});
