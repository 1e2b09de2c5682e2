import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mustOk } from "../kernel/result.ts";
import { allocate } from "./allocate.ts";
import type { AllocationInput } from "./types.ts";

const project = (id: string, costDong: number, value: number, groups?: Record<string, string>) => ({
  id,
  costDong,
  value,
  ...(groups ? { groups } : {}),
});

function exhaustive(input: AllocationInput): number | null {
  const { projects } = input;
  let best: number | null = null;
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
    const value = picked.reduce((s, p) => s + p.value, 0);
    if (best === null || value > best) best = value;
  }
  return best;
}

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

  it("equals exhaustive search with floors, ceilings, exclusions and requirements", () => {
    const place = fc.constantFrom("x", "y");
    const list = fc.array(
      fc.record({ costDong: fc.integer({ min: 0, max: 30 }), value: fc.integer({ min: 0, max: 30 }), place }),
      { minLength: 2, maxLength: 8 },
    );
    let examined = 0;
    fc.assert(
      fc.property(
        list,
        fc.integer({ min: 0, max: 120 }),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 3 }),
        (raw, budgetDong, minDong, maxCount) => {
          const projects = raw.map((p, i) => project(`p${i}`, p.costDong, p.value, { place: p.place }));
          const input: AllocationInput = {
            budgetDong,
            projects,
            floors: [{ group: "place", is: "x", minDong }],
            ceilings: [{ group: "place", is: "y", maxCount }],
            exclusions: [["p0", "p1"]],
            requires: projects.length > 2 ? { p2: ["p0"] } : {},
          };
          const result = allocate(input);
          const best = exhaustive(input);
          examined += 1;
          if (best === null) expect(result.ok).toBe(false);
          else expect(mustOk(result)).toMatchObject({ value: best, proven: true });
        },
      ),
      { numRuns: 500 },
    );
    expect(examined).toBeGreaterThan(0);
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
