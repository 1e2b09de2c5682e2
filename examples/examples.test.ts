import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readXlsx, writeXlsx } from "../shared/workbook/xlsx/index.ts";
import { EXAMPLES_FOLDER, examples, expectedOf } from "../scripts/examples.ts";

const STALE = "examples/ is stale: run `npm run examples`";

describe.each(examples())("example $name", ({ name, workbook }) => {
  const committed = readFile(join(EXAMPLES_FOLDER, `${name}.xlsx`));

  it("is not stale, to the byte", async () => {
    expect(Buffer.compare(await committed, await writeXlsx(workbook)), STALE).toBe(0);
  });

  it("checked from its file gives the expected totals and findings", async () => {
    const read = await readXlsx(await committed);
    if (!read.ok) throw new Error(read.error.vi);
    const expected: unknown = JSON.parse(
      await readFile(join(EXAMPLES_FOLDER, `${name}.expected.json`), "utf8"),
    );
    expect(JSON.parse(JSON.stringify(expectedOf(read.value))), STALE).toEqual(expected);
  });
});

describe("the figures of 2018 as printed", () => {
  it("4 national đề án for 800 million and 12 local ones for 2 milliard, without errors", async () => {
    const plan = examples().find(({ name }) => name === "quang-ninh-2018");
    if (plan === undefined) throw new Error("no example");
    const { totals, counts } = expectedOf(plan.workbook);
    expect(totals.byFund.QG).toMatchObject({ count: 4, supportDong: 800_000_000 });
    expect(totals.byFund.ĐP).toMatchObject({ count: 12, supportDong: 2_000_000_000 });
    expect(counts.error).toBe(0);
  });

  it("the spoiled copy has errors of every planted kind", () => {
    const spoiled = examples().find(({ name }) => name === "loi-thuong-gap");
    if (spoiled === undefined) throw new Error("no example");
    const rules = new Set(expectedOf(spoiled.workbook).findings.map((finding) => finding.rule));
    expect([...rules]).toEqual(
      expect.arrayContaining(["KC-TT-001", "KC-DT-002", "KC-DT-003", "KC-DA-004", "KC-DA-006", "KC-SO-007"]),
    );
  });
});
