/** The service workers of the pane and the workbench: which files each keeps, found in what was built. */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Plugin, Rolldown } from "vite";
import { FILES, type OfflineFiles } from "../../addin/offline/files.ts";

export interface OfflinePage {
  readonly page: OfflineFiles["page"];
  /** Address of the service worker, without the first slash. */
  readonly script: string;
  /** Sources of the pages whose code is kept, with everything they may load later. */
  readonly sources: readonly string[];
  /** Files that no import names. */
  readonly more: readonly string[];
}

type Chunk = Rolldown.OutputChunk & {
  readonly viteMetadata?: {
    readonly importedCss: ReadonlySet<string>;
    readonly importedAssets: ReadonlySet<string>;
  };
};

/**
 * Extras that a library loads when it wants to (hyphenation of other languages) are megabytes nobody here uses, but for
 * the one the grid asks for at every start.
 */
function isWanted({ facadeModuleId }: Chunk): boolean {
  const library = facadeModuleId?.includes("/node_modules/") === true;
  return !library || facadeModuleId.includes("/en-gb-");
}

/** Code, styles and background workers of a page: what it imports now and may import later. */
function closureOf(bundle: Rolldown.OutputBundle, sources: readonly string[]): string[] {
  const chunks = new Map<string, Chunk>();
  for (const part of Object.values(bundle)) if (part.type === "chunk") chunks.set(part.fileName, part);
  const assets = Object.keys(bundle).filter((name) => bundle[name]?.type === "asset");
  const seen = new Set<string>();
  const waiting = [...chunks.values()].filter(({ facadeModuleId }) =>
    sources.some((source) => facadeModuleId?.endsWith(source)),
  );
  for (let chunk = waiting.pop(); chunk !== undefined; chunk = waiting.pop()) {
    if (seen.has(chunk.fileName)) continue;
    seen.add(chunk.fileName);
    const { code, viteMetadata } = chunk;
    for (const name of [...(viteMetadata?.importedCss ?? []), ...(viteMetadata?.importedAssets ?? [])])
      seen.add(name);
    // A background worker is a file of its own, named in the code that starts it.
    for (const name of assets)
      if (name.startsWith("assets/") && name.endsWith(".js") && code.includes(basename(name))) seen.add(name);
    const later = chunk.dynamicImports.filter((name) => {
      const next = chunks.get(name);
      return next !== undefined && isWanted(next);
    });
    for (const name of [...chunk.imports, ...later]) {
      const next = chunks.get(name);
      if (next !== undefined) waiting.push(next);
    }
  }
  return [...seen];
}

const pathOf = (file: string) => `/${file.replace(/(^|\/)index\.html$/, "$1")}`;

function listOf(page: OfflineFiles["page"], folder: string, names: readonly string[]): OfflineFiles {
  const files = [...new Set(names)].sort().map((name) => ({
    path: pathOf(name),
    sha256: createHash("sha256")
      .update(readFileSync(join(folder, name)))
      .digest("base64"),
  }));
  const version = createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 16);
  return { page, version, files };
}

/** Written when everything else is on the disk: only then are the bytes what a browser will get. */
export function offlinePages(pages: readonly OfflinePage[], buildCode: () => Promise<string>): Plugin {
  return {
    name: "kc-offline",
    enforce: "post",
    writeBundle: {
      order: "post",
      async handler({ dir = "" }, bundle) {
        const code = await buildCode();
        for (const { page, script, sources, more } of pages) {
          const names = closureOf(bundle, sources);
          if (names.length === 0) return this.error(`${sources.join(", ")} was not built`);
          const list = listOf(page, dir, [...names, ...more]);
          writeFileSync(join(dir, script), `self.${FILES}=${JSON.stringify(list)};\n${code}`);
          process.stderr.write(`${script}: ${list.files.length} files kept for use without a network\n`);
        }
      },
    },
  };
}
