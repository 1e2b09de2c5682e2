/** Files that are made from others and committed, so that a reader of the repository sees them: what each must hold. */
import { basename, join } from "node:path";
import { GENERATED } from "./functions-generated.ts";
import { buildFunctionsMetadata, functionFiles } from "./functions-metadata.ts";
import { root } from "./lib/paths.mjs";

export interface GeneratedFile {
  /** Relative to the project. */
  readonly path: string;
  readonly text: string;
}

/** The routes are loaded by address: the types of the Worker's world are not those of a script. */
async function accessMatrix(): Promise<string> {
  const load = (path: string) => import(new URL(path, import.meta.url).href) as Promise<unknown>;
  const { ROUTES } = (await load("../worker/index.ts")) as { ROUTES: readonly { spec: unknown }[] };
  const { accessMatrixPage } = (await load("../worker/http/access-matrix-page.ts")) as {
    accessMatrixPage: (specs: readonly unknown[]) => string;
  };
  return accessMatrixPage(ROUTES.map(({ spec }) => spec));
}

/** Throws when a source is wrong (a function without a description, two with one name …). */
export async function generatedFiles(): Promise<GeneratedFile[]> {
  const metadata = await buildFunctionsMetadata(await functionFiles(join(root, "addin", "functions")));
  const entries = metadata.entries.map((entry) => ({ ...entry, file: basename(entry.file) }));
  const file = (name: string, text: string) => ({ path: `addin/functions/generated/${name}`, text });
  return [
    file(GENERATED.vi, metadata.vi),
    file(GENERATED.en, metadata.en),
    file(GENERATED.entries, `${JSON.stringify(entries, null, 2)}\n`),
    { path: "docs/ma-tran-quyen.md", text: await accessMatrix() },
  ];
}
