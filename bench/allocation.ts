/** Choosing under limited money: our solver beside HiGHS on the same random instances. */
import highsLoader from "highs";
import { solveConstrained } from "../shared/allocation/constrained.ts";
import { solveKnapsack } from "../shared/allocation/knapsack.ts";
import type { AllocationInput } from "../shared/allocation/types.ts";
import { milliseconds, seeded, showMs, showRatio, type Section } from "./lib.ts";

const SIZES = [50, 200, 500];
const SEEDS = [1, 2];
const LIMIT_SECONDS = 5;
const MILLION = 1_000_000;

type Highs = Awaited<ReturnType<typeof highsLoader>>;

interface Instance {
  readonly input: AllocationInput;
  /** Scores in tenths of a point. */
  readonly values: readonly number[];
}

interface Answer {
  readonly value: number;
  readonly proven: boolean;
  readonly ms: number;
}

/** Costs of 20–500 million, scores of 40–95 that rise a little with the cost, money for three tenths of them. */
function randomInstance(size: number, seed: number, constrained: boolean): Instance {
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
  if (!constrained) return { input: { budgetDong, projects: scored }, values };
  const cap = Math.floor((budgetDong * 0.15) / MILLION) * MILLION;
  const ceilings = Array.from({ length: 10 }, (_, is) => ({ group: "diaBan", is, maxDong: cap }));
  const pairs = Array.from({ length: size / 10 }, (_, i) => [`DA${i + 1}`, `DA${size - i}`]);
  const requires = Object.fromEntries(
    Array.from({ length: size / 25 }, (_, i) => [`DA${20 + i}`, [`DA${22 + i}`]]),
  );
  const floors = [{ group: "noiDung", is: 4, minCount: 2 }];
  return { input: { budgetDong, projects: scored, ceilings, floors, exclusions: pairs, requires }, values };
}

function ours({ input, values }: Instance, constrained: boolean): Answer {
  let answer = { value: 0, proven: false };
  const ms = milliseconds(() => {
    const items = input.projects.map((project, i) => ({ cost: project.costDong, value: values[i] ?? 0 }));
    answer = constrained ? solveConstrained(input, values) : solveKnapsack(items, input.budgetDong);
  });
  return { value: answer.value, proven: answer.proven, ms };
}

/** The instance in CPLEX LP text; money in millions, which the instances keep whole. */
function toLp({ input, values }: Instance): string {
  const { projects } = input;
  const at = new Map(projects.map(({ id }, i) => [id, `x${i}`]));
  const sum = (parts: readonly string[]) => parts.join(" + ");
  const members = (group: string, is: string | number) =>
    projects
      .map((project, i) => ({ ...project, name: `x${i}` }))
      .filter((project) => project.groups?.[group] === is);
  const money = (list: readonly { name: string; costDong: number }[]) =>
    sum(list.map(({ name, costDong }) => `${costDong / MILLION} ${name}`));
  const all = projects.map((project, i) => ({ ...project, name: `x${i}` }));
  const lines = [`${money(all)} <= ${input.budgetDong / MILLION}`];
  for (const { group, is, maxDong = 0 } of input.ceilings ?? []) {
    const list = members(group, is);
    if (list.length > 0) lines.push(`${money(list)} <= ${maxDong / MILLION}`);
  }
  for (const { group, is, minCount = 0 } of input.floors ?? [])
    lines.push(`${sum(members(group, is).map(({ name }) => name))} >= ${minCount}`);
  for (const ids of input.exclusions ?? []) lines.push(`${sum(ids.map((id) => at.get(id) ?? ""))} <= 1`);
  for (const [id, needed] of Object.entries(input.requires ?? {})) {
    for (const other of needed) lines.push(`${at.get(id)} - ${at.get(other)} <= 0`);
  }
  const names = all.map(({ name }) => name);
  const objective = sum(names.map((name, i) => `${values[i]} ${name}`));
  const rows = lines.map((line, i) => ` r${i}: ${line}`);
  return [
    "Maximize",
    ` obj: ${objective}`,
    "Subject To",
    ...rows,
    "Binary",
    ` ${names.join(" ")}`,
    "End",
  ].join("\n");
}

function theirs(highs: Highs, instance: Instance): Answer {
  const text = toLp(instance);
  let status = "";
  let value = 0;
  const ms = milliseconds(() => {
    const solution = highs.solve(text, {
      mip_rel_gap: 0,
      mip_abs_gap: 0,
      time_limit: LIMIT_SECONDS,
      output_flag: false,
    });
    status = solution.Status;
    value = Math.round(solution.ObjectiveValue);
  });
  return { value, proven: status === "Optimal", ms };
}

function show({ value, proven, ms }: Answer): string {
  if (value === 0 && !proven) return `${showMs(ms)}, không tìm được phương án`;
  return `${showMs(ms)}, ${(value / 10).toFixed(1).replace(".", ",")}${proven ? "" : " (chưa chứng minh)"}`;
}

export async function allocationSection(): Promise<Section> {
  const highs = await highsLoader();
  const rows: string[][] = [];
  for (const constrained of [false, true]) {
    for (const size of SIZES) {
      // Under constraints one instance of each size: ours takes up to a minute there.
      for (const seed of constrained ? SEEDS.slice(0, 1) : SEEDS) {
        const instance = randomInstance(size, seed, constrained);
        const own = ours(instance, constrained);
        const other = theirs(highs, instance);
        const both = own.proven && other.proven;
        if (both && own.value !== other.value)
          throw new Error(`two proofs differ: ${size}/${seed}: ${own.value}, ${other.value}`);
        const name = `${size} đề án${constrained ? " có ràng buộc" : ""}, mẫu ${seed}`;
        rows.push([
          name,
          show(own),
          show(other),
          showRatio(own.ms, other.ms),
          both
            ? "cùng điểm, cùng chứng minh"
            : own.value === other.value
              ? "cùng điểm"
              : own.value > other.value
                ? "ta hơn"
                : "HiGHS hơn",
        ]);
      }
    }
  }
  return {
    title: `Chọn đề án trong ngân sách: bộ giải của ta và HiGHS (giới hạn ${LIMIT_SECONDS} s), thời gian và tổng điểm`,
    head: ["Bài toán", "của ta", "HiGHS", "thời gian ta / HiGHS", "so sánh"],
    rows,
  };
}
