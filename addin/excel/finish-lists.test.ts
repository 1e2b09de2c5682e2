import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DE_AN_SHEET, PRICE_SHEET } from "../../shared/workbook/template.ts";
import { finishLists, growTables } from "./finish-lists.ts";

let log: string[];
let refuses: string;
let supported: boolean;

/** As much of Excel as is asked for: every call noted, one kind of call refused. */
function sheetNamed(name: string) {
  const note = (what: string) => {
    if (what.startsWith(refuses) && refuses !== "") throw new Error(what);
    log.push(`${name} ${what}`);
  };
  return {
    tables: {
      add: (address: string, headers: boolean) => {
        note(`table ${address} ${String(headers)}`);
        return {};
      },
      getItemOrNullObject: (table: string) => ({
        isNullObject: table !== DE_AN_SHEET.tableName,
        getRange: () => ({
          load: () => undefined,
          rowIndex: 3,
          rowCount: 2,
          columnIndex: 0,
          columnCount: 23,
        }),
        resize: (address: string) => note(`resize ${address}`),
      }),
    },
    getRange: (address = "") => ({
      dataValidation: {
        set prompt(prompt: { title: string; message: string }) {
          note(`help ${address} ${prompt.title}`);
        },
      },
      format: {
        protection: {
          set locked(locked: boolean) {
            note(`${locked ? "lock" : "open"} ${address}`);
          },
        },
      },
    }),
    protection: { protect: () => note("protect") },
  };
}

const sheets = new Map<string, ReturnType<typeof sheetNamed>>();
const context = {
  sync: () => Promise.resolve(),
  workbook: { worksheets: { getItem: (name: string) => sheets.get(name) } },
} as unknown as Excel.RequestContext;
const made = (name: string) => sheets.get(name) as unknown as Excel.Worksheet;

beforeEach(() => {
  log = [];
  refuses = "";
  supported = true;
  for (const name of ["KC_DeAn", "KC_DonGia"]) sheets.set(name, sheetNamed(name));
  vi.stubGlobal("Office", { context: { requirements: { isSetSupported: () => supported } } });
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test("a new list is a table, explains its headers and locks headers and totals only", async () => {
  await finishLists(context, [{ sheet: made("KC_DeAn"), def: DE_AN_SHEET }]);
  expect(log[0]).toBe("KC_DeAn table A4:W5 true");
  expect(log).toContain("KC_DeAn help A4 Mã đề án");
  expect(log.slice(-4)).toEqual([
    "KC_DeAn open ",
    "KC_DeAn lock A4:W4",
    "KC_DeAn lock A3:W3",
    "KC_DeAn protect",
  ]);
});

test("a list without formulas is not locked; a host that offers less is left alone", async () => {
  await finishLists(context, [{ sheet: made("KC_DonGia"), def: PRICE_SHEET }]);
  expect(log.some((line) => line.includes("protect"))).toBe(false);
  log = [];
  supported = false;
  await finishLists(context, [{ sheet: made("KC_DeAn"), def: DE_AN_SHEET }]);
  await growTables(context, [{ sheet: "KC_DeAn", def: DE_AN_SHEET, lastRow: 9 }]);
  expect(log).toEqual([]);
});

test("a refused table does not cost the locks", async () => {
  refuses = "table";
  await finishLists(context, [{ sheet: made("KC_DeAn"), def: DE_AN_SHEET }]);
  expect(log.at(-1)).toBe("KC_DeAn protect");
});

test("a table grows to the new last line, never shrinks, and a sheet without one is no matter", async () => {
  const grow = (sheet: string, def: typeof DE_AN_SHEET, lastRow: number) =>
    growTables(context, [{ sheet, def, lastRow }]);
  await grow("KC_DeAn", DE_AN_SHEET, 9);
  await grow("KC_DeAn", DE_AN_SHEET, 5);
  await grow("KC_DonGia", PRICE_SHEET, 9);
  expect(log).toEqual(["KC_DeAn resize A4:W9"]);
});
