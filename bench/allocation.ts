/** Choosing under limited money: one budget by our dynamic programme and by HiGHS; constraints by HiGHS and our search. */
import highsLoader from "highs";
import { choose, solvePlain } from "../shared/allocation/choose.ts";
import { solveMip } from "../shared/allocation/mip.ts";
import { sumOf, toProblem, type Problem } from "../shared/allocation/problem.ts";
import { searchChoice } from "../shared/allocation/search.ts";
import { highsSolver, type Solver } from "../shared/allocation/solver.ts";
import type { AllocationInput } from "../shared/allocation/types.ts";
import { mustOk } from "../shared/kernel/result.ts";
import { milliseconds, seeded, showMs, showRatio, type Section } from "./lib.ts";

const SIZES = [50, 200, 500];
const SEEDS = [1, 2];
const LIMIT_SECONDS = 5;
const MILLION = 1_000_000;

interface Answer {
  /** In tenths of a point. */
  readonly value: number;
  readonly proven: boolean;
  readonly ms: number;
}

/** Costs of 20–500 million, scores of 40–95 that rise a little with the cost, money for three tenths of them. */
function randomInstance(size: number, seed: number, constrained: boolean): Problem {
  const random = seeded(size * 1000 + seed);
  const projects = Array.from({ length: size }, (_, i) => ({
    id: `DA${i + 1}`,
    costDong: (20 + Math.floor(random() * 481)) * MILLION,
    value: 0,
    groups: { diaBan: Math.floor(random() * 10), noiDung: 1 + Math.floor(random() * 9) },
  }));
  const values = projects.map(
    ({ costDong }) => 400 + Math.floor(random() * 400 + (costDong / MILLION) * 0.3),
  );
  const scored = projects.map((project, i) => ({ ...project, value: (values[i] ?? 0) / 10 }));
  const total = projects.reduce((sum, { costDong }) => sum + costDong, 0);
  const budgetDong = Math.floor((total * 0.3) / MILLION) * MILLION;
  if (!constrained) return problemOf({ budgetDong, projects: scored });
  const cap = Math.floor((budgetDong * 0.15) / MILLION) * MILLION;
  const ceilings = Array.from({ length: 10 }, (_, is) => ({ group: "diaBan", is, maxDong: cap }));
  const pairs = Array.from({ length: size / 10 }, (_, i) => [`DA${i + 1}`, `DA${size - i}`]);
  const requires = Object.fromEntries(
    Array.from({ length: size / 25 }, (_, i) => [`DA${20 + i}`, [`DA${22 + i}`]]),
  );
  const floors = [{ group: "noiDung", is: 4, minCount: 2 }];
  return problemOf({ budgetDong, projects: scored, ceilings, floors, exclusions: pairs, requires });
}

/** Lists that defeat plain dynamic programmes: worth hangs on cost, to the đồng. */
const ADVERSARIAL: Readonly<Record<string, (cost: number) => number>> = {
  "điểm = kinh phí": (cost) => cost,
  "điểm = kinh phí + hằng số": (cost) => cost + 100 * MILLION,
  "mọi đề án bằng điểm": () => 50,
};

function adversarialInstance(size: number, valueOf: (cost: number) => number): Problem {
  const random = seeded(size);
  const projects = Array.from({ length: size }, (_, i) => {
    const costDong = 1 + Math.floor(random() * 1000 * MILLION);
    return { id: `DA${i + 1}`, costDong, value: valueOf(costDong) };
  });
  const total = projects.reduce((sum, { costDong }) => sum + costDong, 0);
  return problemOf({ budgetDong: Math.floor(total / 2), projects });
}

function problemOf(input: AllocationInput): Problem {
  return mustOk(toProblem(input));
}

function measure(run: () => { readonly value: number; readonly proven: boolean }): Answer {
  let answer = { value: 0, proven: false };
  const ms = milliseconds(() => (answer = run()));
  return { ...answer, ms };
}

function ours(problem: Problem, constrained: boolean): Answer {
  return measure(() => {
    if (!constrained) return solvePlain(problem);
    const { chosen, proven } = searchChoice(problem);
    return { value: sumOf(problem.values, chosen ?? []), proven };
  });
}

/** The most points only, as the own search; `choose` asks again for the least money. */
function theirs(problem: Problem, solver: Solver): Answer {
  const limits = { seconds: LIMIT_SECONDS, nodes: 2_000_000 };
  return measure(() => {
    const goal = { sense: "max", objective: problem.values } as const;
    const { chosen, proven } = solveMip(problem, goal, solver, limits);
    return { value: sumOf(problem.values, chosen ?? []), proven };
  });
}

/** What the pane and the terminal run: the right tool, and the tie broken by least money. */
function together(problem: Problem, solver: Solver): Answer {
  return measure(() => choose(problem, { solver, seconds: LIMIT_SECONDS }));
}

function show({ value, proven, ms }: Answer, unit = 10): string {
  if (value === 0 && !proven) return `${showMs(ms)}, không tìm được phương án`;
  return `${showMs(ms)}, ${(value / unit).toFixed(unit === 1 ? 0 : 1).replace(".", ",")}${proven ? "" : " (chưa chứng minh)"}`;
}

function verdict(own: Answer, other: Answer, name: string): string {
  const both = own.proven && other.proven;
  if (both && own.value !== other.value)
    throw new Error(`two proofs differ: ${name}: ${own.value}, ${other.value}`);
  if (both) return "cùng điểm, cùng chứng minh";
  if (own.value === other.value) return "cùng điểm";
  return own.value > other.value ? "ta hơn" : "HiGHS hơn";
}

export async function allocationSection(): Promise<Section> {
  const solver = highsSolver(await highsLoader());
  const rows: string[][] = [];
  for (const constrained of [false, true]) {
    for (const size of SIZES) {
      for (const seed of constrained ? SEEDS.slice(0, 1) : SEEDS) {
        const problem = randomInstance(size, seed, constrained);
        const own = ours(problem, constrained);
        const other = theirs(problem, solver);
        const used = together(problem, solver);
        const name = `${size} đề án${constrained ? " có ràng buộc" : ""}, mẫu ${seed}`;
        const ratio = showRatio(own.ms, other.ms);
        rows.push([name, show(own), show(other), ratio, show(used), verdict(own, other, name)]);
      }
    }
  }
  for (const [kind, valueOf] of Object.entries(ADVERSARIAL)) {
    const size = SIZES.at(-1) ?? 0;
    const problem = adversarialInstance(size, valueOf);
    const [own, other] = [ours(problem, false), theirs(problem, solver)];
    const name = `${size} đề án, ${kind}`;
    const ratio = showRatio(own.ms, other.ms);
    rows.push([
      name,
      show(own, 1),
      show(other, 1),
      ratio,
      show(together(problem, solver), 1),
      verdict(own, other, name),
    ]);
  }
  return {
    title: `Chọn đề án trong ngân sách: bộ giải của ta và HiGHS (giới hạn ${LIMIT_SECONDS} s), thời gian và tổng điểm`,
    head: [
      "Bài toán",
      "của ta",
      "HiGHS",
      "thời gian ta / HiGHS",
      "thực dùng (thêm: ít tiền nhất)",
      "so sánh",
    ],
    rows,
    notes: [
      "Kinh phí đến đồng, đến 1 tỉ đồng một đề án, ở ba dòng cuối: khi điểm phụ thuộc kinh phí, quy hoạch động đơn thuần không dừng.",
      "Một ngân sách: quy hoạch động của ta. Có ràng buộc: ta tìm tối đa 20.000 bước, chưa chứng minh thì HiGHS.",
    ],
  };
}
