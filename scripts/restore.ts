/**
 * `npm run restore -- --from FOLDER (--env NAME | --state FOLDER)`: a backup into an empty
 * database and its files into the bucket. The backup is examined first; the target is asked afterwards.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { parseArgs } from "node:util";
import { examine } from "./backup/examine.ts";
import {
  asCommand,
  DATABASE,
  FILES,
  readManifest,
  say,
  sha256OfFile,
  type Manifest,
} from "./backup/folder.ts";
import { localPlace, remotePlace, type Place } from "./backup/place.ts";
import { loadSql, writeSql } from "./backup/sql.ts";

const OWN = "name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\'";

async function refuseUnlessEmpty(place: Place): Promise<void> {
  const [found] = await place.query(`SELECT count(*) AS n FROM sqlite_schema WHERE ${OWN}`);
  if (Number(found?.["n"]) !== 0)
    throw new Error(
      `${place.name} đã có bảng. Chỉ khôi phục vào cơ sở dữ liệu trống: tạo cơ sở dữ liệu mới, chưa chạy migrations.`,
    );
}

/** Throws what differs between the target and the manifest. */
async function compare(place: Place, manifest: Manifest): Promise<void> {
  const tables = Object.keys(manifest.rows);
  const counts = tables.map((name) => `(SELECT count(*) FROM "${name}") AS "${name}"`).join(", ");
  const [rows = {}] = await place.query(`SELECT ${counts}`);
  const wrong = tables.filter((name) => rows[name] !== manifest.rows[name]);
  if (wrong.length > 0) throw new Error(`Số dòng khác bản sao lưu ở: ${wrong.join(", ")}`);
  const found = await place.query(`SELECT name FROM sqlite_schema WHERE type = 'trigger' AND ${OWN}`);
  const present = new Set(found.map((row) => row["name"]));
  const missing = manifest.triggers.filter((name) => !present.has(name));
  if (missing.length > 0) throw new Error(`Thiếu trigger: ${missing.join(", ")}`);
}

export async function restore(place: Place, from: string): Promise<Manifest> {
  const folder = resolve(from);
  const manifest = readManifest(folder);
  if ((await sha256OfFile(join(folder, DATABASE))) !== manifest.databaseSha256)
    throw new Error(`${DATABASE} không còn đúng băm ghi trong bản kê.`);
  const scratch = mkdtempSync(join(tmpdir(), "kc-restore-"));
  const database = new DatabaseSync(join(scratch, "db.sqlite"));
  try {
    await loadSql(database, join(folder, DATABASE));
    const { problems } = await examine(database, join(folder, FILES));
    if (problems.length > 0) throw new Error(`Bản sao lưu KHÔNG dùng được:\n${problems.join("\n")}`);
    await refuseUnlessEmpty(place);
    // Files first: a row never names a file that is not there.
    for (const hash of manifest.files) await place.putFile(hash, join(folder, FILES, hash));
    const sql = join(scratch, DATABASE);
    await writeSql(database, sql);
    await place.execute(sql);
    await compare(place, manifest);
  } finally {
    database.close();
    rmSync(scratch, { recursive: true, force: true });
  }
  say(
    `Đã khôi phục vào ${place.name}: ${manifest.rows["submissions"] ?? 0} hồ sơ, ${manifest.revisions} bản, ${manifest.files.length} tệp, ${manifest.triggers.length} trigger; bản sao lưu ngày ${manifest.madeAt}.`,
  );
  return manifest;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { from: { type: "string" }, env: { type: "string" }, state: { type: "string" } },
  });
  if (values.from === undefined || (values.env === undefined) === (values.state === undefined))
    throw new Error("Cách dùng: npm run restore -- --from THƯ-MỤC (--env TÊN | --state THƯ-MỤC-TRỐNG)");
  const place = values.env === undefined ? localPlace(values.state ?? "") : remotePlace(values.env);
  try {
    await restore(place, values.from);
  } finally {
    place.close();
  }
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === import.meta.filename) await asCommand(main);
