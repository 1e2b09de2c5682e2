/**
 * Whatever is sent to any route, the answer is one the OpenAPI document declares and never a 5xx. The requests are made
 * from that document. A small seeded run is part of the tests; `npm run fuzz` makes 10,000 of them.
 */
import fc from "fast-check";
import { beforeAll, expect, test, vi } from "vitest";
import type { CellValue, FlatCell, FlatWorkbook } from "../shared/kernel/flat.ts";
import { writeXlsx } from "../shared/workbook/xlsx/index.ts";
import { misfit } from "./declared-answers.ts";
import type { RouteSpec } from "./http/route.ts";
import { nasty, operationsOf, valueOf, type Json, type Operation } from "./fuzz-arbitraries.ts";
import { ROUTES } from "./index.ts";
import {
  PERSON_OF,
  call,
  callJson,
  goodWorkbook,
  newKey,
  seedAll,
  send,
  sendGood,
  submissionIn,
  testEnv,
  tokenOf,
  uploadGood,
} from "./test-kit.ts";

const settings = testEnv as unknown as { FUZZ_RUNS?: string; FUZZ_SEED?: string };
const RUNS = Number(settings.FUZZ_RUNS ?? "500");
const SEED = Number(settings.FUZZ_SEED ?? "20261123");
/** Each of these sends a workbook and takes its file back. */
const FILE_RUNS = Math.max(60, Math.floor(RUNS / 20));
/** A tenth of a second for a request and half a second for a file, on a machine that does other things too. */
const PATIENCE_MS = 60_000 + RUNS * 100;
vi.setConfig({ testTimeout: PATIENCE_MS });

const SPECS = new Map<string, RouteSpec>(
  ROUTES.map(({ spec }) => [`${spec.method.toUpperCase()} ${spec.path}`, spec]),
);

interface World {
  readonly operations: readonly Operation[];
  readonly schemas: Json;
  readonly tokens: readonly string[];
  readonly tokenOfRole: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  /** Of submissions. */
  readonly ids: readonly string[];
  /** Of other files, by how their addresses begin. */
  readonly otherIds: Readonly<Record<string, readonly string[]>>;
  readonly file: Uint8Array;
}
let world: World;

async function meetingId(): Promise<string> {
  const input = { budgetDong: 1_000_000, projects: [{ id: "a", name: "A", costDong: 1_000, value: 1 }] };
  const token = await tokenOf(PERSON_OF.ministry);
  const body = { title: "Thử", input, result: null };
  return (await callJson<{ id: string }>("/api/v1/allocation/meetings", { token, body })).id;
}

async function recheckId(): Promise<string> {
  const token = await tokenOf(PERSON_OF.steward);
  return (await callJson<{ id: string }>("/api/v1/rechecks", { token, body: { reason: "Thử" } })).id;
}

/** Files of the kind that the address names, and now and then of another. */
function idFor(path: string): fc.Arbitrary<string> {
  const own = Object.entries(world.otherIds).find(([prefix]) => path.startsWith(prefix))?.[1];
  const any = fc.constantFrom(...world.ids, ...Object.values(world.otherIds).flat());
  return own === undefined
    ? fc.constantFrom(...world.ids)
    : fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...own) }, any);
}

beforeAll(async () => {
  await seedAll();
  const document = await callJson<Json>("/openapi.json");
  const people = [...Object.values(PERSON_OF), "soan-66"];
  const states = ["submitted", "province_approved", "returned", "accepted", "ordered"] as const;
  const made = [];
  for (const state of states) made.push((await submissionIn(state)).id);
  const cookies = [];
  for (const personId of people) {
    const answer = await call("/api/v1/local/sign-in", { body: { personId } });
    cookies.push(answer.headers.getSetCookie()[0]?.split(";")[0] ?? "");
  }
  world = {
    operations: operationsOf(document),
    schemas: (document["components"] as { schemas: Json }).schemas,
    tokens: await Promise.all(people.map(tokenOf)),
    tokenOfRole: Object.fromEntries(
      await Promise.all(
        Object.entries(PERSON_OF).map(async ([role, person]) => [role, await tokenOf(person)] as const),
      ),
    ),
    otherIds: {
      "/api/v1/uploads/": [(await uploadGood("soan-22")).id, (await uploadGood("soan-66")).id],
      "/api/v1/allocation/meetings/": [await meetingId()],
      "/api/v1/rechecks/": [await recheckId()],
    },
    cookies,
    ids: [...made, (await sendGood("soan-66")).id, `hs_${"0".repeat(25)}`],
    file: Uint8Array.from(await writeXlsx(goodWorkbook())),
  };
});

/** What a file can hold: half of a character does not reach these tests' subject, the check of the workbook. */
const whole = (text: string) => text.replace(/\p{Surrogate}/gu, "?");
const cellValue = nasty.map(
  (value): CellValue =>
    typeof value === "object" ? null : typeof value === "string" ? whole(value) : (value as CellValue),
);
const value = fc.oneof(
  cellValue,
  fc.string({ maxLength: 40 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
);
const cell: fc.Arbitrary<FlatCell> = fc.record(
  { value, formula: fc.string({ maxLength: 30 }).map((text) => `=${text}`) },
  { requiredKeys: ["value"] },
);
const column = fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTU");
const address = fc.tuple(column, fc.integer({ min: 1, max: 8 })).map(([letter, row]) => `${letter}${row}`);
const sheet = fc.constantFrom("KC_ThongTin", "KC_DeAn", "KC_DuToan", "KC_DinhMuc", "Trang riêng");
const change = fc.record({ sheet, address, cell });
type Change = { readonly sheet: string; readonly address: string; readonly cell: FlatCell };

function changed(workbook: FlatWorkbook, changes: readonly Change[]): FlatWorkbook {
  const own = { name: "Trang riêng", cells: {} };
  return {
    sheets: [...workbook.sheets, own].map((each) => {
      const cells = { ...each.cells };
      for (const { sheet: name, address: at, cell: it } of changes) if (name === each.name) cells[at] = it;
      return { ...each, cells };
    }),
  };
}

const nearlyGood = fc
  .array(change, { maxLength: 10 })
  .map((changes) => ({ workbook: changed(goodWorkbook(), changes) }));

function damagedFile(): fc.Arbitrary<Uint8Array> {
  const flips = fc.array(fc.tuple(fc.nat(world.file.length - 1), fc.nat(255)), { maxLength: 6 });
  return fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    flips.map((changes) => {
      const bytes = world.file.slice();
      for (const [at, byte] of changes) bytes[at] = byte;
      return bytes;
    }),
    fc.nat(world.file.length).map((length) => world.file.slice(0, length)),
  );
}

interface Shot {
  readonly operation: Operation;
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: unknown;
}

function bodyFor(operation: Operation): fc.Arbitrary<{ type: string; body: unknown } | null> {
  const [type, schema] = Object.entries(operation.body)[0] ?? [];
  if (type === undefined || schema === undefined) return fc.constant(null);
  if (!type.includes("json")) return damagedFile().map((body) => ({ type, body }));
  const fitting = valueOf(schema, world.schemas);
  const json = operation.path === "/api/v1/submissions" ? fc.oneof(fitting, nearlyGood) : fitting;
  const raw = fc.oneof(fc.string({ maxLength: 60 }), fc.constant(`${"[".repeat(300)}${"]".repeat(300)}`));
  return fc.oneof(
    { weight: 12, arbitrary: json.map((it) => ({ type, body: JSON.stringify(it) as unknown })) },
    { weight: 1, arbitrary: raw.map((body) => ({ type, body: body as unknown })) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom("text/plain", "multipart/form-data", "")
        .map((other) => ({ type: other, body: "{}" as unknown })),
    },
  );
}

/** Header values a browser or a program could really send. */
const headerText = fc.string({
  unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
  maxLength: 40,
});

function headersFor(operation: Operation): fc.Arbitrary<Record<string, string>> {
  const known: Record<string, fc.Arbitrary<string>> = {
    "sec-fetch-site": fc.constantFrom("same-origin", "cross-site", "none", "same-site"),
    origin: fc.constantFrom("http://kc.test", "https://evil.example", "null"),
    "if-none-match": fc.oneof(fc.constantFrom("*", '"v1"'), headerText),
    "accept-encoding": fc.constantFrom("gzip", "identity"),
  };
  for (const { name, in: where } of operation.parameters) {
    if (where !== "header") continue;
    const good =
      name.toLowerCase() === "if-match"
        ? fc.constantFrom('"v1"', '"v2"', '"v4"', "*", 'W/"v1"')
        : fc.constant("").map(newKey);
    known[name.toLowerCase()] = fc.oneof({ weight: 6, arbitrary: good }, headerText);
  }
  return fc.record(known, {
    requiredKeys: operation.parameters.filter((p) => p.in === "header").map((p) => p.name.toLowerCase()),
  });
}

const plain = (it: unknown) => (typeof it === "object" ? JSON.stringify(it) : String(it));

function urlFor(operation: Operation): fc.Arbitrary<string> {
  const odd = fc.oneof(fc.string({ minLength: 1, maxLength: 20 }), nasty.map(plain));
  const pieces = operation.parameters.filter(({ in: where }) => where === "path" || where === "query");
  const values = pieces.map(({ name, schema, in: where, required }) => {
    const good = name === "id" ? idFor(operation.path) : valueOf(schema ?? {}, world.schemas).map(plain);
    const one = fc.oneof({ weight: 9, arbitrary: good }, { weight: 1, arbitrary: odd });
    return where === "path" || required ? one : fc.option(one, { nil: undefined });
  });
  return fc
    .tuple(fc.tuple(...values), fc.option(fc.webQueryParameters(), { nil: "" }))
    .map(([given, extra]) => {
      let path = operation.path;
      const query = new URLSearchParams(extra ?? "");
      pieces.forEach(({ name, in: where }, index) => {
        const text = given[index];
        if (text === undefined) return;
        const whole = text.replace(/[\ud800-\udfff]/g, "?");
        if (where === "path") path = path.replace(`{${name}}`, encodeURIComponent(whole) || "x");
        else query.set(name, whole);
      });
      return query.size === 0 ? path : `${path}?${query}`;
    });
}

function identity({ roles }: Operation): fc.Arbitrary<Record<string, string>> {
  const allowed = roles.flatMap((role) => world.tokenOfRole[role] ?? []);
  return fc.oneof(
    {
      weight: 16,
      arbitrary: fc
        .constantFrom(...(allowed.length === 0 ? world.tokens : allowed))
        .map((token) => ({ authorization: `Bearer ${token}` })),
    },
    {
      weight: 8,
      arbitrary: fc.constantFrom(...world.tokens).map((token) => ({ authorization: `Bearer ${token}` })),
    },
    { weight: 3, arbitrary: fc.constantFrom(...world.cookies).map((cookie) => ({ cookie })) },
    { weight: 1, arbitrary: headerText.map((text) => ({ authorization: text })) },
    { weight: 1, arbitrary: headerText.map((text) => ({ cookie: `kc-80=${text}` })) },
    { weight: 1, arbitrary: fc.constant({}) },
  );
}

function shotAt(operation: Operation): fc.Arbitrary<Shot> {
  const method = fc.oneof(
    { weight: 30, arbitrary: fc.constant(operation.method) },
    { weight: 1, arbitrary: fc.constantFrom("PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "POST") },
  );
  return fc
    .record({
      url: urlFor(operation),
      method,
      headers: headersFor(operation),
      who: identity(operation),
      body: bodyFor(operation),
    })
    .map(({ url, method: verb, headers, who, body }) => ({
      operation,
      url,
      method: verb,
      headers: { ...headers, ...who, ...(body === null ? {} : { "content-type": body.type }) },
      ...(body === null || verb === "GET" || verb === "HEAD" ? {} : { body: body.body }),
    }));
}

test(`${RUNS} requests made from the OpenAPI document: nothing undeclared, no 5xx`, async () => {
  const errors = vi.spyOn(console, "error");
  const byRoute = new Map(world.operations.map(({ method, path }) => [`${method} ${path}`, 0]));
  const byStatus = new Map<number, number>();
  let judged = 0;
  const succeeded = new Set<string>();
  // Loading the demonstration data is slow and takes nothing from outside: it comes up less often.
  const shots = world.operations.map((operation) => ({
    weight: operation.path.endsWith("/local/seed") ? 1 : 20,
    arbitrary: shotAt(operation),
  }));
  await fc.assert(
    fc.asyncProperty(fc.oneof(...shots), async ({ operation, url, method, headers, body }) => {
      const answer = await call(url, { method, headers, ...(body === undefined ? {} : { body }) });
      const bytes = await answer.arrayBuffer();
      const isText = answer.headers.get("content-type")?.includes("json") === true;
      const text = isText ? new TextDecoder().decode(bytes) : "";
      byStatus.set(answer.status, (byStatus.get(answer.status) ?? 0) + 1);
      expect(answer.status, text).toBeLessThan(500);
      if (["PUT", "DELETE", "PATCH"].includes(method)) expect(answer.status, `${method} ${url}`).toBe(404);
      if (method !== operation.method) return;
      const name = `${operation.method} ${operation.path}`;
      byRoute.set(name, (byRoute.get(name) ?? 0) + 1);
      if (answer.status >= 400)
        expect(answer.headers.get("content-type"), name).toBe("application/problem+json");
      const declared =
        operation.statuses.has(answer.status) ||
        (answer.status === 304 && headers["if-none-match"] !== undefined);
      expect(
        declared,
        `${name} answered ${answer.status}, which the document does not declare: ${text.slice(0, 300)}`,
      ).toBe(true);
      const spec = SPECS.get(name);
      expect(spec, name).toBeDefined();
      if (spec === undefined || answer.status === 304) return;
      expect(misfit(spec, answer, text), `${name} ${answer.status}`).toBeNull();
      if (spec.answers[answer.status]?.schema !== undefined) judged += 1;
      if (answer.status < 400) succeeded.add(name);
    }),
    { numRuns: RUNS, seed: SEED, endOnFailure: false },
  );
  const total = [...byStatus.values()].reduce((sum, count) => sum + count, 0);
  const statuses = [...byStatus].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
  console.info(
    `fuzz: ${total} requests on ${byRoute.size} routes, seed ${SEED}; ${statuses.join(", ")}; 5xx: 0; bodies judged by their schema: ${judged}, and every problem`,
  );
  if (RUNS >= 5000)
    for (const [name, count] of byRoute)
      console.info(`fuzz:   ${count} × ${name}${succeeded.has(name) ? "" : " (only refused)"}`);
  expect(byRoute.size).toBe(ROUTES.length);
  expect(byRoute.size).toBeGreaterThan(15);
  expect(total).toBeGreaterThanOrEqual(RUNS);
  expect(judged).toBeGreaterThan(RUNS / 20);
  if (RUNS >= 400)
    for (const [name, count] of byRoute) if (!name.endsWith("/seed")) expect(count, name).toBeGreaterThan(0);
  expect(errors).not.toHaveBeenCalled();
});

test("workbooks with cells changed at random: a receipt or findings, and the file of what was taken can be made", async () => {
  const token = await tokenOf("soan-22");
  const counts = { taken: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
      const answer = await send(token, { workbook: changed(goodWorkbook(), changes) });
      expect([201, 422], await answer.clone().text()).toContain(answer.status);
      counts[answer.status === 201 ? "taken" : "refused"] += 1;
      if (answer.status !== 201) return;
      const { id } = (await answer.json()) as { id: string };
      const file = await call(`/api/v1/submissions/${id}/papers/so-lam-viec.xlsx`, { token });
      expect(file.status).toBe(200);
      expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(1000);
    }),
    { numRuns: FILE_RUNS, seed: SEED },
  );
  expect(counts.refused).toBeGreaterThan(15);
});

/** 18 characters of 32 units, which their composed form makes 18: Excel, which counts units as they stand, takes 31. */
const LONG_NAME = `abcd${"\u{11099}\u{110ba}".repeat(7)}`;

test("sheets of one's own with any name and cells a file can hold: taken, and written into a file again", async () => {
  const token = await tokenOf("soan-22");
  const name = fc.string({ unit: "grapheme", minLength: 1, maxLength: 31 });
  const at = fc.stringMatching(/^[A-X]?[A-Z][1-9][0-9]{0,5}$/);
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(fc.record({ name, cells: fc.dictionary(at, cell, { maxKeys: 8 }) }), async (own) => {
      const base = goodWorkbook();
      const answer = await send(token, { workbook: { sheets: [...base.sheets, own] } });
      expect(answer.status, await answer.clone().text()).toBeLessThan(500);
      if (answer.status !== 201) return;
      taken += 1;
      const { id } = (await answer.json()) as { id: string };
      const file = await call(`/api/v1/submissions/${id}/papers/so-lam-viec.xlsx`, { token });
      expect(file.status, JSON.stringify(own)).toBe(200);
    }),
    { numRuns: FILE_RUNS, seed: SEED, examples: [[{ name: LONG_NAME, cells: {} }]] },
  );
  expect(taken).toBeGreaterThan(15);
});

test("a key is free again after a refusal", async () => {
  const token = await tokenOf("soan-22");
  const key = newKey();
  expect((await send(token, { workbook: { sheets: [{ name: "A", cells: {} }] } }, key)).status).toBe(422);
  expect((await send(token, { workbook: goodWorkbook() }, key)).status).toBe(201);
});
