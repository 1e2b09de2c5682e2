/** The programs that the page of the API shows, run as they stand there: curl, and Python with nothing installed. */
import { execFile, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, inject, it } from "vitest";
import { root } from "../scripts/lib/paths.mjs";

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "kc-client-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const has = (program: string) => spawnSync(program, ["--version"]).status === 0;
/** A skipped test says why in its name. */
const because = (program: string) =>
  has(program) ? "" : ` – bỏ qua vì máy không có ${program} / skipped, no ${program}`;

async function shown(id: string): Promise<string> {
  const page = await (await fetch(`${inject("origin")}/api/docs`)).text();
  const text = new RegExp(`<pre tabindex="0" id="${id}">([^]*?)</pre>`).exec(page)?.[1];
  if (text === undefined) throw new Error(`${id} is not on the page`);
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}

describe("programs of the API docs", () => {
  it.skipIf(!has("curl"))(`curl lists the submissions of the province${because("curl")}`, async () => {
    const { stdout } = await run("bash", ["-c", await shown("curl")]);
    const { items } = JSON.parse(stdout) as { items: { provinceCode: string }[] };
    expect(items.length).toBeGreaterThan(0);
    for (const { provinceCode } of items) expect(provinceCode).toBe("22");
  });

  it.skipIf(!has("python3"))(
    `python sends a file once, however often it is run${because("python3")}`,
    async () => {
      const script = join(folder, "gui-ho-so.py");
      const text = await shown("gui-ho-so");
      expect(text).toBe(readFileSync(join(root, "examples/client/gui-ho-so.py"), "utf8"));
      expect(text.split("\n").length).toBeLessThan(42);
      writeFileSync(script, text);
      const file = join(folder, "so 2018.xlsx");
      cpSync(join(root, "examples/quang-ninh-2018.xlsx"), file);
      const send = async () => (await run("python3", [script, inject("origin"), file])).stdout.trim();
      const first = await send();
      expect(first).toMatch(/^hs_[0-9A-Z]{25} 1 \d{4}-\d\d-\d\dT/);
      expect(await send()).toBe(first);
      const receipt = JSON.parse(readFileSync(`${file}.bien-nhan.json`, "utf8")) as {
        id: string;
        signature: string;
      };
      expect(first).toContain(receipt.id);
      expect(receipt.signature.split(".")).toHaveLength(3);
    },
  );

  it.skipIf(!has("python3"))(
    `python says in Vietnamese what is wrong with a file${because("python3")}`,
    async () => {
      const script = join(root, "examples/client/gui-ho-so.py");
      const bad = spawnSync(
        "python3",
        [script, inject("origin"), join(root, "examples/loi-thuong-gap.xlsx")],
        { encoding: "utf8" },
      );
      expect(bad.status).toBe(1);
      expect(bad.stderr).toMatch(/KC-[A-Z]{2}-\d{3} /);
      expect(bad.stderr).toMatch(/422 findings: Sổ còn \d+ lỗi/);
      const other = spawnSync("python3", [script, inject("origin"), join(root, "README.md")], {
        encoding: "utf8",
      });
      expect([other.status, other.stderr.startsWith("422 file: ")]).toEqual([1, true]);
    },
  );
});
