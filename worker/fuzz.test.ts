/** Whatever is sent, the answer is a receipt or a problem that says why: never a 5xx. */
import fc from "fast-check";
import { beforeAll, expect, test, vi } from "vitest";
import type { CellValue, FlatCell, FlatWorkbook } from "../shared/kernel/flat.ts";
import { ROUTES } from "./index.ts";
import { PERSON_OF, call, goodWorkbook, newKey, seedAll, send, tokenOf } from "./test-kit.ts";

beforeAll(seedAll);

const nasty = fc.constantFrom<CellValue>(
  "",
  " ",
  "#REF!",
  "=1+1",
  "1.234.567,5",
  "１２３",
  "30/02/2018",
  "31/12/9999",
  "-0",
  "NaN",
  "\u0000",
  "Đ\u031b",
  "QG",
  "DA01",
  "99",
  -1,
  0,
  0.1,
  1e-7,
  1e15,
  Number.MAX_SAFE_INTEGER + 1,
  1.7976931348623157e308,
  60,
  2958466,
  true,
  false,
  null,
);
const value = fc.oneof(
  nasty,
  fc.string({ maxLength: 40 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
);
const cell: fc.Arbitrary<FlatCell> = fc.record(
  { value, formula: fc.string({ maxLength: 30 }).map((text) => `=${text}`) },
  { requiredKeys: ["value"] },
);
const sheetNames = ["KC_ThongTin", "KC_DeAn", "KC_DuToan"] as const;
const column = fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTU");
const address = fc.tuple(column, fc.integer({ min: 1, max: 8 })).map(([letter, row]) => `${letter}${row}`);
const change = fc.record({ sheet: fc.constantFrom(...sheetNames), address, cell });

function changed(
  workbook: FlatWorkbook,
  changes: readonly { sheet: string; address: string; cell: FlatCell }[],
): FlatWorkbook {
  return {
    sheets: workbook.sheets.map((sheet) => {
      const cells = { ...sheet.cells };
      for (const each of changes) if (each.sheet === sheet.name) cells[each.address] = each.cell;
      return { ...sheet, cells };
    }),
  };
}

async function expectNo5xx(answer: Response): Promise<void> {
  expect(answer.status, await answer.clone().text()).toBeLessThan(500);
}

test("workbooks with cells changed at random", async () => {
  const token = await tokenOf("soan-22");
  const base = goodWorkbook();
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
      const answer = await send(token, { workbook: changed(base, changes) });
      await expectNo5xx(answer);
      if (answer.status === 422) refused += 1;
    }),
    { numRuns: 150 },
  );
  expect(refused).toBeGreaterThan(30);
});

test("bodies that are any JSON, on every route, for every role", async () => {
  const errors = vi.spyOn(console, "error");
  const tokens = await Promise.all(Object.values(PERSON_OF).map(tokenOf));
  const spec = fc.constantFrom(
    ...ROUTES.map((route) => route.spec).filter(({ path }) => !path.endsWith("/local/seed")),
  );
  const json = { "content-type": "application/json" };
  const headers = fc.constantFrom<Record<string, string>>(
    json,
    { ...json, "idempotency-key": "khoa-thu-0001" },
    { ...json, "if-match": '"v1"' },
    { ...json, "if-match": "*" },
    { "idempotency-key": "khoa-thu-0001" },
  );
  const id = fc.oneof(fc.constant(`hs_${"0".repeat(25)}`), fc.stringMatching(/^[A-Za-z0-9_.~-]{1,20}$/));
  await fc.assert(
    fc.asyncProperty(
      spec,
      fc.json({ maxDepth: 5 }),
      headers,
      id,
      fc.constantFrom(...tokens, undefined),
      fc.webQueryParameters(),
      async (s, body, h, i, token, query) => {
        const path = `${s.path.replace("{id}", i).replace("{kind}", "quyet-dinh.docx")}?${query}`;
        const post = s.method === "post";
        await expectNo5xx(
          await call(path, {
            method: s.method.toUpperCase(),
            headers: h,
            ...(post ? { body } : {}),
            ...(token === undefined ? {} : { token }),
          }),
        );
      },
    ),
    { numRuns: 800 },
  );
  expect(errors).not.toHaveBeenCalled();
});

test("a key is free again after a refusal", async () => {
  const token = await tokenOf("soan-22");
  const key = newKey();
  expect((await send(token, { workbook: { sheets: [{ name: "A", cells: {} }] } }, key)).status).toBe(422);
  expect((await send(token, { workbook: goodWorkbook() }, key)).status).toBe(201);
});
