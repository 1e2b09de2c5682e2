/** Counts out of vitest's JSON report; a run that broke without a failing test still counts as failed. */

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {readonly string[]} notes sentences for the person
 */

/** @type {Counts} */
export const NOTHING = { passed: 0, failed: 0, skipped: 0, notes: [] };

/**
 * @param {Counts} a
 * @param {Counts} b
 * @returns {Counts}
 */
export function add(a, b) {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    notes: [...a.notes, ...b.notes],
  };
}

/**
 * @typedef {object} Report the part of vitest's JSON that counts
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} [numTodoTests]
 * @property {readonly { name: string, status: string, assertionResults: readonly unknown[] }[]} testResults
 */

/**
 * @param {Report | null} report null = vitest did not write one
 * @param {boolean} ok whether vitest ended with 0
 * @returns {Counts}
 */
export function countReport(report, ok) {
  if (report === null) return { ...NOTHING, failed: 1, notes: ["vitest ended without a report"] };
  const broken = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  const failed = report.numFailedTests + broken.length;
  const ran = report.numPassedTests + failed;
  const silent = failed === 0 && (!ok || ran === 0);
  return {
    passed: report.numPassedTests,
    failed: silent ? 1 : failed,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
    notes: [
      ...broken.map((file) => `could not be loaded: ${file.name}`),
      ...(silent ? ["vitest ended with an error outside its tests, or ran none"] : []),
    ],
  };
}
