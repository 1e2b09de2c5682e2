import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { associateSource } from "./functions-generated.ts";
import { buildFunctionsMetadata, functionFiles } from "./functions-metadata.ts";

const FOLDER = fileURLToPath(new URL("./fixtures/functions", import.meta.url));
const made = mkdtempSync(join(tmpdir(), "kc-functions-"));
afterAll(() => rmSync(made, { recursive: true }));

const GOOD = `export const texts = { en: { description: "Twice", params: { so: "Number" } } };
/**
 * Gấp đôi.
 * @customfunction HAI
 * @helpurl https://localhost:8787/help/hai.html
 * @param so Một số
 */
export function hai(so: number): number { return so * 2; }
`;

async function build(name: string, text: string) {
  const file = join(made, name);
  writeFileSync(file, text);
  return buildFunctionsMetadata([file]);
}

describe("functions metadata", () => {
  it("describes the same function in Vietnamese and in English", async () => {
    const { vi, en, entries } = await buildFunctionsMetadata(await functionFiles(FOLDER));
    const [vietnamese] = JSON.parse(vi).functions;
    const [english] = JSON.parse(en).functions;
    expect(vietnamese).toMatchObject({
      id: "GAPDOI",
      description: "Gấp đôi một số.",
      helpUrl: "https://localhost:8787/help/gapdoi.html",
      parameters: [
        { name: "so", description: "Số cần gấp đôi", type: "number" },
        { name: "lan", description: "Số lần gấp đôi", type: "number", optional: true },
      ],
    });
    expect(english.description).toBe("Twice a number");
    expect(english.parameters.map((p: { description: string }) => p.description)).toEqual([
      "The number",
      "How often",
    ]);
    expect({ ...english, description: "", parameters: [] }).toEqual({
      ...vietnamese,
      description: "",
      parameters: [],
    });
    expect(entries).toMatchObject([{ id: "GAPDOI", functionName: "gapDoi" }]);
  });

  it("associates every function with its id", async () => {
    const { entries } = await buildFunctionsMetadata(await functionFiles(FOLDER));
    const source = associateSource(entries);
    expect(source).toMatch(/^import \{ gapDoi as f0 \} from ".*gap-doi\.ts";$/m);
    expect(source.trimEnd()).toMatch(/CustomFunctions\.associate\("GAPDOI", f0\);$/);
  });

  it("refuses a function that is not fully described, and says what is missing", async () => {
    await expect(build("good.ts", GOOD)).resolves.toBeDefined();
    await expect(build("a.ts", GOOD.replace('so: "Number"', ""))).rejects.toThrow(
      /a\.ts: texts\.en\.params has no so/,
    );
    await expect(build("b.ts", GOOD.replace('so: "Number"', 'so: "N", x: "X"'))).rejects.toThrow(
      /has x, which is not/,
    );
    await expect(build("c.ts", GOOD.replace("Gấp đôi.", ""))).rejects.toThrow(/no Vietnamese description/);
    await expect(build("d.ts", GOOD.replace(/ \* @helpurl.*\n/, ""))).rejects.toThrow(/no @helpurl/);
    await expect(build("e.ts", GOOD.replace("export const texts", "const texts"))).rejects.toThrow(
      /texts\.en/,
    );
    await expect(build("f.ts", "export const x = 1;\n")).rejects.toThrow(/0 functions/);
  });

  it("refuses two functions of one name", async () => {
    writeFileSync(join(made, "one.ts"), GOOD);
    writeFileSync(join(made, "two.ts"), GOOD);
    const both = buildFunctionsMetadata([join(made, "one.ts"), join(made, "two.ts")]);
    await expect(both).rejects.toThrow(/same function: HAI/);
  });
});
