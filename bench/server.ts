/**
 * `npm run bench:server [-- --rounds 3]`: receiving submissions of 50, 500 and 5,000 lines on workerd of this machine,
 * beside a bare Hono + D1 insert of the same bodies in the same run. Each figure is the best of the rounds: whatever
 * else the machine does can only make it worse.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "../scripts/lib/paths.mjs";
import { stopEverything } from "../scripts/lib/processes.mjs";
import { startServer, startWorker } from "../scripts/lib/server.mjs";
import { call, tokenOf } from "../scripts/torture/http.ts";
import { render } from "./lib.ts";
import { bodies } from "./server/plans.ts";
import { watchUsage } from "./server/usage.ts";

const SIZES = [
  { lines: 50, single: 60, many: 160 },
  { lines: 500, single: 20, many: 40 },
  { lines: 5_000, single: 6, many: 8 },
] as const;
const CLIENTS = 8;
const WARM_UP = 3;

interface Measured {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpuMs: number;
  readonly restMb: number;
  readonly peakMb: number;
}

interface Target {
  readonly name: string;
  readonly group: number;
  /** Sends one body and throws unless it was taken. */
  readonly send: (body: string) => Promise<void>;
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const number = (value: number, digits = 1): string => value.toFixed(digits).replace(".", ",");

function portOf(origin: string): number {
  return Number(new URL(origin).port);
}

async function service(stateDir: string): Promise<Target & { stop: () => Promise<void> }> {
  const server = await startServer({ stateDir, quiet: true, vars: { RATE_LIMITS: "off" } });
  const port = portOf(server.origin);
  const token = await tokenOf(port, "soan-22");
  const send = async (body: string): Promise<void> => {
    const headers = { "idempotency-key": crypto.randomUUID() };
    const { status, text } = await call(port, "/api/v1/submissions", {
      method: "POST",
      token,
      headers,
      body,
    });
    if (status !== 201) throw new Error(`not taken: ${status} ${text.slice(0, 300)}`);
  };
  return { name: "KhuyenCong", group: server.group, send, stop: server.stop };
}

async function bare(stateDir: string): Promise<Target & { stop: () => Promise<void> }> {
  const server = await startWorker({ config: join(root, "bench/server/bare.toml"), stateDir });
  const port = portOf(server.origin);
  await call(port, "/start", { method: "POST" });
  const send = async (body: string): Promise<void> => {
    const { status, text } = await call(port, "/insert", { method: "POST", body });
    if (status !== 201) throw new Error(`not inserted: ${status} ${text.slice(0, 300)}`);
  };
  return { name: "Hono + D1", group: server.group, send, stop: server.stop };
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

async function inParallel(count: number, clients: number, work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  let left = count;
  const client = async (): Promise<void> => {
    for (; left > 0; ) {
      left -= 1;
      await work();
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return performance.now() - started;
}

async function measure(target: Target, size: (typeof SIZES)[number], body: () => string): Promise<Measured> {
  for (let i = 0; i < WARM_UP; i += 1) await target.send(body());
  const usage = watchUsage(target.group);
  const times: number[] = [];
  for (let i = 0; i < size.single; i += 1) {
    const text = body();
    const started = performance.now();
    await target.send(text);
    times.push(performance.now() - started);
  }
  const { cpuMs, restMb, peakMb } = usage();
  const total = await inParallel(size.many, CLIENTS, () => target.send(body()));
  times.sort((a, b) => a - b);
  return {
    perSecond: (1000 * size.many) / total,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    cpuMs: cpuMs / size.single,
    restMb,
    peakMb,
  };
}

function best(a: Measured | undefined, b: Measured): Measured {
  if (a === undefined) return b;
  const calmer = a.peakMb - a.restMb <= b.peakMb - b.restMb ? a : b;
  return {
    perSecond: Math.max(a.perSecond, b.perSecond),
    p50: Math.min(a.p50, b.p50),
    p99: Math.min(a.p99, b.p99),
    cpuMs: Math.min(a.cpuMs, b.cpuMs),
    restMb: calmer.restMb,
    peakMb: calmer.peakMb,
  };
}

/** Least squares y = a + b·x, with the share of the variance it explains. */
export function fit(points: readonly (readonly [number, number])[]): { a: number; b: number; r2: number } {
  const n = points.length;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / n;
  const [mx, my] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const sxx = points.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
  const sxy = points.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0);
  const b = sxy / sxx;
  const a = my - b * mx;
  const rest = points.reduce((sum, [x, y]) => sum + (y - a - b * x) ** 2, 0);
  const all = points.reduce((sum, [, y]) => sum + (y - my) ** 2, 0);
  return { a, b, r2: all === 0 ? 1 : 1 - rest / all };
}

function row(name: string, lines: number, m: Measured): string[] {
  const times = [number(m.perSecond), number(m.p50), number(m.p99), number(m.cpuMs)];
  return [
    name,
    String(lines),
    ...times,
    number(m.restMb, 0),
    number(m.peakMb, 0),
    number(m.peakMb - m.restMb, 0),
  ];
}

function judgement(name: string, value: string, ok: boolean): string {
  return `${ok ? "đạt " : "KHÔNG ĐẠT"} ${name}: ${value}`;
}

function report(results: ReadonlyMap<string, Measured>): void {
  const of = (name: string, lines: number): Measured => {
    const found = results.get(`${name} ${lines}`);
    if (found === undefined) throw new Error(`nothing measured for ${name} ${lines}`);
    return found;
  };
  const names = ["KhuyenCong", "Hono + D1"];
  const rows = SIZES.flatMap(({ lines }) => names.map((name) => row(name, lines, of(name, lines))));
  const points = SIZES.map(({ lines }) => [lines, of("KhuyenCong", lines).p50] as const);
  const line = fit(points);
  const share = of("KhuyenCong", 50).perSecond / of("Hono + D1", 50).perSecond;
  const large = of("KhuyenCong", 5_000);
  say(
    render({
      title: "Nhận hồ sơ trên workerd của máy này (mỗi số là tốt nhất của các vòng)",
      head: ["", "dòng", "hồ sơ/s", "p50 ms", "p99 ms", "CPU ms", "RSS nghỉ MB", "RSS đỉnh MB", "tăng MB"],
      rows,
      notes: [
        `hồ sơ/s: ${CLIENTS} máy gửi cùng lúc; p50, p99, CPU, bộ nhớ: gửi lần lượt (${SIZES.map(({ lines, single }) => `${lines} dòng × ${single}`).join(", ")})`,
        `p50 theo số dòng: ${number(line.a)} ms + ${number(line.b * 1000)} µs × dòng, R² = ${number(line.r2, 4)}`,
        judgement("≥ 50 % tốc độ của Hono + D1 ở 50 dòng", `${number(share * 100, 0)} %`, share >= 0.5),
        judgement("5.000 dòng kiểm và lưu dưới 1 s (p50)", `${number(large.p50, 0)} ms`, large.p50 < 1000),
        judgement(
          "5.000 dòng thêm dưới 128 MB",
          `${number(large.peakMb - large.restMb, 0)} MB`,
          large.peakMb - large.restMb < 128,
        ),
      ],
    }),
  );
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { rounds: { type: "string", default: "3" } } });
  const rounds = Math.max(1, Number(values.rounds) || 1);
  const state = mkdtempSync(join(tmpdir(), "kc-bench-"));
  const [cpu] = cpus();
  say(
    `Node ${process.version}, ${cpus().length} × ${cpu?.model.trim() ?? "?"}, tải máy ${loadavg()
      .map((load) => number(load))
      .join(" ")}`,
  );
  const results = new Map<string, Measured>();
  let request = 0;
  try {
    const targets = [await service(join(state, "service")), await bare(join(state, "bare"))];
    for (const size of SIZES) {
      const make = bodies(size.lines);
      for (let round = 0; round < rounds; round += 1) {
        for (const target of targets) {
          const key = `${target.name} ${size.lines}`;
          const measured = await measure(target, size, () => make((request += 1)));
          results.set(key, best(results.get(key), measured));
        }
      }
    }
    for (const target of targets) await target.stop();
    report(results);
    say(
      `tải máy lúc xong ${loadavg()
        .map((load) => number(load))
        .join(" ")}`,
    );
  } finally {
    await stopEverything();
    rmSync(state, { recursive: true, force: true });
  }
}

await main();
