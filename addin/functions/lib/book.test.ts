import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { buildBook } from "../../../shared/contract/built-book.ts";

const text = JSON.stringify(buildBook());
let kept: Map<string, string>;
let asked: (string | null)[];

function serve(answer: (etag: string | null) => Response): void {
  vi.stubGlobal("fetch", (path: string, init: { headers: Record<string, string> }) => {
    expect(path).toBe("/api/v1/book");
    asked.push(init.headers["If-None-Match"] ?? null);
    return Promise.resolve().then(() => answer(init.headers["If-None-Match"] ?? null));
  });
}

const fresh = () => new Response(text, { headers: { etag: '"v1"' } });
const offline = (): never => {
  throw new TypeError("network");
};

/** As after a restart of Excel: nothing in memory. */
function restart() {
  vi.resetModules();
  return import("./book.ts");
}

beforeEach(() => {
  kept = new Map();
  asked = [];
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});
afterEach(() => vi.unstubAllGlobals());

it("asks once however many cells wait, then answers at once", async () => {
  serve(fresh);
  const { withBook } = await restart();
  const versions = await Promise.all(Array.from({ length: 1000 }, () => withBook((book) => book.version)));
  expect(new Set(versions)).toEqual(new Set([buildBook().version]));
  expect(asked).toEqual([null]);
  expect(withBook((book) => book.version)).toBe(buildBook().version);
});

it("asks by tag the next time and takes the kept book when nothing changed", async () => {
  serve(fresh);
  await (await restart()).whenBook();
  serve(() => new Response(null, { status: 304 }));
  expect((await (await restart()).whenBook()).version).toBe(buildBook().version);
  expect(asked).toEqual([null, '"v1"']);
});

it("works offline and through a broken server with the kept book", async () => {
  serve(fresh);
  await (await restart()).whenBook();
  serve(offline);
  expect((await (await restart()).whenBook()).law.parameters.length).toBeGreaterThan(50);
  serve(() => new Response("<h1>502</h1>", { status: 502 }));
  expect((await (await restart()).whenBook()).version).toBe(buildBook().version);
});

it("says what to do when there is no book at all, and tries again at the next call", async () => {
  serve(offline);
  const { whenBook } = await restart();
  await expect(whenBook()).rejects.toMatchObject({
    code: "#N/A",
    message: expect.stringContaining("kết nối mạng"),
  });
  serve(fresh);
  expect((await whenBook()).version).toBe(buildBook().version);
});

it.each([["not json"], ['{"etag":"\\"v0\\"","book":{"version":"0","law":{}}}'], ["null"], ["{}"]])(
  "does not trust what an older release kept: %s",
  async (value) => {
    kept.set("kc.book", value);
    serve(fresh);
    expect((await (await restart()).whenBook()).version).toBe(buildBook().version);
    expect(asked).toEqual([null]);
  },
);

it("computes where storage is forbidden", async () => {
  vi.stubGlobal("localStorage", undefined);
  serve(fresh);
  expect((await (await restart()).whenBook()).version).toBe(buildBook().version);
});

it("what the pane's script hears of the workbook's own prices, the functions' script on the same page computes with", async () => {
  const { dong } = await import("../../../shared/kernel/money.ts");
  const { day } = await import("../../../shared/kernel/date.ts");
  const { sealPriceBook } = await import("../../../shared/norms/book.ts");
  const { NO_OWN_BOOKS } = await import("../../../shared/workbook/merge-books.ts");
  const entry = {
    type: "VL" as const,
    resource: "Giấy",
    unit: "ram",
    province: null,
    from: day("2026-01-01"),
  };
  const list = { id: "QN", title: "QN", edition: "1", origin: "thử", verified: "memory" as const };
  const prices = sealPriceBook({ ...list, prices: [{ ...entry, priceDong: dong(7), source: "thử" }] });
  const pane = await restart();
  expect(pane.useOwnBooks({ norms: null, prices, findings: [], pins: [], version: "thử" })).toBe(true);
  const functions = await restart();
  functions.useBook(buildBook());
  expect(functions.withBook((book) => book.prices[0]?.id)).toBe("QN");
  expect(functions.useOwnBooks(NO_OWN_BOOKS)).toBe(true);
  expect(pane.useOwnBooks(NO_OWN_BOOKS)).toBe(false);
});
