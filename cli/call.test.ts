import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const KC = fileURLToPath(new URL("./kc.ts", import.meta.url));

/** Runs kc with this standard input. */
function kc(args: readonly string[], input = ""): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["--no-warnings", KC, ...args]);
    let out = "";
    let err = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
    child.on("close", (code) => resolve({ code, out, err }));
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}

async function answers(...lines: unknown[]): Promise<unknown[]> {
  const text = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
  const { code, out } = await kc(["call"], text);
  expect(code).toBe(0);
  return out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);
}

describe("kc call", () => {
  it("answers each line in order, whatever the others hold", async () => {
    expect(
      await answers(
        { fn: "KC.BANGCHU", args: [1001] },
        "không phải JSON",
        { fn: "KC.MUCHOTRO", args: ["MAY-MOC", 610_000_000, null, null, "2018-05-10"] },
        { fn: "kc.muchotro", args: ["MAY-MOC", 610_000_000, null, null, 43_231] },
        { fn: "KC.KHONGCO", args: [] },
        { fn: "constructor", args: [] },
        { fn: "KC.BANGCHU", args: 5 },
        [1],
        "null",
        { fn: "KC.DIEM", args: [[[80, 90]], [[70, 30]]] },
        { fn: "KC.THAMSO", args: ["LUONG-CO-SO", "2010-01-01"] },
        { fn: "KC.THANHTIEN", args: ["1.234", 1000] },
      ),
    ).toEqual([
      { value: "Một nghìn không trăm linh một đồng" },
      { error: "#VALUE!", message: expect.stringContaining("JSON") },
      { value: 200_000_000 },
      { value: 300_000_000 },
      { error: "#NAME?", message: expect.stringContaining("KC.KHONGCO") },
      { error: "#NAME?", message: expect.stringContaining("constructor") },
      { error: "#VALUE!", message: expect.stringContaining("args") },
      { error: "#VALUE!", message: expect.stringContaining("args") },
      { error: "#VALUE!", message: expect.stringContaining("args") },
      { value: [[83]] },
      { error: "#N/A", message: expect.stringContaining("01/07/2019") },
      { error: "#VALUE!", message: expect.stringContaining("1234 hoặc 1,234") },
    ]);
  });

  it("passes long inputs through in order", async () => {
    const count = 20_000;
    const found = await answers(
      ...Array.from({ length: count }, (_, i) => ({ fn: "KC.THANHTIEN", args: [i, 3] })),
    );
    expect(found).toHaveLength(count);
    expect(found.every((answer, i) => (answer as { value: number }).value === i * 3)).toBe(true);
  }, 30_000);

  it("answers nothing to an empty input", async () => {
    expect(await kc(["call"])).toMatchObject({ code: 0, out: "", err: "" });
  });
});

describe("kc", () => {
  it.each([[[]], [["khong-co"]], [["constructor"]]])(
    "shows how to use it and ends with 2 for %j",
    async (args) => {
      const { code, out, err } = await kc(args);
      expect(code).toBe(2);
      expect(out).toBe("");
      expect(err).toContain("kc call");
    },
  );
});
