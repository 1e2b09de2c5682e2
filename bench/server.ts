/**
 * `npm run bench:server [-- --rounds 3 --lines 50]`: receiving submissions of 50, 500 and 5,000 lines on workerd of this
 * machine, beside a bare Hono + D1 insert of the same bodies in the same run, turn and turn about. Each figure is the
 * best of the rounds: whatever else the machine does can only make it worse. The share of the bare rate is taken round
 * by round, where both had the same machine, and its middle counts.
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
import { smallestHeapMb } from "./server/heap.ts";
import { bodies } from "./server/plans.ts";
import { watchUsage } from "./server/usage.ts";

/** `warm`: sent before anything is measured, so that both are compiled; `single` one by one, `many` from all clients. */
const SIZES = [
  { lines: 50, warm: 400, single: 60, many: 600 },
  { lines: 500, warm: 40, single: 20, many: 40 },
  { lines: 5_000, warm: 4, single: 6, many: 8 },
] as const;
const CLIENTS = 8;

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
  const server = await startServer({
    stateDir,
    quiet: true,
    vars: { RATE_LIMITS: "off", REQUEST_LOG: "off" },
  });
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

/** The targets; those that need every size only when every size was measured. */
function judgements(
  of: (name: string, lines: number) => Measured,
  shares: ReadonlyMap<number, readonly number[]>,
  all: boolean,
): string[] {
  const share = shares.get(50);
  const rate = (value: number): string =>
    judgement("≥ 50 % tốc độ của Hono + D1 ở 50 dòng", `${number(value * 100, 0)} %`, value >= 0.5);
  const small = share === undefined ? [] : [rate(middle(share))];
  if (!all) return small;
  const line = fit(SIZES.map(({ lines }) => [lines, of("KhuyenCong", lines).p50] as const));
  const large = of("KhuyenCong", 5_000);
  const heap = smallestHeapMb(bodies(5_000)(0));
  return [
    `p50 theo số dòng: ${number(line.a)} ms + ${number(line.b * 1000)} µs × dòng, R² = ${number(line.r2, 4)}`,
    ...small,
    judgement("5.000 dòng kiểm và lưu dưới 1 s (p50)", `${number(large.p50, 0)} ms`, large.p50 < 1000),
    judgement(
      "5.000 dòng trong heap dưới 128 MB",
      heap === null ? "không" : `${heap} MB`,
      (heap ?? 128) < 128,
    ),
  ];
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low = 0, high = 0] = [
    sorted[Math.ceil(sorted.length / 2) - 1],
    sorted[Math.floor(sorted.length / 2)],
  ];
  return (low + high) / 2;
}

interface Results {
  readonly best: ReadonlyMap<string, Measured>;
  /** lines → share of the bare rate, one a round */
  readonly shares: ReadonlyMap<number, readonly number[]>;
  readonly sizes: readonly (typeof SIZES)[number][];
}

function report({ best: results, shares, sizes }: Results): void {
  const of = (name: string, lines: number): Measured => {
    const found = results.get(`${name} ${lines}`);
    if (found === undefined) throw new Error(`nothing measured for ${name} ${lines}`);
    return found;
  };
  const names = ["KhuyenCong", "Hono + D1"];
  const rows = sizes.flatMap(({ lines }) => names.map((name) => row(name, lines, of(name, lines))));
  const percent = (share: number): string => `${number(share * 100, 0)} %`;
  const shareLine = ({ lines }: (typeof SIZES)[number]): string => {
    const all = shares.get(lines) ?? [];
    const cpu = of("KhuyenCong", lines).cpuMs / of("Hono + D1", lines).cpuMs;
    return `${lines} dòng: ${percent(middle(all))} tốc độ của Hono + D1 (từng vòng: ${all.map(percent).join(", ")}); CPU gấp ${number(cpu)} lần`;
  };
  say(
    render({
      title: "Nhận hồ sơ trên workerd của máy này (mỗi số là tốt nhất của các vòng)",
      head: ["", "dòng", "hồ sơ/s", "p50 ms", "p99 ms", "CPU ms", "RSS nghỉ MB", "RSS đỉnh MB", "tăng MB"],
      rows,
      notes: [
        `hồ sơ/s: ${CLIENTS} máy gửi cùng lúc; p50, p99, CPU, bộ nhớ: gửi lần lượt (${sizes.map(({ lines, single }) => `${lines} dòng × ${single}`).join(", ")})`,
        ...sizes.map(shareLine),
        `trước khi đo, mỗi bên nhận ${sizes.map(({ lines, warm }) => `${warm} hồ sơ ${lines} dòng`).join(", ")}; cả hai đứng sau cùng một cửa tệp tĩnh của wrangler dev`,
        "giới hạn tần suất và dòng nhật ký của từng yêu cầu tắt khi đo: bản trần cũng không có",
        "RSS là của cả workerd, gồm rác chưa dọn; heap: phần thuần của việc nhận chạy trong Node bị chặn heap",
        ...judgements(of, shares, sizes.length === SIZES.length),
      ],
    }),
  );
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { rounds: { type: "string", default: "3" }, lines: { type: "string" } },
  });
  const sizes = SIZES.filter(({ lines }) => values.lines === undefined || lines === Number(values.lines));
  if (sizes.length === 0) throw new Error("--lines: 50, 500 hoặc 5000");
  const rounds = Math.max(1, Number(values.rounds) || 1);
  const state = mkdtempSync(join(tmpdir(), "kc-bench-"));
  const [cpu] = cpus();
  say(
    `Node ${process.version}, ${cpus().length} × ${cpu?.model.trim() ?? "?"}, tải máy ${loadavg()
      .map((load) => number(load))
      .join(" ")}`,
  );
  const results = new Map<string, Measured>();
  const shares = new Map<number, number[]>();
  let request = 0;
  try {
    const targets = [await service(join(state, "service")), await bare(join(state, "bare"))];
    for (const size of sizes) {
      const make = bodies(size.lines);
      for (const target of targets)
        await inParallel(size.warm, CLIENTS, () => target.send(make((request += 1))));
      for (let round = 0; round < rounds; round += 1) {
        const rates: number[] = [];
        for (const target of targets) {
          const key = `${target.name} ${size.lines}`;
          const measured = await measure(target, size, () => make((request += 1)));
          rates.push(measured.perSecond);
          results.set(key, best(results.get(key), measured));
        }
        shares.set(size.lines, [...(shares.get(size.lines) ?? []), (rates[0] ?? 0) / (rates[1] ?? 1)]);
      }
    }
    for (const target of targets) await target.stop();
    report({ best: results, shares, sizes });
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
