import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { explain } from "./explain.ts";

const FILE = fileURLToPath(new URL("../examples/quang-ninh-2018.xlsx", import.meta.url));

async function kc(...args: string[]) {
  const text = { stdout: "", stderr: "" };
  const status = await explain(args, {
    out: (part) => (text.stdout += part),
    err: (part) => (text.stderr += part),
  });
  return { status, ...text };
}

describe("kc explain", () => {
  it("prints the tree with law, dates and marks", async () => {
    const { status, stdout } = await kc(FILE, "KC_DeAn!N5");
    expect(status).toBe(0);
    expect(stdout).toContain("Mức hỗ trợ tối đa – DA01 [KC_DeAn!N5]: 300.000.000");
    expect(stdout).toContain(
      "Điểm b khoản 2 Điều 6 Thông tư liên tịch 26/2014/TTLT-BTC-BCT, áp dụng từ 08/04/2014 đến 10/05/2018; đã đối chiếu văn bản",
    );
    expect(stdout).toContain("SUMIFS: 1 dòng khớp điều kiện");
  });

  it("gives the same as data", async () => {
    const { status, stdout } = await kc(FILE, "kc_dean!$n$5", "--json");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ where: "KC_DeAn!N5", value: 300_000_000, verified: "text" });
  });

  it("tells an empty cell from a file or an address that cannot be read", async () => {
    expect((await kc(FILE, "KC_DeAn!ZZ9")).status).toBe(1);
    expect((await kc(FILE, "KhongCo!A1")).status).toBe(1);
    expect((await kc(FILE, "N5")).status).toBe(2);
    expect((await kc("khong-co.xlsx", "KC_DeAn!N5")).status).toBe(2);
    expect((await kc(fileURLToPath(new URL("../package.json", import.meta.url)), "KC_DeAn!N5")).status).toBe(
      2,
    );
    const wrong = await kc(FILE);
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain("Cách dùng");
    await expect(kc(FILE, "KC_DeAn!N5", "--lạ")).rejects.toMatchObject({
      code: "ERR_PARSE_ARGS_UNKNOWN_OPTION",
    });
  });
});
