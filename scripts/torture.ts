/**
 * `npm run torture [-- --submissions 1000 --clients 50 --kills 5 --seed 1]`: many clients send at once to the real
 * service on this machine while connections are cut and workerd is killed with SIGKILL. At the end everything
 * acknowledged must be stored, once, with a log that verifies; the counts are printed; exit 1 when one is wrong.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { seeded } from "../bench/lib.ts";
import { stopEverything } from "./lib/processes.mjs";
import { startServer, type RunningServer } from "./lib/server.mjs";
import { tokenOf } from "./torture/http.ts";
import { badNetwork } from "./torture/network.ts";
import { killWorkerds } from "./torture/processes.ts";
import { sendAll, type Tally } from "./torture/send.ts";
import { checksOffline, checksOnline, storedIds, type Check } from "./torture/verify.ts";
import { orders, type Order } from "./torture/workbooks.ts";

interface Options {
  readonly submissions: number;
  readonly clients: number;
  readonly kills: number;
  readonly seed: number;
}

const CUT_SHARE = 0.15;
/** Wrangler starts a killed workerd again; when it does not, the whole server is started anew on the same state. */
const RESPAWN_PATIENCE_MS = 2_000;
const say = (text: string): void => void process.stdout.write(`${text}\n`);

function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      submissions: { type: "string", default: "1000" },
      clients: { type: "string", default: "50" },
      kills: { type: "string", default: "5" },
      seed: { type: "string", default: "20261123" },
    },
  });
  const number = (name: keyof typeof values, least: number): number => {
    const value = Number(values[name]);
    if (Number.isInteger(value) && value >= least) return value;
    throw new RangeError(`--${name} là số nguyên từ ${least}. / --${name} is a whole number from ${least}.`);
  };
  return {
    submissions: number("submissions", 1),
    clients: number("clients", 1),
    kills: number("kills", 0),
    seed: number("seed", 0),
  };
}

async function isHealthy(origin: string): Promise<boolean> {
  try {
    const answer = await fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(1000) });
    return answer.ok;
  } catch {
    return false;
  }
}

/** The server under attack: killed at the given counts of receipts, and brought back each time. */
class Victim {
  readonly #state: string;
  #server: RunningServer | null = null;
  #port = 0;
  #busy: Promise<void> = Promise.resolve();
  kills = 0;
  killedProcesses = 0;
  restarts = 0;

  constructor(state: string) {
    this.#state = state;
  }

  get port(): number {
    return this.#port;
  }

  async start(): Promise<void> {
    const vars = { RATE_LIMITS: "off" };
    this.#server = await startServer({ stateDir: this.#state, port: this.#port, quiet: true, vars });
    this.#port = Number(new URL(this.#server.origin).port);
  }

  /** Kills now or as soon as the last killing is over, and resolves when the service answers again. */
  attack(share: number): void {
    this.#busy = this.#busy.then(() => this.#killOnce(share));
  }

  async #killOnce(share: number): Promise<void> {
    const server = this.#server;
    if (server === null) return;
    this.kills += 1;
    this.killedProcesses += killWorkerds(server.group, share);
    await sleep(200);
    for (const until = Date.now() + RESPAWN_PATIENCE_MS; Date.now() < until; await sleep(100))
      if (await isHealthy(server.origin)) return;
    this.restarts += 1;
    await server.stop();
    await this.start();
  }

  calm(): Promise<void> {
    return this.#busy;
  }

  async stop(): Promise<void> {
    await this.#busy;
    await this.#server?.stop();
  }
}

/** Counts of receipts at which workerd is killed: anywhere but at the very beginning and end. */
function killPoints({ submissions, kills }: Options, random: () => number): number[] {
  const points = Array.from({ length: kills }, () => 1 + Math.floor(random() * (submissions * 0.95)));
  return points.sort((a, b) => a - b);
}

async function run(
  options: Options,
  state: string,
): Promise<{ tally: Tally; checks: Check[]; victim: Victim; cuts: number }> {
  const victim = new Victim(state);
  await victim.start();
  const random = seeded(options.seed);
  const all = orders(options.submissions, options.seed);
  const tokens = await tokensOf(victim.port, all);
  const before = await storedIds(victim.port, tokens);
  const network = await badNetwork(victim.port, CUT_SHARE, seeded(options.seed + 1));
  const points = killPoints(options, random);
  try {
    const tally = await sendAll(all, options.clients, {
      port: () => network.port,
      tokens,
      random,
      onAcknowledged: (count) => {
        for (; points[0] !== undefined && points[0] <= count; points.shift()) victim.attack(random());
      },
    });
    await victim.calm();
    network.heal();
    const online = await checksOnline(victim.port, all, tally.acknowledged, tokens, before);
    await victim.stop();
    const offline = checksOffline(state, `torture-${options.seed}-`, all);
    return { tally, checks: [...online, ...offline], victim, cuts: network.cuts() };
  } finally {
    await network.close();
    await victim.stop();
  }
}

async function tokensOf(port: number, all: readonly Order[]): Promise<Map<string, string>> {
  const tokens = new Map<string, string>();
  for (const personId of new Set(all.map((order) => order.personId)))
    tokens.set(personId, await tokenOf(port, personId));
  return tokens;
}

async function main(): Promise<number> {
  const options = readOptions();
  say(
    `${options.submissions} hồ sơ, ${options.clients} máy gửi, ${options.kills} lần SIGKILL, hạt giống ${options.seed}`,
  );
  const state = mkdtempSync(join(tmpdir(), "kc-torture-"));
  const started = Date.now();
  try {
    const { tally, checks, victim, cuts } = await run(options, state);
    const { attempts, lost, errors, repeated } = tally;
    say(`lần gửi / attempts: ${attempts}; mất / lost: ${lost}; đã nhận từ trước / repeated: ${repeated}`);
    for (const [kind, times] of errors) say(`trả lời lỗi / error answers: ${kind} × ${times}`);
    say(
      `cắt mạng / connections cut: ${cuts}; giết / kills: ${victim.kills} (${victim.killedProcesses} workerd), dựng lại cả máy chủ / full restarts: ${victim.restarts}`,
    );
    for (const { name, found, wanted } of checks)
      say(`${found === wanted ? "ok  " : "SAI "} ${name}: ${found}/${wanted}`);
    const wrong = checks.filter(({ found, wanted }) => found !== wanted).length;
    say(
      `${wrong === 0 ? "torture: ok" : `torture: ${wrong} sai / wrong`} (${Math.round((Date.now() - started) / 1000)} s)`,
    );
    return wrong === 0 ? 0 : 1;
  } finally {
    rmSync(state, { recursive: true, force: true });
  }
}

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => void stopEverything().then(() => process.exit(1)));

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  await stopEverything();
  process.exitCode = 1;
}
