import { describe, expect, it } from "vitest";
import { add, countReport, NOTHING } from "./test-counts.mjs";

const report = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, testResults: [] };

describe("counting a test run", () => {
  it("takes the reporter's numbers", () => {
    expect(countReport(report, true)).toEqual({ passed: 3, failed: 0, skipped: 1, notes: [] });
    expect(countReport({ ...report, numFailedTests: 2 }, false)).toMatchObject({ passed: 3, failed: 2 });
  });

  it("counts as failed: no report, a file that did not load, an error outside tests, no test at all", () => {
    expect(countReport(null, false).failed).toBe(1);
    const broken = { name: "a.test.ts", status: "failed", assertionResults: [] };
    expect(countReport({ ...report, testResults: [broken] }, false)).toMatchObject({
      passed: 3,
      failed: 1,
      notes: ["could not be loaded: a.test.ts"],
    });
    expect(countReport(report, false).failed).toBe(1);
    expect(countReport({ ...report, numPassedTests: 0 }, true).failed).toBe(1);
  });

  it("adds stages up", () => {
    const one = countReport(report, true);
    expect(add(add(NOTHING, one), one)).toEqual({ passed: 6, failed: 0, skipped: 2, notes: [] });
  });
});
