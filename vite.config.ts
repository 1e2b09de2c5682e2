/**
 * Builds what the Worker serves into dist/client: the pages at stable addresses, hashed files under /assets/, the icons,
 * and the custom functions (functions.json, functions.en.json, functions.js).
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build, defineConfig, type Plugin } from "vite";
import {
  associateSource,
  readFunctionsMetadata,
  type FunctionsMetadata,
} from "./scripts/functions-generated.ts";
import { helpPagesPlugin } from "./scripts/help/help-pages.ts";
import { offlinePages } from "./scripts/lib/offline.ts";
import { sizeBudgets } from "./scripts/lib/size-budgets.ts";

const root = import.meta.dirname;

/** Address → source. Excel and links know these addresses: they do not change. */
const PAGES: Readonly<Record<string, string>> = {
  "taskpane.html": "addin/taskpane/taskpane.html",
  "workbench/index.html": "addin/workbench/index.html",
  "index.html": "worker/console/index.html",
  "console/index.html": "worker/console/console.html",
  "upload/index.html": "worker/console/upload.html",
};

/** While `KC_PARTIAL=1` a page that is not written yet is left out; otherwise its absence fails the build. */
const pages = Object.entries(PAGES).filter(([, source]) => {
  return process.env["KC_PARTIAL"] !== "1" || existsSync(join(root, source));
});

/** The same page as in Excel; only the script that stands for Excel differs. Null = it names no such script. */
function inWorkbench(pane: string): string | null {
  const source = pane.replace(
    /src="https:\/\/appsforoffice\.microsoft\.com\/[^"]*"/,
    `src="/${OFFICE_HOST}"`,
  );
  return source === pane ? null : source;
}

function stableAddresses(): Plugin {
  return {
    name: "kc-stable-addresses",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        for (const [address, source] of pages) {
          const page = bundle[source];
          if (page?.type !== "asset") return this.error(`${source} was not built`);
          delete bundle[source];
          this.emitFile({ type: "asset", fileName: address, source: page.source });
          if (address === "taskpane.html") {
            const source = inWorkbench(page.source.toString());
            if (source === null) return this.error(`${address} does not load office.js`);
            this.emitFile({ type: "asset", fileName: "workbench/taskpane.html", source });
          }
        }
      },
    },
  };
}

function icons(): Plugin {
  const folder = join(root, "addin/assets");
  return {
    name: "kc-icons",
    generateBundle() {
      for (const name of readdirSync(folder).filter((file) => /\.(png|svg|ico)$/.test(file))) {
        this.emitFile({ type: "asset", fileName: `icons/${name}`, source: readFileSync(join(folder, name)) });
      }
    },
  };
}

/** Everything an entry needs as one script: classic (`iife`) or a module (`es`). */
async function buildScript(
  input: string,
  target: string,
  { plugins = [], format = "iife" }: { plugins?: Plugin[]; format?: "iife" | "es" } = {},
): Promise<string> {
  const result = await build({
    configFile: false,
    root,
    logLevel: "warn",
    publicDir: false,
    plugins,
    build: {
      write: false,
      target,
      modulePreload: false,
      rolldownOptions: {
        input,
        output: { format, entryFileNames: "script.js" },
        preserveEntrySignatures: format === "es" ? "strict" : false,
      },
    },
  });
  const output = [result].flat().flatMap((part) => ("output" in part ? part.output : []));
  const [script, ...rest] = output;
  if (script?.type !== "chunk" || rest.length > 0) throw new Error(`${input} must become exactly one script`);
  return script.code;
}

/** What KC.KIEMTRA loads at its first call, beside functions.js. */
const CHECKER = { source: "shared/workbook/judge-table.ts", fileName: "functions-check.js" };

/** The functions as one classic script, as Excel wants it; the rules stay outside it. */
function buildFunctionsScript(metadata: FunctionsMetadata): Promise<string> {
  const id = "virtual:kc-functions";
  const entry: Plugin = {
    name: "kc-functions-entry",
    enforce: "pre",
    resolveId(source, importer) {
      if (source === id) return `\0${id}`;
      const isChecker =
        importer?.endsWith("/addin/functions/lib/checker.ts") && source.endsWith(CHECKER.source);
      return isChecker ? { id: `/${CHECKER.fileName}`, external: "absolute" } : null;
    },
    load: (source) => (source === `\0${id}` ? associateSource(metadata.entries) : null),
  };
  return buildScript(id, "es2020", { plugins: [entry] });
}

const OFFICE_HOST = "workbench/office-host.js";

/** Stands for office.js inside the workbench; a classic script, so that it runs before the pane's modules. */
function officeHost(): Plugin {
  return {
    name: "kc-office-host",
    async generateBundle() {
      const source = await buildScript(join(root, "addin/workbench/office-host/entry.ts"), "es2022");
      this.emitFile({ type: "asset", fileName: OFFICE_HOST, source });
    },
  };
}

/** The help pages stand on the host that serves the add-in: KC_ORIGIN, or this machine. */
function onThisHost(metadata: string): string {
  const origin = process.env["KC_ORIGIN"];
  return origin === undefined
    ? metadata
    : metadata.replaceAll("https://localhost:8787", new URL(origin).origin);
}

function customFunctions(): Plugin {
  const folder = join(root, "addin/functions");
  return {
    name: "kc-custom-functions",
    async generateBundle() {
      const metadata = await readFunctionsMetadata(folder);
      if (metadata.entries.length === 0) this.error("addin/functions holds no function");
      const outputs = {
        "functions.json": onThisHost(metadata.vi),
        "functions.en.json": onThisHost(metadata.en),
        "functions.js": await buildFunctionsScript(metadata),
        [CHECKER.fileName]: await buildScript(join(root, CHECKER.source), "es2020", { format: "es" }),
      };
      for (const [fileName, source] of Object.entries(outputs)) {
        this.emitFile({ type: "asset", fileName, source });
      }
    },
  };
}

/**
 * zod tries whether it may make functions out of text, and the pages' policy reports the attempt. It is told beforehand
 * that it may not; in the pages themselves that would be too late, since modules run in an order of their own.
 */
function noEval(): Plugin {
  const SETTING = "_a.__zod_globalConfig = {}";
  return {
    name: "kc-no-eval",
    transform(code, id) {
      if (!id.endsWith("/zod/v4/core/core.js")) return null;
      if (!code.includes(SETTING)) return this.error("zod keeps its settings elsewhere now");
      return { code: code.replace(SETTING, "_a.__zod_globalConfig = { jitless: true }"), map: null };
    },
  };
}

const PANE = "addin/taskpane/taskpane.html";
const WORKBENCH = "addin/workbench/index.html";
const FUNCTION_FILES = ["functions.json", "functions.en.json", "functions.js", CHECKER.fileName];
const PANE_ICONS = ["icons/icon-32.png"];

export default defineConfig({
  root,
  publicDir: false,
  plugins: [
    noEval(),
    customFunctions(),
    helpPagesPlugin(root),
    officeHost(),
    icons(),
    stableAddresses(),
    offlinePages(
      [
        {
          page: "pane",
          script: "pane-offline.js",
          sources: [PANE],
          more: ["taskpane.html", ...FUNCTION_FILES, ...PANE_ICONS],
        },
        {
          page: "workbench",
          script: "workbench/offline.js",
          sources: [PANE, WORKBENCH],
          more: [
            "workbench/index.html",
            "workbench/taskpane.html",
            OFFICE_HOST,
            ...FUNCTION_FILES,
            ...PANE_ICONS,
            "icons/icon.svg",
          ],
        },
      ],
      () => buildScript(join(root, "addin/offline/service-worker.ts"), "es2022"),
    ),
    sizeBudgets([
      { name: "custom functions", file: "functions.js", kilobytes: 60 },
      { name: "pane at its start", file: "addin/taskpane/taskpane.html", kilobytes: 120 },
    ]),
  ],
  worker: { format: "es" },
  build: {
    outDir: "dist/client",
    emptyOutDir: true,
    target: "es2022",
    // Nothing as data: URLs: the pages' content security policy allows only files of their own.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 8000,
    rolldownOptions: { input: pages.map(([, source]) => join(root, source)) },
  },
});
