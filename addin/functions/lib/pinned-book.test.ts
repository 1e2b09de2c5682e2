import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Book } from "../../../shared/contract/book.ts";
import { buildBook, buildDemoBook } from "../../../shared/contract/built-book.ts";

/** What the server offers, and what it has offered before. */
let offered: Book;
let served: Map<string, Book>;
let online: boolean;
let kept: Map<string, string>;
let asked: string[];

const older = buildBook();
const newer = buildDemoBook();
const OTHER_LAW = { bookVersion: null, lawVersion: "0123456789ab" };

/** As after a restart of Excel: nothing in memory, what is kept stays. */
async function restart() {
  vi.resetModules();
  for (const key of ["kc.own-books", "kc.book-in-use"]) Reflect.deleteProperty(globalThis, Symbol.for(key));
  const [pinned, functions] = [await import("./pinned-book.ts"), await import("./book.ts")];
  return { ...pinned, ...functions };
}

beforeEach(() => {
  [offered, online, asked] = [newer, true, []];
  served = new Map([[older.version, older]]);
  kept = new Map();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  vi.stubGlobal("fetch", async (path: string) => {
    asked.push(path);
    if (!online) throw new TypeError("network");
    const version = path.split("?version=")[1];
    const book = version === undefined ? offered : served.get(version);
    return book === undefined ? new Response("", { status: 404 }) : Response.json(book);
  });
});
afterEach(() => vi.unstubAllGlobals());

const pinTo = (book: Book) => ({ bookVersion: book.version, lawVersion: book.law.version });

it("gives the pinned book, asked for once, and again without a network after a restart", async () => {
  const first = await restart();
  const basis = await first.basisInUse(pinTo(older));
  expect([basis.book.version, basis.offered.version, basis.missing]).toEqual([
    older.version,
    newer.version,
    null,
  ]);
  await first.basisInUse(pinTo(older));
  expect(asked.filter((path) => path.includes("version="))).toHaveLength(1);
  online = false;
  const again = await (await restart()).basisInUse(pinTo(older));
  expect(again.book.version).toBe(older.version);
  expect(again.book.wards).toEqual(newer.wards);
});

it("a pin of the book on offer, of its law alone, or none at all needs no other", async () => {
  const { basisInUse } = await restart();
  const byLaw = { bookVersion: null, lawVersion: newer.law.version };
  for (const pin of [pinTo(newer), byLaw, { bookVersion: null, lawVersion: null }])
    expect(await basisInUse(pin)).toEqual({ book: newer, offered: newer, missing: null });
  expect(asked).toEqual(["/api/v1/book"]);
});

it("says which book is missing: never offered, unreadable, or no network; the last is tried again", async () => {
  const { basisInUse } = await restart();
  expect(await basisInUse(OTHER_LAW)).toMatchObject({ book: newer, missing: "0123456789ab" });
  expect(await basisInUse({ bookVersion: null, lawVersion: "ban-cu" })).toMatchObject({ missing: "ban-cu" });
  expect(asked).not.toContain("/api/v1/book?version=ban-cu");
  online = false;
  expect(await basisInUse(pinTo(older))).toMatchObject({ book: newer, missing: older.version });
  online = true;
  expect(await basisInUse(pinTo(older))).toMatchObject({ missing: null });
});

it("cells compute with the workbook's book, and go on with it when a newer one is on offer", async () => {
  offered = older;
  const page = await restart();
  const { book } = await page.basisInUse(pinTo(older));
  expect(page.useBookOfWorkbook(book)).toBe(false);
  offered = newer;
  await page.lookForNews();
  expect(page.withBook((used) => used.version)).toBe(older.version);
  const basis = await page.basisInUse(pinTo(older));
  expect([basis.book.version, basis.offered.version]).toEqual([older.version, newer.version]);
  expect(page.useBookOfWorkbook(basis.offered)).toBe(true);
  expect(page.withBook((used) => used.version)).toBe(newer.version);
  expect((await page.whenBook()).version).toBe(newer.version);
});
