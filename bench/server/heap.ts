/**
 * How much memory a submission of 5,000 lines needs, whatever a roomy machine lets it take: the pure part of receiving
 * (parse, check, hash, judge, pack) is run in a Node whose heap may not grow beyond a given size.
 *
 * As a program: `node heap.ts BODY.json` runs that part four times over the body in the file.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { isPlainEnvelope } from "../../shared/contract/plain-envelope.ts";
import { canonicalJson, namesOf } from "../../shared/kernel/canonical.ts";
import { builtinLawBook } from "../../shared/law/book.ts";
import { builtinNormBooks } from "../../shared/norms/builtin.ts";
import { judgeWorkbook } from "../../shared/workbook/judge.ts";

const HEAPS_MB = [48, 64, 80, 96, 128] as const;
const TIMES = 4;

function receiveOnce(bytes: Uint8Array): void {
  const sent = new TextDecoder().decode(bytes);
  const envelope: unknown = JSON.parse(sent);
  if (!isPlainEnvelope(envelope)) throw new Error("not a plain envelope");
  const text = namesOf(envelope).inOrder ? sent : canonicalJson(envelope);
  const verdict = judgeWorkbook(envelope.workbook, builtinLawBook(), builtinNormBooks());
  const hash = createHash("sha256").update(text).digest("hex");
  if (verdict.counts.error > 0 || hash.length !== 64 || gzipSync(text).length === 0)
    throw new Error("not taken");
}

/** The smallest heap of those tried in which it runs, in MB; null when it needs more than all of them. */
export function smallestHeapMb(body: string): number | null {
  const folder = mkdtempSync(join(tmpdir(), "kc-heap-"));
  try {
    const file = join(folder, "body.json");
    writeFileSync(file, body);
    const fits = HEAPS_MB.find((megabytes) => {
      const limits = [`--max-old-space-size=${megabytes}`, "--max-semi-space-size=4"];
      return spawnSync(process.execPath, [...limits, import.meta.filename, file]).status === 0;
    });
    return fits ?? null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [, program, file] = process.argv;
if (program === import.meta.filename && file !== undefined) {
  const bytes = readFileSync(file);
  for (let i = 0; i < TIMES; i += 1) receiveOnce(bytes);
}
