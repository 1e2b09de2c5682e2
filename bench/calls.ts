/** Calls of every custom function, the first of them apart: it pays for what is remembered later. */
import { FUNCTIONS, type FunctionEntry } from "../addin/functions/index.ts";
import { useBook } from "../addin/functions/lib/book.ts";
import { whenChecker } from "../addin/functions/lib/checker.ts";
import type { Book } from "../shared/contract/book.ts";
import { buildDemoBook } from "../shared/contract/built-book.ts";
import { day, serialFromDate } from "../shared/kernel/date.ts";
import { milliseconds, showMs, type Section } from "./lib.ts";

const FEW = 10_000;
const MANY = 100_000;
const PATIENCE_MS = 4_000;
const FIRST_DAY = serialFromDate(day("2026-07-01"));
/** KC.DONGIA over this many different questions is a large but ordinary sheet. */
const ORDINARY = 360;
const TARGET_MS = 500;

/** The same data under another identity, so that nothing is remembered. */
function freshBook(): Book {
  return { ...buildDemoBook() };
}

interface Repeated {
  readonly times: number;
  readonly ms: number;
}

/** As many calls as asked for, or as many as fit into the patience. */
function repeat(call: FunctionEntry["call"], args: readonly unknown[], times: number): Repeated {
  const started = performance.now();
  let done = 0;
  while (done < times) {
    call(...args);
    done += 1;
    if (done % 100 === 0 && performance.now() - started > PATIENCE_MS) break;
  }
  return { times: done, ms: performance.now() - started };
}

function show({ times, ms }: Repeated, wanted: number): string {
  return times === wanted ? showMs(ms) : `${showMs((ms / times) * wanted)} (ước từ ${times} lần)`;
}

function oneFunction(name: string): string[] {
  const entry = FUNCTIONS[name];
  const example = entry?.examples.find(({ error }) => error === undefined);
  if (entry === undefined || example === undefined) return [`KC.${name}`, "–", "–", "–", "cần máy chủ"];
  useBook(freshBook());
  const first = repeat(entry.call, example.args, 1);
  const few = repeat(entry.call, example.args, FEW);
  const many = few.times < FEW ? few : repeat(entry.call, example.args, MANY);
  const each = `${((1000 * many.ms) / many.times).toFixed(2).replace(".", ",")} µs`;
  return [`KC.${name}`, showMs(first.ms), show(few, FEW), show(many, MANY), each];
}

export async function callsSection(): Promise<Section> {
  // Otherwise KC.KIEMTRA would answer with promises, and their making is what would be measured.
  await whenChecker();
  return {
    title: "Hàm KC: cùng một câu hỏi nhiều lần (Node)",
    head: ["Hàm", "lần đầu", "10.000 lần", "100.000 lần", "mỗi lần"],
    rows: Object.keys(FUNCTIONS).map(oneFunction),
  };
}

/** Norm, then province, then day change: nothing is answered from memory by its arguments. */
function differentQuestions(count: number): unknown[][] {
  const norms = buildDemoBook().norms.flatMap((book) => book.norms);
  const codes = norms.map((norm) => norm.code).filter((code) => code.startsWith("KC."));
  const provinces = ["01", "04", "08", "11", "12", "14", "15", "19", "20", "22"];
  return Array.from({ length: count }, (_, i) => {
    const rest = Math.floor(i / codes.length);
    const date = FIRST_DAY + Math.floor(rest / provinces.length);
    return [codes[i % codes.length], provinces[rest % provinces.length], date];
  });
}

export function unitPriceSection(): Section {
  const call = FUNCTIONS["DONGIA"]?.call;
  if (call === undefined) throw new Error("KC.DONGIA is missing");
  const rows = [1, ORDINARY, MANY].map((different) => {
    useBook(freshBook());
    const questions = differentQuestions(different);
    const round = () =>
      milliseconds(() => {
        for (let i = 0; i < MANY; i += 1) call(...(questions[i % different] ?? []));
      });
    const cold = round();
    return [
      `${different} câu hỏi khác nhau`,
      showMs(cold),
      showMs(round()),
      cold < TARGET_MS ? "đạt" : "chưa đạt",
    ];
  });
  return {
    title: "KC.DONGIA: 100.000 lần gọi với sổ dữ liệu vừa tải (mục tiêu < 0,5 s)",
    head: ["Gọi", "lạnh", "nóng", "mục tiêu"],
    rows,
  };
}
