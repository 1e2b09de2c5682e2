/** `npm start` as a person meets it: a taken port, a mistyped option, Ctrl-C at any moment, a server that dies. */
import {
  execFileSync,
  spawn,
  type ChildProcess,
  type ChildProcessWithoutNullStreams,
} from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { root } from "../scripts/lib/paths.mjs";
import { probePort } from "../scripts/lib/server.mjs";

const state = mkdtempSync(join(tmpdir(), "kc-start-"));
const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) if (child.exitCode === null) child.kill("SIGTERM");
});
afterAll(() => rmSync(state, { recursive: true, force: true }));

interface Run {
  readonly child: ChildProcess;
  readonly text: () => string;
  /** Resolves when stdout or stderr holds the text. */
  readonly says: (part: string) => Promise<void>;
  readonly ended: Promise<number | null>;
}

function start(args: readonly string[]): Run {
  return watch(spawn(process.execPath, ["scripts/start.mjs", "--state", state, ...args], { cwd: root }));
}

function watch(child: ChildProcessWithoutNullStreams): Run {
  started.push(child);
  let text = "";
  const waiting: { part: string; done: () => void }[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (more: string) => {
      text += more;
      for (const { part, done } of waiting) if (text.includes(part)) done();
    });
  }
  const says = (part: string) =>
    new Promise<void>((done) => (text.includes(part) ? done() : void waiting.push({ part, done })));
  const ended = once(child, "exit").then(([code]) => code as number | null);
  return { child, text: () => text, says, ended };
}

/** Children of a process: each leads a group of its own. */
function groupsOf(pid: number | undefined): number[] {
  const table = execFileSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" });
  const rows = table.split("\n").map((line) => line.trim().split(/\s+/).map(Number));
  return rows.filter(([, parent]) => parent === pid).map(([child]) => child ?? 0);
}

function isAlive(group: number): boolean {
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}

describe("npm start", () => {
  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "prints one address and leaves nothing behind after %s",
    async (signal) => {
      const port = await probePort(0);
      const run = start(["--port", String(port)]);
      await Promise.race([run.says("Ctrl-C"), run.ended]);
      expect(run.text()).toContain(`http://localhost:${port}/`);
      expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
      const groups = groupsOf(run.child.pid);
      expect(groups.some(isAlive)).toBe(true);
      run.child.kill(signal);
      expect(await run.ended).toBe(0);
      expect(groups.filter(isAlive)).toEqual([]);
      expect(await probePort(port)).toBe(port);
    },
  );

  it("leaves nothing behind when only npm is told to stop", async () => {
    const port = await probePort(0);
    const args = ["start", "--silent", "--", "--state", state, "--port", String(port)];
    const run = watch(spawn("npm", args, { cwd: root }));
    await Promise.race([run.says("Ctrl-C"), run.ended]);
    const [shell] = groupsOf(run.child.pid);
    const [node] = groupsOf(shell);
    const groups = groupsOf(node).length > 0 ? groupsOf(node) : groupsOf(shell);
    expect(groups.some(isAlive)).toBe(true);
    run.child.kill("SIGTERM");
    await run.ended;
    await vi.waitFor(() => expect(groups.filter(isAlive)).toEqual([]), { timeout: 8000 });
  });

  it("leaves nothing behind when stopped before it is ready", async () => {
    const run = start(["--port", String(await probePort(0))]);
    while (groupsOf(run.child.pid).length === 0) await new Promise((done) => setTimeout(done, 20));
    const groups = groupsOf(run.child.pid);
    run.child.kill("SIGTERM");
    expect(await run.ended).toBe(0);
    expect(groups.filter(isAlive)).toEqual([]);
  });

  it("ends with a sentence when the server dies by itself", async () => {
    const run = start(["--port", String(await probePort(0))]);
    await Promise.race([run.says("Ctrl-C"), run.ended]);
    const groups = groupsOf(run.child.pid);
    for (const group of groups) process.kill(group, "SIGKILL");
    expect(await run.ended).toBe(1);
    expect(run.text()).toContain("Máy chủ cục bộ tự dừng");
    expect(groups.filter(isAlive)).toEqual([]);
  });

  it("names --port when the port is taken, and starts nothing", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as { port: number };
    const run = start(["--port", String(port)]);
    expect(await run.ended).toBe(1);
    expect(run.text()).toMatch(/đang có chương trình khác dùng.*--port[\s\S]*in use.*--port/);
    server.close();
  });

  it.each([
    [["--port", "eight"], /từ 1 đến 65535/],
    [["--port", "70000"], /từ 1 đến 65535/],
    [["--prot", "1"], /Cách dùng/],
  ])("refuses %j with a sentence", async (args, sentence) => {
    const run = start(args);
    expect(await run.ended).toBe(1);
    expect(run.text()).toMatch(sentence);
    expect(run.text()).not.toMatch(/at .*\.mjs:\d/);
  });
});
