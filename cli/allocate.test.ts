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
    expect(Object.keys(JSON.parse(out) as object)).toEqual([
      "chosen",
      "value",
      "bound",
      "gap",
      "proven",
      "reasons",
    ]);
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

  it("prints the same bytes whatever the order of the lines", async () => {
    const first = await kc({ budgetDong: 300, projects }, "--full", "--json");
    const second = await kc({ budgetDong: 300, projects: projects.toReversed() }, "--full", "--json");
    expect(first.out).toContain('"equalShares"');
    expect(second.out).toBe(first.out);
  });

  const one = { id: "a", costDong: 1, value: 1 };
  it.each([
    [{ budgetDong: 1, projects: [], mucSan: [] }, "Không hiểu trường “mucSan”"],
    [{ budgetDong: 1.5, projects: [] }, "budgetDong phải là số nguyên đồng"],
    [{ projects: [] }, "Thiếu budgetDong"],
    [{ budgetDong: 2 ** 53, projects: [] }, "từ 0 đến 9.007.199.254.740.991"],
    [{ budgetDong: 1 }, "Thiếu projects"],
    [[], "Tệp phải là một đối tượng JSON"],
    [null, "Tệp phải là một đối tượng JSON"],
    [{ budgetDong: 1, projects: [null] }, "ở projects[0] (đề án thứ 1)"],
    [{ budgetDong: 1, projects: [{ ...one, costDong: -1 }] }, "ở projects[0].costDong (đề án “a”)"],
    [{ budgetDong: 1, projects: [{ ...one, costDong: 0.5 }] }, "costDong phải là số nguyên đồng"],
    [{ budgetDong: 1, projects: [{ ...one, costDong: "1" }] }, "costDong phải là số nguyên đồng"],
    [{ budgetDong: 1, projects: [{ ...one, value: -1 }] }, "value phải là số điểm từ 0"],
    [{ budgetDong: 1, projects: [{ ...one, money: 2 }] }, "“money” ở projects[0] (đề án “a”)"],
    [{ budgetDong: 1, projects: [one, one] }, "Mã đề án “a” bị trùng"],
    [{ budgetDong: 1, projects: [{ id: "a", costDong: 1 }] }, "Đề án “a” thiếu điểm"],
    [
      { budgetDong: 1, projects: ["a", "b"].map((id) => ({ id, costDong: 2 ** 53 - 1, value: 1 })) },
      "vượt mức cộng được chính xác",
    ],
    [
      { budgetDong: 1, projects, floors: { noi: { x: 1 } } },
      "mỗi mức gồm group, is và minDong hoặc minCount",
    ],
    [{ budgetDong: 1, projects, floors: [{ group: "noi", is: "x" }] }, "minDong hoặc minCount"],
    [{ budgetDong: 1, projects, requires: [["a", "b"]] }, '{ "DA01": ["DA02"] }'],
    [{ budgetDong: 1, projects, exclusions: [["a", "z"]] }, "“z” không có trong danh sách"],
    ["{", "không phải JSON"],
  ])("refuses %j in a sentence, with 2", async (input, sentence) => {
    const { code, out, err } = await kc(input, "--json");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(sentence);
  });

  it("tells a file without a choice, 1, from a wrong one", async () => {
    const floors = [{ group: "noi", is: "x", minDong: 9 }];
    const { code, err } = await kc({ budgetDong: 1, projects, floors }, "--json");
    expect(code).toBe(1);
    expect(err).toContain("Không thể đạt mức sàn: noi “x”");
  });
});
