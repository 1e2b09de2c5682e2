import fc from "fast-check";
import { expect, test } from "vitest";
import type { FlatCell, FlatWorkbook } from "../../../shared/kernel/flat.ts";
import { builtinLawBook } from "../../../shared/law/book.ts";
import { buildFlatWorkbook } from "../../../shared/workbook/build.ts";
import { quangNinh2018 } from "../../../shared/workbook/demo.ts";
import { compareWorkbooks } from "./queue-diff.ts";

const book = buildFlatWorkbook(quangNinh2018(), builtinLawBook());

function withCell(workbook: FlatWorkbook, sheet: string, address: string, cell: FlatCell): FlatWorkbook {
  return {
    sheets: workbook.sheets.map((s) =>
      s.name === sheet ? { ...s, cells: { ...s.cells, [address]: cell } } : s,
    ),
  };
}

test("the same workbook has no difference; blank text and no cell are the same", () => {
  expect(compareWorkbooks(book, book)).toEqual([]);
  expect(compareWorkbooks(withCell(book, "KC_DeAn", "Z99", { value: "" }), book)).toEqual([]);
});

test("a changed cell is named by its header and line, its amounts written as in the sheet", () => {
  const header = Object.entries(book.sheets.find((s) => s.name === "KC_DuToan")?.cells ?? {}).find(
    ([, cell]) => cell.value === "Đơn giá",
  )?.[0];
  const letters = header?.replace(/\d+$/, "") ?? "";
  const mine = withCell(book, "KC_DuToan", `${letters}5`, { value: 1_234_567 });
  const [difference, ...rest] = compareWorkbooks(mine, book);
  expect(rest).toEqual([]);
  expect(difference).toMatchObject({ sheet: "KC_DuToan", cell: `${letters}5`, mine: "1.234.567" });
  expect(difference?.label).toMatch(/^Đơn giá · /);
  expect(difference?.theirs).toMatch(/^\d{1,3}(\.\d{3})+$/);
});

test("a date, an overwritten formula, a missing sheet and a sheet of one's own are shown as they are", () => {
  const info = book.sheets.find((s) => s.name === "KC_ThongTin");
  const dated = Object.entries(info?.cells ?? {}).find(
    ([address, cell]) =>
      address.startsWith("B") && typeof cell.value === "number" && cell.value > 40_000 && cell.value < 50_000,
  );
  const moved = withCell(book, "KC_ThongTin", dated?.[0] ?? "", { value: 43_466 });
  expect(compareWorkbooks(moved, book)).toMatchObject([{ cell: dated?.[0], mine: "01/01/2019" }]);
  const sheet = book.sheets.find((s) => s.name === "KC_DeAn");
  const [address, cell] = Object.entries(sheet?.cells ?? {}).find(([, c]) => c.formula !== undefined) ?? [
    "",
    undefined,
  ];
  const frozen = withCell(book, "KC_DeAn", address, { value: cell?.value ?? null });
  expect(compareWorkbooks(frozen, book)).toMatchObject([{ cell: address, mine: "", theirs: cell?.formula }]);
  const own = {
    sheets: [...book.sheets, { name: "Ghi chú", cells: { A1: { value: "riêng" }, B1: { value: 0.5 } } }],
  };
  expect(compareWorkbooks(own, book)).toMatchObject([
    { sheet: "Ghi chú", cell: "A1", label: "", mine: "riêng", theirs: "" },
    { cell: "B1", mine: "0,5" },
  ]);
  expect(compareWorkbooks(book, { sheets: [] }).every((d) => d.theirs === "")).toBe(true);
});

test("every changed cell is found, and only those; swapping the sides swaps the words", () => {
  const cells = fc.dictionary(
    fc.tuple(fc.constantFrom("A", "B", "AA"), fc.integer({ min: 1, max: 20 })).map(([c, r]) => `${c}${r}`),
    fc.oneof(fc.integer(), fc.string({ minLength: 1 }), fc.boolean()).map((value) => ({ value })),
  );
  fc.assert(
    fc.property(cells, cells, (a, b) => {
      const bookOf = (side: Record<string, FlatCell>): FlatWorkbook => ({
        sheets: [{ name: "X", cells: side }],
      });
      const [mine, theirs] = [bookOf(a), bookOf(b)] as const;
      const found = compareWorkbooks(mine, theirs);
      const changed = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
        (address) => a[address]?.value !== b[address]?.value,
      );
      expect(found.map(({ cell }) => cell).sort()).toEqual(changed.sort());
      const back = compareWorkbooks(theirs, mine);
      expect(back.map(({ mine: m, theirs: t }) => [t, m])).toEqual(
        found.map(({ mine: m, theirs: t }) => [m, t]),
      );
    }),
    { numRuns: 60 },
  );
});
