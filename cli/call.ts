/** kc call: NDJSON in {"fn":"KC.BANGCHU","args":[1001]} → NDJSON out, in the same order. */
import { createInterface } from "node:readline";
import { FUNCTIONS } from "../addin/functions/index.ts";
import { useBook } from "../addin/functions/lib/book.ts";
import { buildBook } from "../shared/contract/built-book.ts";

interface Answer {
  readonly value?: unknown;
  readonly error?: string;
  readonly message?: string;
}

/** Answers are written in blocks of this many lines: one write per line is slow on large inputs. */
const BLOCK = 1000;

function plainValue(value: unknown): unknown {
  return typeof value === "object" && value !== null && "basicValue" in value ? value.basicValue : value;
}

function readRequest(line: string): { fn: string; args: unknown[] } | Answer {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch {
    return { error: "#VALUE!", message: "Dòng này không phải JSON đọc được." };
  }
  const { fn, args = [] } = (typeof raw === "object" && raw !== null ? raw : {}) as {
    fn?: unknown;
    args?: unknown;
  };
  if (typeof fn !== "string" || !Array.isArray(args)) {
    return { error: "#VALUE!", message: 'Mỗi dòng cần dạng {"fn":"KC.TÊNHÀM","args":[…]}.' };
  }
  return { fn, args };
}

async function answer(line: string): Promise<Answer> {
  const request = readRequest(line);
  if (!("fn" in request)) return request;
  const name = request.fn.toUpperCase().replace(/^KC\./, "");
  const entry = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (entry === undefined) {
    return {
      error: "#NAME?",
      message: `Không có hàm “${request.fn}”. Các hàm: ${Object.keys(FUNCTIONS)
        .map((f) => `KC.${f}`)
        .join(", ")}.`,
    };
  }
  try {
    return { value: plainValue(await entry.call(...request.args)) };
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code?.startsWith("#") === true) return { error: code, message };
    // One line that goes wrong in a way nobody foresaw must not cost the answers to all the others.
    return { error: "#VALUE!", message: `KC.${name} gặp lỗi ngoài dự kiến: ${String(message)}` };
  }
}

export async function run(): Promise<number> {
  useBook(buildBook());
  let block: string[] = [];
  const flush = async () => {
    if (block.length === 0) return;
    const text = `${block.join("\n")}\n`;
    block = [];
    if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once("drain", resolve));
  };
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() === "") continue;
    block.push(JSON.stringify(await answer(line)));
    if (block.length >= BLOCK) await flush();
  }
  await flush();
  return 0;
}
