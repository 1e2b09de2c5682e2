import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { run } from "./allocate.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kc-allocate-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(() => vi.restoreAllMocks());

async function kc(input: unknown, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = "";
  let err = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => ((out += String(text)), true));
  vi.spyOn(process.stderr, "write").mockImplementation((text) => ((err += String(text)), true));
  const file = join(folder, "in.json");
  await writeFile(file, typeof input === "string" ? input : JSON.stringify(input));
  const code = await run(["--input", file, ...args]);
  vi.restoreAllMocks();
  return { code, out, err };
}

const projects = [
  { id: "a", costDong: 200, value: 60, groups: { noi: "x" } },
  { id: "b", costDong: 150, value: 40, groups: { noi: "y" } },
  { id: "c", costDong: 100, value: 30, groups: { noi: "x" } },
];

describe("kc allocate", () => {
  it("answers the choice, its proof and a reason for each project", async () => {
    const { code, out, err } = await kc({ budgetDong: 300, projects }, "--json");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(JSON.parse(out)).toMatchObject({
      chosen: ["a", "c"],
      value: 90,
      bound: 90,
      gap: 0,
      proven: true,
      reasons: { a: { funded: true }, b: { funded: false, flip: { costLessDong: 50, valueMore: 20 } } },
    });
  });

  it("keeps floors, ceilings, exclusions and requirements", async () => {
    const input = {
      budgetDong: 400,
      projects,
      floors: [{ group: "noi", is: "y", minCount: 1 }],
      ceilings: [{ group: "noi", is: "x", maxDong: 250 }],
      exclusions: [["a", "c"]],
      requires: { b: ["c"] },
    };
    const { code, out } = await kc(input, "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ chosen: ["b", "c"], value: 70, proven: true });
  });

  it.each([
    [{ budgetDong: 1, projects: [], mucSan: [] }, "Không hiểu trường “mucSan”"],
    [{ budgetDong: 1.5, projects: [] }, "ở budgetDong"],
    [{ budgetDong: 1, projects: [{ id: "a", costDong: -1, value: 1 }] }, "ở projects[0].costDong"],
    [{ budgetDong: 1, projects: [{ id: "a", costDong: 1, value: 1, money: 2 }] }, "“money” ở projects[0]"],
    [{ budgetDong: 1, projects: [{ id: "a", costDong: 1 }] }, "Đề án “a” thiếu điểm"],
    [
      { budgetDong: 1, projects, floors: [{ group: "noi", is: "x", minDong: 9 }] },
      "Không thể đạt mức sàn: noi “x”",
    ],
    ["{", "không phải JSON"],
  ])("refuses %j in a sentence, with 1", async (input, sentence) => {
    const { code, out, err } = await kc(input, "--json");
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain(sentence);
  });
});
