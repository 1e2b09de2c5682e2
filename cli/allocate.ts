/** kc allocate --input FILE.json [--json] [--full]: the best choice under a budget, with its proof and reasons. */
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { z } from "zod";
import { vi } from "zod/locales";
import { allocate } from "../shared/allocation/allocate.ts";
import { report, type AllocationReport } from "../shared/allocation/report.ts";
import { highsSolver, type Solver } from "../shared/allocation/solver.ts";
import { allocationInputSchema, type Allocation, type AllocationInput } from "../shared/allocation/types.ts";
import { formatDong } from "../shared/kernel/money.ts";
import type { Result } from "../shared/kernel/result.ts";

const USAGE = "Cách dùng: kc allocate --input TỆP.json [--json] [--full]";

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}

/** "projects[2].costDong" */
function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map((part, i) => (typeof part === "number" ? `[${part}]` : `${i ? "." : ""}${String(part)}`))
    .join("");
}

function issueSentence({ issues }: z.ZodError): string {
  const issue = issues[0];
  if (issue === undefined) return "Dữ liệu không đúng dạng.";
  const place = placeOf(issue.path);
  const where = place === "" ? "" : ` ở ${place}`;
  if (issue.code === "unrecognized_keys")
    return `Không hiểu trường “${issue.keys.join("”, “")}”${where}; hãy xóa hoặc sửa tên trường.`;
  const message = issue.message.replace(/\.$/, "");
  return `Dữ liệu không đúng dạng${where}: ${message}.`;
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

async function readInput(file: string): Promise<{ input: AllocationInput } | { problem: string }> {
  let raw: unknown;
  try {
    raw = JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    return { problem: missing ? `Không tìm thấy tệp ${file}.` : `Tệp ${file} không phải JSON đọc được.` };
  }
  const parsed = allocationInputSchema.safeParse(raw, { error: vi().localeError });
  return parsed.success ? { input: parsed.data } : { problem: issueSentence(parsed.error) };
}

/** Exit codes: 0 chosen, 1 unreadable or wrong input, or no feasible choice. */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { input: { type: "string" }, json: { type: "boolean" }, full: { type: "boolean" } },
    strict: true,
  });
  if (values.input === undefined) return refuse(USAGE);
  const read = await readInput(values.input);
  if ("problem" in read) return refuse(read.problem);
  const solver = await solverFor(read.input);
  const options = solver === undefined ? {} : { solver };
  const result: Result<Allocation | AllocationReport> =
    values.full === true ? report(read.input, options) : allocate(read.input, options);
  if (!result.ok) return refuse(result.error.vi);
  if (values.json === true) process.stdout.write(`${JSON.stringify(result.value)}\n`);
  else {
    print(result.value);
    if ("reserve" in result.value) printRest(result.value);
  }
  return 0;
}
