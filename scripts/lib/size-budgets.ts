/** What a user downloads before anything shows, held to its budget at every build. */
import { gzipSync } from "node:zlib";
import type { Plugin, Rolldown } from "vite";

/** kB (1,000 bytes) of JavaScript after gzip. */
export interface Budget {
  readonly name: string;
  /** File name of an asset, or the source of a page whose scripts count with everything they import at once. */
  readonly file: string;
  readonly kilobytes: number;
}

/** Code of a page's entry and of all it imports statically: what must arrive before it runs. */
function startCode(bundle: Rolldown.OutputBundle, page: string): string[] {
  const chunks = Object.values(bundle).filter((part) => part.type === "chunk");
  const waiting = chunks
    .filter((chunk) => chunk.facadeModuleId?.endsWith(page))
    .map((chunk) => chunk.fileName);
  const seen = new Set<string>();
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    waiting.push(...(chunks.find((chunk) => chunk.fileName === name)?.imports ?? []));
  }
  return chunks.filter((chunk) => seen.has(chunk.fileName)).map((chunk) => chunk.code);
}

function codeOf(bundle: Rolldown.OutputBundle, file: string): string[] {
  const asset = bundle[file];
  if (asset?.type === "asset") return [Buffer.from(asset.source).toString()];
  return startCode(bundle, file);
}

/** Prints each figure; a build over its budget, or without the file, fails. */
export function sizeBudgets(budgets: readonly Budget[]): Plugin {
  return {
    name: "kc-size-budgets",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        for (const { name, file, kilobytes } of budgets) {
          const code = codeOf(bundle, file);
          if (code.length === 0) this.error(`${file} was not built`);
          const size = code.reduce((sum, text) => sum + gzipSync(text).length, 0) / 1000;
          const line = `${name}: ${size.toFixed(1)} kB gzip of at most ${kilobytes}`;
          if (size > kilobytes) this.error(`${line}: load the new part when it is first needed`);
          process.stderr.write(`${line}\n`);
        }
      },
    },
  };
}
