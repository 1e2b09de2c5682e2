import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { mustOk } from "../kernel/result.ts";
import highsLoader from "highs";
import { allocate, explainProject } from "./allocate.ts";
import { highsSolver, type Solver } from "./solver.ts";
import type { AllocationInput } from "./types.ts";

const project = (id: string, costDong: number, value: number, groups?: Record<string, string>) => ({
  id,
  costDong,
  value,
  ...(groups ? { groups } : {}),
});

interface Best {
  readonly value: number;
  readonly costDong: number;
}

/** The highest total, and the least money for it. */
function exhaustive(input: AllocationInput): Best | null {
  const { projects } = input;
  let best: Best | null = null;
  for (let mask = 0; mask < 1 << projects.length; mask += 1) {
    const picked = projects.filter((_, i) => (mask >> i) & 1);
    const ids = new Set(picked.map((p) => p.id));
    const sum = (list: typeof picked) => list.reduce((s, p) => s + p.costDong, 0);
    const members = (f: { group: string; is: string | number }) =>
      picked.filter((p) => String(p.groups?.[f.group] ?? "") === String(f.is));
    const feasible =
      sum(picked) <= input.budgetDong &&
      (input.floors ?? []).every(
        (f) => sum(members(f)) >= (f.minDong ?? 0) && members(f).length >= (f.minCount ?? 0),
      ) &&
      (input.ceilings ?? []).every(
        (c) => sum(members(c)) <= (c.maxDong ?? Infinity) && members(c).length <= (c.maxCount ?? Infinity),
      ) &&
      (input.exclusions ?? []).every((set) => set.filter((id) => ids.has(id)).length <= 1) &&
      Object.entries(input.requires ?? {}).every(
        ([id, needed]) => !ids.has(id) || needed.every((n) => ids.has(n)),
      );
    if (!feasible) continue;
    const value = picked.reduce((s, p) => s + (p.value ?? 0), 0);
    const costDong = sum(picked);
    if (best === null || value > best.value || (value === best.value && costDong < best.costDong))
      best = { value, costDong };
  }
  return best;
}

let solver: Solver;
beforeAll(async () => {
  solver = highsSolver(await highsLoader());
});

const constrained = fc
  .record({
    raw: fc.array(
      fc.record({
        costDong: fc.integer({ min: 0, max: 30 }),
        value: fc.integer({ min: 0, max: 30 }),
        place: fc.constantFrom("x", "y"),
      }),
      { minLength: 2, maxLength: 8 },
    ),
    budgetDong: fc.integer({ min: 0, max: 120 }),
    minDong: fc.integer({ min: 0, max: 40 }),
    maxCount: fc.integer({ min: 0, max: 3 }),
    unit: fc.constantFrom(1, 1_000_000, 33_333_337),
  })
  .map(({ raw, budgetDong, minDong, maxCount, unit }): AllocationInput => {
    const projects = raw.map((p, i) => project(`p${i}`, p.costDong * unit, p.value, { place: p.place }));
    return {
      budgetDong: budgetDong * unit,
      projects,
      floors: [{ group: "place", is: "x", minDong: minDong * unit }],
      ceilings: [{ group: "place", is: "y", maxCount }],
      exclusions: [["p0", "p1"]],
      requires: projects.length > 2 ? { p2: ["p0"] } : {},
    };
  });

describe("allocate", () => {
  it("explains each project exactly", () => {
    const input = {
      budgetDong: 300,
      projects: [project("a", 200, 60), project("b", 150, 40), project("c", 100, 30), project("d", 400, 99)],
    };
    const result = mustOk(allocate(input));
    expect(result.chosen).toEqual(["a", "c"]);
    expect(result).toMatchObject({ value: 90, bound: 90, gap: 0, proven: true, costDong: 300 });
    // Without a: b + c = 70, so a is worth 20. For b: alone with c gives 70, 20 short of 90.
    expect(result.reasons["a"]).toMatchObject({ funded: true, replacementCost: 20 });
    expect(result.reasons["b"]).toMatchObject({ funded: false, flip: { valueMore: 20, costLessDong: 50 } });
    expect(result.reasons["d"]?.text).toContain("vượt toàn bộ ngân sách");
  });

  it("keeps decimal scores exact", () => {
    const result = mustOk(
      allocate({
        budgetDong: 2,
        projects: [project("a", 1, 0.1), project("b", 1, 0.2), project("c", 2, 0.3)],
      }),
    );
    expect(result.value).toBe(0.3);
    expect(result.proven).toBe(true);
  });

  it("equals exhaustive search under constraints, by the own search and by HiGHS alone", () => {
    let infeasible = 0;
    fc.assert(
      fc.property(constrained, (input) => {
        const best = exhaustive(input);
        for (const options of [{}, { solver, nodes: 0 }]) {
          const result = allocate(input, { ...options, reasons: "plain" });
          if (best === null) {
            infeasible += 1;
            expect(result).toMatchObject({ ok: false, error: { code: "infeasible" } });
          } else expect(mustOk(result)).toMatchObject({ ...best, bound: best.value, proven: true });
        }
      }),
      { numRuns: 100, seed: 6 },
    );
    expect(infeasible).toBeGreaterThan(0);
  }, 30_000);

  it("gives the same choice and the same reasons in whatever order the lines stand", () => {
    const shuffled = constrained.chain((input) =>
      fc.record({
        input: fc.constant(input),
        projects: fc.shuffledSubarray(input.projects, { minLength: input.projects.length }),
        plain: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ input, projects, plain }) => {
        const of = plain ? { budgetDong: input.budgetDong } : input;
        const a = allocate({ ...of, projects: input.projects });
        const b = allocate({ ...of, projects });
        if (!a.ok || !b.ok) {
          expect(a).toEqual(b);
          return;
        }
        expect(JSON.stringify(b.value)).toBe(JSON.stringify(a.value));
      }),
      { numRuns: 100, seed: 7 },
    );
  });

  // One step less may leave an exact tie in points and in money, where the order of the search decides.
  it("names flips that hold when computed again, and nothing smaller does but an exact tie", () => {
    let flips = 0;
    const check = (input: AllocationInput) => {
      const result = allocate(input);
      if (!result.ok) return;
      const { reasons } = result.value;
      for (const p of input.projects) {
        const flip = reasons[p.id]?.flip;
        if (flip === undefined) continue;
        const again = (change: { costDong?: number; value?: number }) => {
          const projects = input.projects.map((q) => (q.id === p.id ? { ...q, ...change } : q));
          const answer = allocate({ ...input, projects }, { reasons: "plain" });
          if (!answer.ok || !answer.value.chosen.includes(p.id)) return "out";
          const { value, costDong } = answer.value;
          return value === result.value.value && costDong === result.value.costDong ? "tie" : "in";
        };
        if (flip.valueMore !== undefined) {
          flips += 1;
          expect(again({ value: (p.value ?? 0) + flip.valueMore })).toBe("in");
          expect(again({ value: (p.value ?? 0) + flip.valueMore - 1 })).not.toBe("in");
        }
        if (flip.costLessDong !== undefined) {
          flips += 1;
          expect(again({ costDong: p.costDong - flip.costLessDong })).toBe("in");
          expect(again({ costDong: p.costDong - flip.costLessDong + 1 })).not.toBe("in");
        }
      }
    };
    fc.assert(fc.property(constrained, check), { numRuns: 40, seed: 8 });
    const plain = constrained.map(({ budgetDong, projects }) => ({ budgetDong, projects }));
    fc.assert(fc.property(plain, check), { numRuns: 60, seed: 9 });
    expect(flips).toBeGreaterThan(100);
  });

  it("loses exactly the replacement cost when a chosen project is struck out", () => {
    fc.assert(
      fc.property(constrained, (input) => {
        const result = allocate(input);
        if (!result.ok) return;
        for (const id of result.value.chosen) {
          const cost = result.value.reasons[id]?.replacementCost;
          const out = { id, decision: "out", by: "Hội đồng", reason: "thử" } as const;
          const without = allocate({ ...input, overrides: [out] }, { reasons: "plain" });
          expect(without.ok ? result.value.value - without.value.value : undefined).toBe(cost);
        }
      }),
      { numRuns: 40, seed: 10 },
    );
  });

  it("finds the same by HiGHS as by the own search for one project asked about", () => {
    const input: AllocationInput = {
      budgetDong: 300,
      projects: [
        project("a", 200, 60, { noi: "x" }),
        project("b", 150, 40, { noi: "y" }),
        project("c", 100, 30, { noi: "x" }),
      ],
      ceilings: [{ group: "noi", is: "x", maxCount: 1 }],
    };
    expect(mustOk(allocate(input)).reasons["a"]).toEqual(
      mustOk(explainProject(input, "a", { solver, nodes: 0 })),
    );
  });

  it("says which floor cannot be met, and how far it could go", () => {
    const projects = [project("a", 200, 60, { noi: "x" }), project("b", 150, 40, { noi: "y" })];
    const one = allocate({
      budgetDong: 300,
      projects,
      floors: [
        { group: "noi", is: "y", minDong: 100 },
        { group: "noi", is: "x", minDong: 250 },
      ],
    });
    expect(one).toMatchObject({ ok: false, error: { code: "infeasible" } });
    if (!one.ok)
      expect(one.error.vi).toBe(
        "Không thể đạt mức sàn: noi “x” ít nhất 250 đ; nhiều nhất chỉ đạt 200 đ trong ngân sách và các ràng buộc.",
      );
    const floors = ["x", "y"].map((is) => ({ group: "noi", is, minCount: 1 }));
    const both = allocate({ budgetDong: 300, projects, floors });
    if (!both.ok) expect(both.error.vi).toContain("Không thể cùng lúc đạt các mức sàn: noi “x”");
    expect(both.ok).toBe(false);
  });

  it("keeps named decisions and the gate, and says by whom and by which law", () => {
    const obstacles = [{ reason: "ngành nghề không thuộc danh mục", law: "NĐ 45/2012 Đ.2" }];
    const projects = [project("a", 200, 60), project("b", 150, 40), { ...project("c", 10, 99), obstacles }];
    const overrides = [
      { id: "b", decision: "in", by: "Chủ tịch hội đồng", reason: "cam kết năm trước" },
    ] as const;
    const result = mustOk(allocate({ budgetDong: 300, projects, overrides: [...overrides] }));
    expect(result.chosen).toEqual(["b"]);
    expect(result.reasons["b"]?.text).toBe(
      "Chọn theo quyết định riêng của Chủ tịch hội đồng: cam kết năm trước",
    );
    expect(result.reasons["c"]?.text).toBe(
      "Không đủ điều kiện: ngành nghề không thuộc danh mục; căn cứ: NĐ 45/2012 Đ.2",
    );
    expect(allocate({ budgetDong: 300, projects, overrides: [{ ...overrides[0], id: "c" }] })).toMatchObject({
      ok: false,
      error: { code: "override-gate" },
    });
  });

  it("splits the money of two funds into two exact choices, each with its reasons", () => {
    const fund = (nguon: string) => ({ nguon });
    const input: AllocationInput = {
      budgetDong: 400,
      projects: [
        project("a", 200, 60, fund("QG")),
        project("b", 150, 40, fund("QG")),
        project("c", 100, 30, fund("ĐP")),
        project("d", 90, 20, fund("ĐP")),
      ],
      ceilings: [
        { group: "nguon", is: "QG", maxDong: 250 },
        { group: "nguon", is: "ĐP", maxDong: 150 },
      ],
    };
    const result = mustOk(allocate(input));
    expect(result).toMatchObject({ chosen: ["a", "c"], value: 90, proven: true, method: "dp" });
    expect(result.reasons["b"]).toMatchObject({ flip: { costLessDong: 100, valueMore: 20 } });
    expect(result.reasons["b"]?.text).toContain("vượt trần 250 đ của nguồn “QG”");
    expect(result.reasons["d"]).toMatchObject({ flip: { costLessDong: 40, valueMore: 10 } });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(30), fc.nat(30), fc.boolean()), { minLength: 1, maxLength: 9 }),
        fc.nat(60),
        fc.nat(60),
        (raw, national, local) => {
          const projects = raw.map(([cost, value, own]) => ({ cost, value, nguon: own ? "ĐP" : "QG" }));
          const file: AllocationInput = {
            budgetDong: national + local,
            projects: projects.map(({ cost, value, nguon }, i) => project(`p${i}`, cost, value, fund(nguon))),
            ceilings: [
              { group: "nguon", is: "QG", maxDong: national },
              { group: "nguon", is: "ĐP", maxDong: local },
            ],
          };
          expect(mustOk(allocate(file, { reasons: "plain" }))).toMatchObject({
            ...exhaustive(file),
            proven: true,
            method: "dp",
          });
        },
      ),
      { numRuns: 100, seed: 12 },
    );
  });

  it("rounds a score half up to six decimals, as an average from a sheet needs", () => {
    const projects = [
      { id: "a", costDong: 1, value: 250 / 3 },
      { id: "b", costDong: 1, value: 0.000_000_5 },
    ];
    expect(mustOk(allocate({ budgetDong: 2, projects })).value).toBe(83.333_334);
  });

  it("takes ten thousand lines under floors, ceilings and a chain of requirements", () => {
    const projects = Array.from({ length: 10_000 }, (_, i) =>
      project(`p${i}`, 1 + (i % 97), i % 31, { noi: String(i % 9) }),
    );
    const requires = Object.fromEntries(projects.slice(1).map(({ id }, i) => [id, [`p${i}`]]));
    const floors = [{ group: "noi", is: "3", minCount: 2 }];
    const result = mustOk(
      allocate({ budgetDong: 20_000, projects, floors, requires }, { nodes: 10_500, reasons: "plain" }),
    );
    expect(result.costDong).toBeLessThanOrEqual(20_000);
    // A chain can only be taken from its beginning.
    expect(result.chosen).toContain("p0");
  }, 30_000);

  it("refuses a score that is not what its criteria give", () => {
    const criteria = [
      { id: "hq", weight: 70 },
      { id: "pt", weight: 30 },
    ];
    const scored = { id: "a", costDong: 1, scores: { hq: 80, pt: 90 } };
    expect(mustOk(allocate({ budgetDong: 1, projects: [scored], criteria })).value).toBe(83);
    expect(allocate({ budgetDong: 1, projects: [{ ...scored, value: 80 }], criteria })).toMatchObject({
      ok: false,
      error: { code: "score-differs" },
    });
  });

  it("refuses duplicate and unknown ids", () => {
    expect(allocate({ budgetDong: 1, projects: [project("a", 1, 1), project("a", 1, 1)] })).toMatchObject({
      ok: false,
      error: { code: "duplicate-id" },
    });
    expect(allocate({ budgetDong: 1, projects: [project("a", 1, 1)], requires: { a: ["z"] } })).toMatchObject(
      { ok: false, error: { code: "unknown-id" } },
    );
  });
});
