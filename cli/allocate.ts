/** kc allocate --input FILE.json [--json]: the best choice under a budget, with its proof and reasons. */
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { allocate, type Allocation } from "../shared/allocation/allocate.ts";
import { allocationInputSchema } from "../shared/allocation/types.ts";
import { formatDong } from "../shared/kernel/money.ts";

const USAGE = "Cách dùng: kc allocate --input TỆP.json [--json]";

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 2;
}

function print(result: Allocation): void {
  const lines = [
    `Chọn ${result.chosen.length} đề án, ${formatDong(result.costDong)} đ, ${result.value} điểm${result.proven ? " (đã chứng minh tối ưu)" : ` (cận trên ${result.bound})`}.`,
    ...Object.entries(result.reasons).map(
      ([id, reason]) => `${reason.funded ? "+" : "-"} ${id}: ${reason.text}`,
    ),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

/** Exit codes: 0 chosen, 1 no feasible choice or contradictory input, 2 unreadable input. */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { input: { type: "string" }, json: { type: "boolean" } },
    strict: true,
  });
  if (values.input === undefined) return refuse(USAGE);
  let raw: unknown;
  try {
    raw = JSON.parse(await readFile(values.input, "utf8"));
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    return refuse(
      missing ? `Không tìm thấy tệp ${values.input}.` : `Tệp ${values.input} không phải JSON đọc được.`,
    );
  }
  const parsed = allocationInputSchema.safeParse(raw);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return refuse(
      `Dữ liệu không đúng dạng ở “${issue?.path.join(".") ?? ""}”: ${issue?.message ?? ""}. ${USAGE}`,
    );
  }
  const result = allocate(parsed.data);
  if (!result.ok) {
    process.stderr.write(`${result.error.vi}\n`);
    return 1;
  }
  if (values.json === true) process.stdout.write(`${JSON.stringify(result.value)}\n`);
  else print(result.value);
  return 0;
}
