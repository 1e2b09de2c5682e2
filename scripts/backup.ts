/**
 * `npm run backup -- --to FOLDER (--env production | --state .kc-local)`: database and original files into a folder,
 * examined before it is called a backup. Run again on the same folder it fetches only the files it lacks.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { parseArgs } from "node:util";
import { examine, filesNamed, type Examined } from "./backup/examine.ts";
import { asCommand, DATABASE, FILES, MANIFEST, say, sha256OfFile, type Manifest } from "./backup/folder.ts";
import { localPlace, remotePlace, type Place } from "./backup/place.ts";
import { loadSql } from "./backup/sql.ts";

function isWhole(path: string, hash: string): boolean {
  return existsSync(path) && createHash("sha256").update(readFileSync(path)).digest("hex") === hash;
}

async function takeFiles(place: Place, database: DatabaseSync, folder: string): Promise<number> {
  let taken = 0;
  for (const hash of filesNamed(database)) {
    if (isWhole(join(folder, hash), hash)) continue;
    await place.getFile(hash, join(folder, hash));
    taken += 1;
  }
  return taken;
}

/** The rows first, then the files they name: a file is always stored before its row, so none can be missing. */
export async function backup(place: Place, to: string): Promise<Examined> {
  const folder = resolve(to);
  mkdirSync(join(folder, FILES), { recursive: true });
  rmSync(join(folder, MANIFEST), { force: true });
  const sql = join(folder, DATABASE);
  await place.exportTo(sql);
  const scratch = join(folder, "scratch.sqlite");
  rmSync(scratch, { force: true });
  const database = new DatabaseSync(scratch);
  try {
    await loadSql(database, sql);
    const taken = await takeFiles(place, database, join(folder, FILES));
    const { problems, ...found } = await examine(database, join(folder, FILES));
    if (problems.length > 0) throw new Error(`Bản sao lưu KHÔNG dùng được:\n${problems.join("\n")}`);
    const manifest: Manifest = {
      format: 1,
      from: place.name,
      madeAt: new Date().toISOString(),
      databaseSha256: await sha256OfFile(sql),
      ...found,
      triggers: [...found.triggers],
      migrations: [...found.migrations],
      files: [...found.files],
    };
    writeFileSync(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
    say(
      `Đã sao lưu ${place.name} vào ${folder}: ${found.rows["submissions"] ?? 0} hồ sơ, ${found.revisions} bản, ${Object.keys(found.heads).length} chuỗi nhật ký, ${found.files.length} tệp (${taken} tệp mới); mọi băm đúng.`,
    );
    return { problems, ...found };
  } finally {
    database.close();
    rmSync(scratch, { force: true });
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { to: { type: "string" }, env: { type: "string" }, state: { type: "string" } },
  });
  if (values.to === undefined || (values.env === undefined) === (values.state === undefined))
    throw new Error("Cách dùng: npm run backup -- --to THƯ-MỤC (--env production | --state .kc-local)");
  const place = values.env === undefined ? localPlace(values.state ?? "") : remotePlace(values.env);
  try {
    await backup(place, values.to);
  } finally {
    place.close();
  }
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === import.meta.filename) await asCommand(main);
