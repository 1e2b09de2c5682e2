import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ExcelProblem } from "./problem.ts";
import { inUnlockedExcel } from "./sheet-lock.ts";

let log: string[];
let locks: Map<string, "open" | "locked" | "password">;

function sheetNamed(name: string) {
  return {
    isNullObject: !locks.has(name),
    protection: {
      load: () => undefined,
      get protected() {
        return locks.get(name) !== "open";
      },
      unprotect() {
        if (locks.get(name) === "password")
          throw Object.assign(new Error("Access denied"), { code: "AccessDenied" });
        locks.set(name, "open");
        log.push(`open ${name}`);
      },
      protect(options: { allowSort?: boolean }) {
        locks.set(name, "locked");
        log.push(`lock ${name} ${String(options.allowSort)}`);
      },
    },
  };
}

beforeEach(() => {
  log = [];
  locks = new Map([
    ["KC_DeAn", "locked"],
    ["KC_DuToan", "open"],
  ]);
  const context = {
    workbook: { worksheets: { getItemOrNullObject: sheetNamed } },
    sync: () => Promise.resolve(),
  };
  vi.stubGlobal("Excel", { run: (work: (given: unknown) => Promise<unknown>) => work(context) });
  vi.stubGlobal("Office", { context: { requirements: { isSetSupported: () => true } } });
});
afterEach(() => vi.unstubAllGlobals());

test("lifts the lock for the work and puts it back, also when the work fails", async () => {
  await inUnlockedExcel(() => Promise.resolve(log.push(`work ${locks.get("KC_DeAn")}`)));
  expect(log).toEqual(["open KC_DeAn", "work open", "lock KC_DeAn true"]);
  await expect(inUnlockedExcel(() => Promise.reject(new Error("no")))).rejects.toBeInstanceOf(ExcelProblem);
  expect(locks.get("KC_DeAn")).toBe("locked");
});

test("leaves a lock with a password alone and refuses", async () => {
  locks.set("KC_DeAn", "password");
  const refused = inUnlockedExcel(() => Promise.resolve(log.push("work")));
  await expect(refused).rejects.toMatchObject({ code: "protected" });
  expect(log).toEqual([]);
});

test("asks nothing of a host that cannot lock", async () => {
  vi.stubGlobal("Office", { context: { requirements: { isSetSupported: () => false } } });
  await inUnlockedExcel(() => Promise.resolve(log.push("work")));
  expect(log).toEqual(["work"]);
});
