/** Every line of the matrix of rights, executed: those let in and those refused. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Role } from "../../shared/plan/states.ts";
import { app, ROUTES } from "../index.ts";
import {
  PERSON_OF,
  act,
  call,
  callJson,
  newKey,
  problemOf,
  seedAll,
  send,
  goodWorkbook,
  submissionIn,
  uploadGood,
  tokenOf,
} from "../test-kit.ts";
import { accessMatrix, type AccessLine, type Actor, type Tenant } from "./access-matrix.ts";

const SPECS = ROUTES.map(({ spec }) => spec);
const MATRIX = accessMatrix(SPECS);

interface Files {
  /** Of the drafter's and the approver's own province, forwarded: the ministry sees it. */
  readonly own: string;
  /** Of another province, which the ministry does not see either. */
  readonly other: string;
  /** Where the ministry has files of its own kind. */
  readonly ministryOwn?: string;
}

/** A submission made of a file, so that all its addresses have something to give. */
async function submitFile(personId: string): Promise<string> {
  const sent = await callJson<{ id: string }>(
    `/api/v1/uploads/${(await uploadGood(personId)).id}/submission`,
    {
      token: await tokenOf(personId),
      headers: { "idempotency-key": newKey() },
      body: {},
    },
  );
  return sent.id;
}

const MEETING_INPUT = {
  budgetDong: 1_000_000,
  projects: [{ id: "a", name: "A", costDong: 1_000, value: 1 }],
};

async function meetingOf(personId: string): Promise<string> {
  const token = await tokenOf(personId);
  const body = { title: "Thử quyền", input: MEETING_INPUT, result: null };
  return (await callJson<{ id: string }>("/api/v1/allocation/meetings", { token, body })).id;
}

/** How to get the files that an address with {id} names. A new kind of file needs a line here. */
const MAKE: Readonly<Record<string, () => Promise<Files>>> = {
  "/api/v1/submissions/{id}": async () => {
    const own = await submitFile("soan-22");
    await act(own, PERSON_OF.province, "forward", '"v1"');
    return { own, other: await submitFile("soan-66") };
  },
  "/api/v1/uploads/{id}": async () => ({
    own: (await uploadGood("soan-22")).id,
    other: (await uploadGood("soan-66")).id,
  }),
  // Of one organisation, whatever the role.
  "/api/v1/allocation/meetings/{id}": async () => ({
    own: await meetingOf(PERSON_OF.province),
    ministryOwn: await meetingOf(PERSON_OF.ministry),
    other: await meetingOf("duyet-66"),
  }),
  // A run belongs to no province; what it found is shown of one's own files only.
  "/api/v1/rechecks/{id}": async () => {
    const token = await tokenOf(PERSON_OF.steward);
    const { id } = await callJson<{ id: string }>("/api/v1/rechecks", {
      token,
      body: { reason: "Thử quyền" },
    });
    return { own: id, other: id };
  },
};

/** Bodies of the right shape, where an empty object is none: whose file it is comes after the shape. */
const BODIES: Readonly<Record<string, unknown>> = {
  "/api/v1/submissions/{id}/actions": { action: "forward", comment: "Lý do thử" },
  "/api/v1/submissions/{id}/waivers": { step: "waive", rule: "KC-DA-009", reason: "Thử quyền" },
  "/api/v1/submissions/{id}/execution/records": {
    deAnCode: "DA01",
    kind: "progress",
    on: "2019-09-01",
    percent: 1,
    after: 0,
  },
  "/api/v1/submissions/{id}/execution/steps": { action: "start" },
  "/api/v1/allocation/meetings/{id}/entries": {
    kind: "budget",
    after: 1,
    note: "Thử quyền",
    input: MEETING_INPUT,
    result: null,
  },
};

const files = new Map<string, Files>();

beforeAll(async () => {
  await seedAll();
  for (const [prefix, make] of Object.entries(MAKE)) files.set(prefix, await make());
});

function fileFor(path: string, tenant: Tenant, actor: Actor): string {
  if (!path.includes("{id}")) return "";
  const found = [...files].find(([prefix]) => path === prefix || path.startsWith(`${prefix}/`));
  if (found === undefined) throw new Error(`${path}: say in MAKE how to get such a file`);
  const { own, other, ministryOwn } = found[1];
  if (tenant === "other") return other;
  return actor === "ministry" ? (ministryOwn ?? own) : own;
}

/** A request that gets past the door but asks for something harmless. */
async function request({ method, path, tenant }: AccessLine, actor: Actor): Promise<Response> {
  const url = path
    .replace("{id}", fileFor(path, tenant, actor))
    .replace("{kind}", "so-lam-viec.xlsx")
    .replace("{seq}", "1");
  const headers = { "idempotency-key": newKey(), "if-match": '"v0"', "sec-fetch-site": "same-origin" };
  return call(url, {
    method: method.toUpperCase(),
    headers,
    ...(method === "post" ? { body: BODIES[path] ?? {} } : {}),
    ...(actor === "stranger" ? {} : { token: await tokenOf(PERSON_OF[actor]) }),
  });
}

/** Refusals of the door. A public route may refuse for reasons of its own: no such issuer, no such person. */
function isRefusal(status: number, access: unknown): boolean {
  return typeof access === "string" ? status === 403 : [401, 403, 404, 429].includes(status);
}

describe("the matrix", () => {
  test("has every route the app answers, and no role is forgotten", () => {
    const listed = new Set(
      MATRIX.map(({ method, path }) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ":$1")}`),
    );
    const answered = app.routes.filter((each) => each.method !== "ALL");
    expect(answered.length).toBeGreaterThan(15);
    for (const { method, path } of answered) expect(listed, path).toContain(`${method} ${path}`);
    expect(listed.size).toBe(answered.length);
    for (const { access, path } of SPECS)
      if (typeof access !== "string") expect(access.length, path).toBeGreaterThan(0);
  });

  for (const { method, path, access } of SPECS) {
    test(`${method.toUpperCase()} ${path}`, async () => {
      const lines = MATRIX.filter((line) => line.method === method && line.path === path);
      expect(lines.length).toBeGreaterThanOrEqual(5);
      for (const line of lines) {
        const answer = await request(line, line.actor);
        const what = `${line.actor}, ${line.tenant}`;
        expect(answer.status, what).toBeLessThan(500);
        if (line.outcome === "allowed")
          expect(isRefusal(answer.status, access), `${what}: ${answer.status}`).toBe(false);
        else expect((await problemOf(answer)).code, what).toBe(line.outcome);
      }
    });
  }

  test("prints what it executed", () => {
    const count = (outcome: string) => MATRIX.filter((line) => line.outcome === outcome).length;
    const text = ["allowed", "unauthenticated", "forbidden", "not-found"].map((o) => `${o} ${count(o)}`);
    console.info(`rights: ${SPECS.length} routes, ${MATRIX.length} lines (${text.join(", ")})`);
    expect(count("not-found")).toBeGreaterThan(10);
    expect(count("forbidden")).toBeGreaterThan(15);
  });
});

describe("what the address does not name", () => {
  const roles: Role[] = ["drafter", "province", "ministry", "steward"];

  test.each(roles)("nothing that %s may read has a word of a file they may not see", async (role) => {
    const { own, other } = files.get("/api/v1/submissions/{id}") as Files;
    // Also a word that stands only in the workbook: an answer need not name a file to tell of it.
    const secret = `bí mật ${crypto.randomUUID().slice(0, 8)}`;
    const sent = await send(await tokenOf("soan-66"), { workbook: goodWorkbook("Đắk Lắk", secret) });
    const third = ((await sent.json()) as { id: string }).id;
    const hidden = [...(role === "steward" ? [own, other] : [other]), third, secret];
    const token = await tokenOf(PERSON_OF[role]);
    let read = 0;
    for (const { method, path, access } of SPECS) {
      if (method !== "get" || typeof access === "string" || !access.includes(role)) continue;
      if (path.includes("{id}")) continue;
      const queries = ["", "?limit=100", "?province=66", "?q=dak lak", `?q=${other}`, `?q=${secret}`];
      queries.push("?year=2019&province=66", "?topic=support", "?topic=price&q=may", "?fund=QG");
      for (const query of queries) {
        const text = await (await call(path + query, { token })).text();
        for (const word of hidden) expect(text, path).not.toContain(word);
        read += 1;
      }
    }
    expect(read).toBeGreaterThan(4);
  });

  /** Ids of somebody else's in every place of a body or a question that takes one. */
  test("an id of another's in a body or a question is as good as none", async () => {
    const { own, other } = files.get("/api/v1/submissions/{id}") as Files;
    const upload = files.get("/api/v1/uploads/{id}") as Files;
    const drafter = await tokenOf(PERSON_OF.drafter);
    const key = () => ({ "idempotency-key": newKey() });
    const previous = { previousId: other };
    const asked: [string, Response][] = [
      [
        "previousId of a file",
        await call(`/api/v1/uploads/${upload.own}/submission`, {
          token: drafter,
          body: previous,
          headers: key(),
        }),
      ],
      [
        "another's upload sent as one's own",
        await call(`/api/v1/uploads/${upload.other}/submission`, {
          token: drafter,
          body: {},
          headers: key(),
        }),
      ],
      [
        "a colleague's upload",
        await call(`/api/v1/uploads/${upload.own}`, { token: await tokenOf(PERSON_OF.province) }),
      ],
    ];
    expect(asked.map(([what, { status }]) => [what, status])).toEqual([
      ["previousId of a file", 404],
      ["another's upload sent as one's own", 404],
      ["a colleague's upload", 403],
    ]);
    const cancel = {
      deAnCode: "DA01",
      kind: "cancel",
      on: "2019-09-01",
      after: 0,
      detail: { cancels: `th_${"0".repeat(25)}` },
    };
    const record = await call(`/api/v1/submissions/${own}/execution/records`, {
      token: drafter,
      body: cancel,
    });
    expect([409, 422]).toContain(record.status);
    const list = await callJson<{ items: { id: string }[] }>(`/api/v1/submissions?cursor=${other}`, {
      token: drafter,
    });
    expect(list.items.map(({ id }) => id)).not.toContain(other);
  });

  test("a neighbour's and a missing file answer alike, to the letter", async () => {
    const { other } = files.get("/api/v1/submissions/{id}") as Files;
    const token = await tokenOf(PERSON_OF.drafter);
    const answers = await Promise.all(
      [other, `hs_${"0".repeat(25)}`].map(async (id) => {
        const { instance: _, ...problem } = await problemOf(
          await call(`/api/v1/submissions/${id}`, { token }),
        );
        return problem;
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
  });

  test("a drafter cannot send another province's workbook, nor correct another province's file", async () => {
    const token = await tokenOf(PERSON_OF.drafter);
    expect((await problemOf(await send(token, { workbook: goodWorkbook("Đắk Lắk") }))).code).toBe("province");
    const { other } = files.get("/api/v1/submissions/{id}") as Files;
    const answer = await send(token, { workbook: goodWorkbook(), previousId: other });
    expect((await problemOf(answer)).code).toBe("not-found");
  });

  test("each role does what only it may: the same step by the three others is refused", async () => {
    for (const role of roles.filter((each) => each !== "province")) {
      const { id, etag } = await submissionIn("submitted");
      expect((await act(id, PERSON_OF[role], "forward", etag)).status, role).toBeGreaterThanOrEqual(403);
      expect((await act(id, PERSON_OF.province, "forward", etag)).status).toBe(200);
    }
  });
});
