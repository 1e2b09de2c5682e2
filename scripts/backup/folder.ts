/** A backup on disk: `db.sql` as wrangler exported it, `files/<hash>`, and `manifest.json`, which says what must be there. */
import { createHash } from "node:crypto";
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

export const MANIFEST = "manifest.json";
export const DATABASE = "db.sql";
export const FILES = "files";

const ManifestSchema = z.object({
  format: z.literal(1),
  from: z.string(),
  madeAt: z.string(),
  databaseSha256: z.string(),
  rows: z.record(z.string(), z.number()),
  triggers: z.array(z.string()),
  migrations: z.array(z.string()),
  heads: z.record(z.string(), z.string().nullable()),
  revisions: z.number(),
  files: z.array(z.string()),
});
export type Manifest = z.infer<typeof ManifestSchema>;

export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

export function readManifest(folder: string): Manifest {
  const path = join(folder, MANIFEST);
  if (!existsSync(path)) throw new Error(`${folder} không phải bản sao lưu trọn vẹn: không có ${MANIFEST}`);
  return ManifestSchema.parse(JSON.parse(readFileSync(path, "utf8")));
}

export const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Runs a command of this folder: an error becomes one sentence and exit code 1. */
export async function asCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
