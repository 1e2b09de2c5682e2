import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { run } from "./law.ts";

let out = "";
let err = "";

beforeEach(() => {
  out = "";
  err = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => ((out += String(text)), true));
  vi.spyOn(process.stderr, "write").mockImplementation((text) => ((err += String(text)), true));
});
afterEach(() => vi.restoreAllMocks());

describe("kc law", () => {
  it("lists every parameter at a day with its citation and how it was checked", async () => {
    expect(await run(["--date", "2018-05-10"])).toBe(0);
    expect(out).toMatch(
      /^MAY-MOC\.TRAN +200\.000\.000 đ .*Điểm c khoản 2 Điều 6 Thông tư liên tịch 26\/2014.*đã đối chiếu văn bản$/m,
    );
    expect(out).toMatch(/^DAY-CHUYEN\.TRAN +#N\/A .*11\/05\/2018/m);
    expect(out).toMatch(/^\d+ tham số: \d+ đã đối chiếu văn bản/m);
  });

  it("lists what nobody has confirmed for a year", async () => {
    expect(await run(["--stale", "--date", "30/06/2019"])).toBe(0);
    expect(out).toMatch(/^MO-HINH\.TRAN +chưa ai xác nhận +Khoản 2 Điều 8 Thông tư 28\/2018\/TT-BTC/m);
  });

  it("gives the same as JSON", async () => {
    await run(["--json", "--date", "2026-07-01"]);
    const { parameters } = JSON.parse(out) as { parameters: { id: string; value?: number }[] };
    expect(parameters.find(({ id }) => id === "LUONG-CO-SO")).toMatchObject({
      value: 2_530_000,
      unit: "dong",
      cite: { doc: "nd-161-2026" },
    });
  });

  it("ends with 2 for a day that is none", async () => {
    expect(await run(["--date", "31/02/2026"])).toBe(2);
    expect(err).toContain("Không có ngày 31/2/2026");
    expect(out).toBe("");
  });
});
