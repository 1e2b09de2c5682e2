import { afterEach, expect, it, vi } from "vitest";
import { judgeTable } from "../../../shared/workbook/judge-table.ts";

const RULES = "../../../shared/workbook/judge-table.ts";

afterEach(() => {
  vi.doUnmock(RULES);
  vi.resetModules();
});

it("hands out the rules when they arrive, and at once from then on", async () => {
  const { withChecker } = await import("./checker.ts");
  const first = withChecker((judge) => judge.name);
  expect(first).toBeInstanceOf(Promise);
  expect(await first).toBe(judgeTable.name);
  expect(withChecker((judge) => judge.name)).toBe(judgeTable.name);
});

it("says what to do while the rules cannot be fetched, and tries again at the next call", async () => {
  vi.doMock(RULES, () => Promise.reject(new TypeError("Failed to fetch")));
  const { whenChecker } = await import("./checker.ts");
  await expect(whenChecker()).rejects.toMatchObject({
    code: "#N/A",
    message: expect.stringContaining("kết nối mạng"),
  });
  vi.doUnmock(RULES);
  expect((await whenChecker()).name).toBe(judgeTable.name);
});
