/** kc allocate --input FILE.json [--json] [--full]: the best choice under a budget, with its proof and reasons. */
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { allocate } from "../shared/allocation/allocate.ts";
import { parseAllocation } from "../shared/allocation/read-file.ts";
import { report, type AllocationReport } from "../shared/allocation/report.ts";
import { highsSolver, type Solver } from "../shared/allocation/solver.ts";
import type { Allocation, AllocationInput } from "../shared/allocation/types.ts";
import { formatDong } from "../shared/kernel/money.ts";
import { fail, type Result } from "../shared/kernel/result.ts";

const USAGE = "Cách dùng: kc allocate --input TỆP.json [--json] [--full]";

/** Of the command line or the file, so that a script can tell it from "no choice". */
const WRONG_INPUT = 2;
const NO_CHOICE = new Set(["infeasible", "search-limit"]);

function refuse(sentence: string, code = WRONG_INPUT): number {
  process.stderr.write(`${sentence}\n`);
  return code;
}

/** HiGHS is loaded only when a rule besides the budget may need it. */
async function solverFor(input: AllocationInput): Promise<Solver | undefined> {
  const { floors, ceilings, exclusions, requires } = input;
  const bound = [floors, ceilings, exclusions, Object.keys(requires ?? {})].some(
    (list) => (list ?? []).length > 0,
  );
  return bound ? highsSolver(await (await import("highs")).default()) : undefined;
}

function number(value: number): string {
  return String(value).replace(".", ",");
}

function print(result: Allocation): void {
  const proof = result.proven
    ? "đã chứng minh tối ưu"
    : `chưa chứng minh: cận trên ${number(result.bound)}, khoảng hở ${number(Number((result.gap * 100).toFixed(4)))} %`;
  const lines = [
    `Chọn ${result.chosen.length} đề án, ${formatDong(result.costDong)} đ, còn ${formatDong(result.leftDong)} đ, ${number(result.value)} điểm (${proof}).`,
    ...Object.entries(result.reasons).map(
      ([id, reason]) => `${reason.funded ? "+" : "-"} ${id}: ${reason.text}`,
    ),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

function printRest({ equalShares, reserve, robustness }: AllocationReport): void {
  const list = (ids: readonly string[]) => (ids.length === 0 ? "không có" : ids.join(", "));
  const lines = [
    `Chia đều phần (${equalShares.members.length} phần): ${number(equalShares.value)} điểm; chỉ tối ưu chọn: ${list(equalShares.onlyOptimum)}; chỉ chia đều chọn: ${list(equalShares.onlyShares)}.`,
    `Dự bị theo thứ tự: ${list(reserve.list)}.`,
    ...reserve.partFunding.map((p) => `Cấp một phần: ${p.id} ${p.percent} %, ${formatDong(p.costDong)} đ.`),
    ...(robustness === null
      ? []
      : [
          `Đổi từng trọng số ±10 %: luôn được chọn ${list(robustness.alwaysIn)}; có lúc đổi ${list(robustness.sometimes)}.`,
        ]),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

async function readInput(file: string): Promise<Result<AllocationInput>> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    const sentence = missing ? `Không tìm thấy tệp ${file}.` : `Không đọc được tệp ${file}.`;
    return fail("NA", "file", sentence, `Cannot read ${file}.`);
  }
  return parseAllocation(text);
}

/** What the file format promises, and nothing else; `--full` adds the rest. */
function answerOf({ chosen, value, bound, gap, proven, reasons }: Allocation) {
  return { chosen, value, bound, gap, proven, reasons };
}

/** Exit codes: 0 chosen, 1 no choice keeps the rules (or none was found), 2 unreadable or wrong input. */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { input: { type: "string" }, json: { type: "boolean" }, full: { type: "boolean" } },
    strict: true,
  });
  if (values.input === undefined) return refuse(USAGE);
  const read = await readInput(values.input);
  if (!read.ok) return refuse(read.error.vi);
  const input = read.value;
  const solver = await solverFor(input);
  const options = solver === undefined ? {} : { solver };
  const result: Result<Allocation | AllocationReport> =
    values.full === true ? report(input, options) : allocate(input, options);
  if (!result.ok) return refuse(result.error.vi, NO_CHOICE.has(result.error.code) ? 1 : WRONG_INPUT);
  const answer = values.full === true ? result.value : answerOf(result.value);
  if (values.json === true) process.stdout.write(`${JSON.stringify(answer)}\n`);
  else {
    print(result.value);
    if ("reserve" in result.value) printRest(result.value);
  }
  return 0;
}
