/**
 * The custom functions as `npm run generate` last described them: all that the build needs. Reading what is committed,
 * instead of describing them again, keeps the compiler and what it brings out of a first start.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";

export interface FunctionEntry {
  /** Name inside addin/functions/ as committed; the whole path once read. */
  readonly file: string;
  readonly functionName: string;
  readonly id: string;
}

export interface FunctionsMetadata {
  /** Text of functions.json. */
  readonly vi: string;
  /** Text of functions.en.json. */
  readonly en: string;
  readonly entries: readonly FunctionEntry[];
}

/** The three files of addin/functions/generated/. */
export const GENERATED = { vi: "functions.json", en: "functions.en.json", entries: "entries.json" } as const;

/** Rejects when a generated file is not there: `npm run generate` writes them. */
export async function readFunctionsMetadata(folder: string): Promise<FunctionsMetadata> {
  const read = (name: string) => readFile(join(folder, "generated", name), "utf8");
  const [vi, en, entries] = await Promise.all([
    read(GENERATED.vi),
    read(GENERATED.en),
    read(GENERATED.entries),
  ]);
  const named = JSON.parse(entries) as readonly FunctionEntry[];
  return { vi, en, entries: named.map((entry) => ({ ...entry, file: join(folder, entry.file) })) };
}

/** Source of the script that Excel loads: imports every function and associates it with its id. */
export function associateSource(entries: readonly FunctionEntry[]): string {
  const imports = entries.map(
    ({ file, functionName }, index) =>
      `import { ${functionName} as f${index} } from ${JSON.stringify(file)};`,
  );
  const calls = entries.map(
    ({ id }, index) => `CustomFunctions.associate(${JSON.stringify(id)}, f${index});`,
  );
  return [...imports, ...calls, ""].join("\n");
}
