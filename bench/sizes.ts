/** What is downloaded: gzip sizes of the built files, scripts of a page with everything they load at once. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import { gzipSync } from "node:zlib";
import { root, tool } from "../scripts/lib/paths.mjs";
import type { Section } from "./lib.ts";

const CLIENT = join(root, "dist", "client");

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1).replace(".", ",")} kB`;
}

function gzipOf(path: string): number {
  return gzipSync(readFileSync(path)).length;
}

/** Scripts a page names and the ones they import statically; what is loaded on demand is not counted. */
function scriptsOf(page: string): string[] {
  const html = readFileSync(join(CLIENT, page), "utf8");
  const named = [
    ...html.matchAll(/<script[^>]+src="(\/[^"]+\.js)"/g),
    ...html.matchAll(/rel="modulepreload"[^>]+href="(\/[^"]+)"/g),
  ];
  const queue = named.map(([, path = ""]) => path).filter((path) => path !== "/functions.js");
  const seen = new Set<string>();
  while (queue.length > 0) {
    const path = queue.pop() ?? "";
    if (seen.has(path) || !existsSync(join(CLIENT, path))) continue;
    seen.add(path);
    const source = readFileSync(join(CLIENT, path), "utf8");
    for (const [, from = ""] of source.matchAll(/(?:from|import)\s*"(\.{0,2}\/[^"]+\.js)"/g))
      queue.push(posix.resolve(posix.dirname(path), from));
  }
  return [...seen];
}

function pageRow(name: string, page: string, target: string): string[] {
  if (!existsSync(join(CLIENT, page))) return [name, "chưa dựng", target];
  const bytes = scriptsOf(page).reduce((sum, path) => sum + gzipOf(join(CLIENT, path)), 0);
  return [name, kilobytes(bytes), target];
}

/** The Worker as it would be uploaded. */
function workerRow(): string[] {
  const out = mkdtempSync(join(tmpdir(), "kc-bench-"));
  try {
    const args = [tool("wrangler"), "deploy", "--dry-run", "--outdir", out];
    const { status } = spawnSync(process.execPath, args, {
      cwd: root,
      env: { ...process.env, CI: "1" },
      encoding: "utf8",
    });
    if (status !== 0) return ["Worker", "không đóng gói được", ""];
    const files = readdirSync(out).filter((name) => /\.(js|mjs|wasm)$/.test(name));
    return ["Worker", kilobytes(files.reduce((sum, name) => sum + gzipOf(join(out, name)), 0)), ""];
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

export function sizesSection(): Section | null {
  if (!existsSync(join(CLIENT, "functions.js"))) return null;
  return {
    title: "Dung lượng tải về (gzip)",
    head: ["Tệp", "gzip", "mục tiêu"],
    rows: [
      ["functions.js", kilobytes(gzipOf(join(CLIENT, "functions.js"))), "≤ 60 kB"],
      [
        "functions-check.js (KC.KIEMTRA, lần gọi đầu)",
        kilobytes(gzipOf(join(CLIENT, "functions-check.js"))),
        "",
      ],
      pageRow("Ngăn Khuyến công (JS)", "taskpane.html", "≤ 120 kB"),
      workerRow(),
    ],
  };
}
