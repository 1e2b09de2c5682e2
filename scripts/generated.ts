/** Files that are made from others and committed, so that a reader of the repository sees them: what each must hold. */
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { TEMPLATE_KINDS } from "../shared/contract/order.ts";
import { EVIDENCE_PAPER } from "../worker/papers/evidence-fields.ts";
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

/** The OpenAPI document as the Worker gives it. */
export async function openApiText(): Promise<string> {
  const path = new URL("../worker/index.ts", import.meta.url).href;
  const { app } = (await import(path)) as {
    app: { request: (path: string, init: object, env: object) => Promise<Response> };
  };
  const answer = await app.request("/openapi.json", {}, { ENVIRONMENT: "local", RATE_LIMITS: "off" });
  return answer.text();
}

/** The Worker has no files to read: what the page of the API shows travels as a constant. */
function clientExample(): string {
  const text = readFileSync(join(root, "examples", "client", "gui-ho-so.py"), "utf8");
  const escaped = text.replace(/[`\\$]/g, "\\$&");
  return `/** examples/client/gui-ho-so.py, written by \`npm run generate\`. */\nexport const CLIENT_EXAMPLE = \`${escaped}\`;\n`;
}

/** The templates of the papers, for the same reason: their files are the truth, this is how the Worker carries them. */
function paperTemplates(): string {
  const lines = [...TEMPLATE_KINDS, EVIDENCE_PAPER].map((kind) => {
    const bytes = readFileSync(join(root, "worker", "papers", "templates", `${kind}.docx`));
    return `  ${JSON.stringify(kind)}: ${JSON.stringify(bytes.toString("base64"))},\n`;
  });
  return `/** worker/papers/templates/*.docx in base64, written by \`npm run generate\`. */\nexport const TEMPLATES = {\n${lines.join("")}} as const;\n`;
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
    { path: "worker/routes/generated/client-example.ts", text: clientExample() },
    { path: "worker/papers/generated/templates.ts", text: paperTemplates() },
  ];
}
