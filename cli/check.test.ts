import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildBook } from "../shared/contract/built-book.ts";
import { EXAMPLES_FOLDER } from "../scripts/examples.ts";
import { check } from "./check.ts";
import { run as runTemplate } from "./template.ts";

async function runCheck(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = "";
  let err = "";
  const code = await check(args, {
    out: async (text) => void (out += text),
    err: async (text) => void (err += text),
  });
  return { code, out, err };
}

const good = join(EXAMPLES_FOLDER, "quang-ninh-2018.xlsx");
const bad = join(EXAMPLES_FOLDER, "loi-thuong-gap.xlsx");
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kc-check-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("kc check", () => {
  it("ends with 0 and the totals when nothing blocks", async () => {
    const { code, out, err } = await runCheck(good);
    expect(code).toBe(0);
    expect(out).toContain("Khuyến công quốc gia: 4 đề án");
    expect(out).toContain("kinh phí khuyến công 2.800.000.000 đ");
    expect(err).toBe("");
  });

  it("ends with 1 and says where, what, why and what to do", async () => {
    const { code, out } = await runCheck(bad);
    expect(code).toBe(1);
    expect(out).toMatch(/LỖI \(phải sửa trước khi gửi\): \d+/);
    expect(out).toContain("KC_DuToan!E6 [KC-DT-002]");
    expect(out).toContain("→ cần là");
    expect(out).toContain("căn cứ:");
    expect(out).toContain("cách xử lý:");
  });

  it("judges with a server's book: the same findings from the same data, another value another finding", async () => {
    const book = buildBook();
    const file = async (name: string, content: unknown) => {
      const path = join(folder, name);
      await writeFile(path, JSON.stringify(content));
      return path;
    };
    const findingsWith = async (...more: string[]) =>
      (JSON.parse((await runCheck(good, "--json", ...more)).out) as { findings: { rule: string }[] })
        .findings;
    const same = await file("same.json", book);
    expect(await findingsWith("--book", same)).toEqual(await findingsWith());
    const parameters = book.law.parameters.map((one) =>
      one.id === "MO-HINH.TRAN"
        ? { ...one, values: one.values.map((value) => ({ ...value, value: 1_000_000 })) }
        : one,
    );
    const lower = await file("lower.json", { ...book, law: { ...book.law, parameters } });
    expect((await findingsWith("--book", lower)).length).toBeGreaterThan((await findingsWith()).length);
    const { code, err } = await runCheck(good, "--book", await file("other.json", { a: 1 }));
    expect(code).toBe(2);
    expect(err).toContain("/api/v1/book");
  });

  it("prints one JSON object", async () => {
    const { code, out } = await runCheck(bad, "--json");
    const result = JSON.parse(out) as Record<string, unknown>;
    expect(code).toBe(1);
    expect(Object.keys(result)).toEqual([
      "file",
      "versions",
      "totals",
      "counts",
      "findings",
      "differences",
      "notes",
    ]);
    expect(result["file"]).toBe("loi-thuong-gap.xlsx");
  });

  it.each([
    ["a missing file", async () => join(folder, "khong-co.xlsx"), "file-missing", "Không tìm thấy"],
    ["a folder", async () => folder, "file-unreadable", "thư mục"],
    ["a renamed CSV", async () => save("a.xlsx", "Mã;Tên\n1;2"), "xlsx-is-text", "CSV"],
    ["an empty file", async () => save("b.xlsx", ""), "xlsx-empty", "rỗng"],
  ])("ends with 2 and a sentence for %s", async (_, path, codeName, word) => {
    const { code, out, err } = await runCheck(await path(), "--json");
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ error: { code: codeName } });
    expect(err).toContain(word);
  });

  it("ends with 2 on wrong use", async () => {
    expect((await runCheck()).code).toBe(2);
    expect((await runCheck(good, bad)).code).toBe(2);
    expect((await runCheck("--jsn", good)).err).toContain("--jsn");
  });
});

async function save(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

describe("kc template", () => {
  it("makes a workbook that is read without a missing sheet, and does not overwrite", async () => {
    const path = join(folder, "mau.xlsx");
    expect(await runTemplate([path])).toBe(0);
    const { out } = await runCheck(path, "--json");
    const { findings } = JSON.parse(out) as { findings: { rule: string }[] };
    expect(findings.map((finding) => finding.rule)).not.toEqual(expect.arrayContaining(["KC-SO-001"]));
    expect(await runTemplate([path])).toBe(2);
    expect(await runTemplate([path, "--force"])).toBe(0);
  });
});
