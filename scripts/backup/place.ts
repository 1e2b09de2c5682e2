/** Where a backup comes from or goes to: an environment at Cloudflare, or the state of this machine; both through wrangler. */
import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { root, tool } from "../lib/paths.mjs";
import { isSearchTable } from "./search.ts";

const run = promisify(execFile);
const MOST_OUTPUT_BYTES = 256 * 1024 * 1024;
/** As worker/store/files.ts names them. */
const FOLDER = "tep/";

export interface Place {
  /** For the manifest and the messages. */
  readonly name: string;
  /** The whole database as SQL, into this file. */
  readonly exportTo: (file: string) => Promise<void>;
  /** Runs a file of SQL. */
  readonly execute: (file: string) => Promise<void>;
  readonly query: (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  readonly getFile: (hash: string, file: string) => Promise<void>;
  readonly putFile: (hash: string, file: string) => Promise<void>;
  readonly close: () => void;
}

/** Rejects with what wrangler said. */
async function wrangler(args: readonly string[]): Promise<string> {
  const env = {
    ...process.env,
    WRANGLER_SEND_METRICS: "false",
    WRANGLER_HIDE_BANNER: "true",
    CI: "1",
    NO_COLOR: "1",
  };
  const options = { cwd: root, env, maxBuffer: MOST_OUTPUT_BYTES };
  try {
    return (await run(process.execPath, [tool("wrangler"), ...args], options)).stdout;
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    throw new Error(`wrangler ${args.slice(0, 3).join(" ")}: ${`${stdout}\n${stderr}`.trim().slice(-2000)}`, {
      cause: error,
    });
  }
}

function bucketOf(environment: string | null): string {
  const text = readFileSync(join(root, "wrangler.toml"), "utf8");
  const table = environment === null ? "[[r2_buckets]]" : `[[env.${environment}.r2_buckets]]`;
  const name = /bucket_name = "([^"]+)"/.exec(text.slice(text.indexOf(table)))?.[1];
  if (name === undefined || !text.includes(table)) throw new Error(`wrangler.toml không có ${table}`);
  return name;
}

function place(name: string, bucket: string, where: readonly string[], close: () => void): Place {
  const d1 = (...args: string[]) => wrangler(["d1", ...args, ...where]);
  const r2 = (verb: string, hash: string, file: string) =>
    wrangler(["r2", "object", verb, `${bucket}/${FOLDER}${hash}`, "--file", file, ...where]);
  const query: Place["query"] = async (sql) => {
    const [answer] = JSON.parse(await d1("execute", "DB", "--json", "--command", sql)) as {
      results: Record<string, unknown>[];
    }[];
    return answer?.results ?? [];
  };
  /** Every name of the schema but the index of words: an export with a virtual table in it is refused. */
  const exported = async (): Promise<string[]> => {
    const found = await query("SELECT name FROM sqlite_schema WHERE sql NOT NULL ORDER BY rowid");
    const names = found.map((row) => String(row["name"]));
    return names.filter((name) => !isSearchTable(name) && !/^(sqlite|_cf)_/.test(name));
  };
  return {
    name,
    exportTo: async (file) => {
      const only = (await exported()).flatMap((each) => ["--table", each]);
      await d1("export", "DB", "--skip-confirmation", "--output", file, ...only);
    },
    execute: async (file) => void (await d1("execute", "DB", "--yes", "--file", file)),
    query,
    getFile: async (hash, file) => void (await r2("get", hash, file)),
    putFile: async (hash, file) => void (await r2("put", hash, file)),
    close,
  };
}

/** An environment of wrangler.toml, at Cloudflare. */
export function remotePlace(environment: string): Place {
  return place(environment, bucketOf(environment), ["--env", environment, "--remote"], () => undefined);
}

/**
 * The state of this machine; its server should be stopped. `wrangler d1 export` looks for the state only beside its
 * configuration, so it gets a copy of ours in a folder where the state is linked to that place.
 */
export function localPlace(state: string): Place {
  const folder = mkdtempSync(join(tmpdir(), "kc-place-"));
  const full = resolve(root, state);
  mkdirSync(full, { recursive: true });
  mkdirSync(join(folder, ".wrangler"));
  symlinkSync(full, join(folder, ".wrangler", "state"), "junction");
  copyFileSync(join(root, "wrangler.toml"), join(folder, "wrangler.toml"));
  const where = ["--local", "--config", join(folder, "wrangler.toml")];
  return place(state, bucketOf(null), where, () => rmSync(folder, { recursive: true, force: true }));
}
