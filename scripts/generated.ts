/** Files that are made from others and committed, so that a reader of the repository sees them: what each must hold. */
import { join } from "node:path";
import { buildFunctionsMetadata, functionFiles } from "./functions-metadata.ts";
import { root } from "./lib/paths.mjs";

export interface GeneratedFile {
  /** Relative to the project. */
  readonly path: string;
  readonly text: string;
}

/** Throws when a source is wrong (a function without a description, two with one name …). */
export async function generatedFiles(): Promise<GeneratedFile[]> {
  const metadata = await buildFunctionsMetadata(await functionFiles(join(root, "addin", "functions")));
  return [
    { path: "addin/functions/generated/functions.json", text: metadata.vi },
    { path: "addin/functions/generated/functions.en.json", text: metadata.en },
  ];
}
