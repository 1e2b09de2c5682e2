/** Who may import whom: `kernel ← law ← … ← contract` inside shared/, and the worlds around it. Types count as imports. */
import { posix } from "node:path";
import type { CheckResult, SourceFile } from "./lib/check.ts";
import { isTest } from "./lib/sources.ts";
import { importsOf, parse } from "./lib/syntax.ts";

export const LAYERS = ["kernel", "law", "norms", "plan", "rules", "allocation", "workbook", "contract"];

/** World → the folders of this project it may import from. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  shared: ["shared"],
  addin: ["addin", "shared"],
  worker: ["worker", "shared"],
  "worker/console": ["worker/console", "shared"],
  cli: ["cli", "shared", "addin/functions"],
};

/** What only tests may take besides: the worked examples and what writes them. */
const TEST_MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  cli: ["scripts"],
  worker: ["examples"],
};

/** Worlds that run where Node does not exist. */
const WITHOUT_NODE = new Set(["shared", "addin", "worker/console"]);
const SHARED_PACKAGES = new Set(["zod", "big.js"]);
/** The spreadsheet codec stays behind one folder (docs/decisions/0003). */
const CODEC = { folder: "shared/workbook/xlsx/", package: "hucre" };
/** `highs` too: the solver is handed to shared/allocation/ from outside, and its tests hand in the real one. */
const TEST_PACKAGES = new Set(["vitest", "fast-check", "highs"]);

/** The data of a release: judging with it would leave out what was published since. */
const SHIPPED = ["shared/law/book.ts", "shared/contract/built-book.ts"];
/** The one place that lays publications over it, and what fills an empty database. */
const MAY_TAKE_SHIPPED = /^worker\/(law|test-kit)\.ts$|^worker\/seed\//;

function worldOf(path: string): string | null {
  if (path.startsWith("worker/console/")) return "worker/console";
  const top = path.split("/")[0] ?? "";
  return top in MAY_IMPORT ? top : null;
}

function layerOf(path: string): number {
  const [top, layer] = path.split("/");
  return top === "shared" ? LAYERS.indexOf(layer ?? "") : -1;
}

/** A sentence when a file inside the project may not be imported from here, else null. */
function innerProblem(from: string, to: string, world: string): string | null {
  const allowed = [...(MAY_IMPORT[world] ?? []), ...(isTest(from) ? (TEST_MAY_IMPORT[world] ?? []) : [])];
  if (SHIPPED.includes(to) && world === "worker" && !isTest(from) && !MAY_TAKE_SHIPPED.test(from))
    return `${from} takes the shipped data: ask for the book in force (worker/submissions/publications.ts)`;
  if (worldOf(to) === "worker/console" && world === "worker") return `${world} may not import the pages`;
  if (!allowed.some((folder) => to.startsWith(`${folder}/`))) return `${world} may not import ${to}`;
  if (world !== "shared") return null;
  if (layerOf(from) === -1 || layerOf(to) === -1) return `${to} is in no layer of shared/`;
  if (layerOf(to) > layerOf(from)) {
    return `${LAYERS[layerOf(from)]} may not import ${LAYERS[layerOf(to)]}, a layer to its right`;
  }
  return null;
}

function packageName(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

function outerProblem(path: string, specifier: string, world: string): string | null {
  const test = isTest(path);
  if (path.startsWith(CODEC.folder) && packageName(specifier) === CODEC.package) return null;
  if (test && (specifier.startsWith("node:") || TEST_PACKAGES.has(packageName(specifier)))) return null;
  if (WITHOUT_NODE.has(world) && specifier.startsWith("node:")) return `${world} may not import ${specifier}`;
  if (world === "shared" && !SHARED_PACKAGES.has(packageName(specifier))) {
    return `shared may import only zod and big.js, not ${specifier}`;
  }
  return null;
}

/** A test may also take what it needs from Node; a test of cli/ may use the scripts that write its examples. */
export function arrows(files: readonly SourceFile[]): CheckResult {
  const problems: string[] = [];
  let examined = 0;
  for (const file of files) {
    const world = worldOf(file.path);
    if (world === null) continue;
    for (const { specifier, line } of importsOf(parse(file))) {
      examined += 1;
      const problem = specifier.startsWith(".")
        ? innerProblem(file.path, posix.join(posix.dirname(file.path), specifier), world)
        : outerProblem(file.path, specifier, world);
      if (problem !== null) problems.push(`${file.path}:${line}: ${problem}`);
    }
  }
  return { name: "import arrows", unit: "imports", examined, problems };
}
