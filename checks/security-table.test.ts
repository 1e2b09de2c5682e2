import { describe, expect, it } from "vitest";
import { securityTable } from "./security-table.ts";

const TESTS = `
describe("doors", () => {
  it("is shut", () => {});
  test.each([["alg none", 1]])("refused: %s", () => {});
  it.skipIf(no)(\`runs\${because}\`, () => {});
});
// it("only in a comment", () => {});
`;
const read = (path: string) => (path === "a/b.test.ts" ? TESTS : null);
const table = (line: string) => securityTable(`| Mã | Bằng chứng |\n| --- | --- |\n${line}\n`, read);

describe("a line of SECURITY.md", () => {
  it.each([
    "| 1 | `a/b.test.ts` › `is shut` |",
    "| 1 | `a/b.test.ts` › `doors` |",
    "| 1 | `a/b.test.ts` › `is shut`, `refused: alg none` |",
    "| 1 | `a/b.test.ts` › `refused: %s` |",
    "| 1 | còn mở: chưa có người rà |",
  ])("is taken: %s", (line) => {
    expect(table(line)).toMatchObject({ examined: 1, problems: [] });
  });

  it.each([
    ["| 1 | tin tôi đi |", "neither"],
    ["| 1 | còn mở |", "neither"],
    ["| 1 | `a/b.test.ts` |", "neither"],
    ["| 1 | `a/c.test.ts` › `is shut` |", "does not exist"],
    ["| 1 | `is shut` |", "before any file"],
    ["| 1 | `a/b.test.ts` › `is open` |", "no test “is open”"],
    ["| 1 | `a/b.test.ts` › `refused: HS256` |", "no test “refused: HS256”"],
    ["| 1 | `a/b.test.ts` › `only in a comment` |", "no test"],
  ])("is refused: %s", (line, words) => {
    expect(table(line).problems.join()).toContain(words);
  });

  it("counts only where there is evidence to give", () => {
    expect(securityTable("| a | b |\n| --- | --- |\n| 1 | 2 |\n", read).examined).toBe(0);
  });
});
