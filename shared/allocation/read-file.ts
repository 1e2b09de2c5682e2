/** A file of a choice as it comes from outside, or one sentence on the first thing that is wrong with it. */
import type { z } from "zod";
import { formatDong } from "../kernel/money.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { allocationInputSchema, type AllocationInput } from "./types.ts";

const AMOUNT = `phải là số nguyên đồng từ 0 đến ${formatDong(Number.MAX_SAFE_INTEGER)}`;
const CODE = "phải là mã viết thành chữ, không trống, dài nhất 100 ký tự";

/** What a field wants, by its name. */
const WANTED: Readonly<Record<string, string>> = {
  budgetDong: AMOUNT,
  costDong: AMOUNT,
  minDong: AMOUNT,
  maxDong: AMOUNT,
  minCount: "phải là số đề án, số nguyên từ 0",
  maxCount: "phải là số đề án, số nguyên từ 0",
  value: "phải là số điểm từ 0",
  weight: "phải là trọng số từ 0 đến 1.000.000",
  id: CODE,
  projects: "phải là danh sách đề án, nhiều nhất 10.000, mỗi đề án gồm id, costDong, value",
  groups: 'phải là nhóm và phần của nhóm, ví dụ { "diaBan": "Hạ Long" }',
  floors: "phải là danh sách mức sàn, mỗi mức gồm group, is và minDong hoặc minCount",
  ceilings: "phải là danh sách mức trần, mỗi mức gồm group, is và maxDong hoặc maxCount",
  exclusions: 'phải là danh sách các nhóm mã chỉ được chọn một, ví dụ [["DA01", "DA02"]]',
  requires: 'phải là mã và các mã phải đi cùng, ví dụ { "DA01": ["DA02"] }',
  overrides: "phải là danh sách quyết định riêng, mỗi quyết định gồm id, decision (in hoặc out), by, reason",
  criteria: "phải là danh sách tiêu chí, mỗi tiêu chí gồm id, weight",
  stepsPercent: "phải là các mức phần trăm từ 1 đến 99",
};

/** "projects[2].costDong" */
function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map((part, i) => (typeof part === "number" ? `[${part}]` : `${i ? "." : ""}${String(part)}`))
    .join("");
}

/** The project a place is about, as people call it. */
function projectAt(raw: unknown, [list, index]: readonly PropertyKey[]): string {
  if (list !== "projects" || typeof index !== "number") return "";
  const { projects } = raw as { projects: readonly unknown[] };
  const project = projects[index];
  const id = typeof project === "object" && project !== null && "id" in project ? project.id : undefined;
  return typeof id === "string" ? ` (đề án “${id.slice(0, 100)}”)` : ` (đề án thứ ${index + 1})`;
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === "object" && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined,
    raw,
  );
}

function sentenceOf(raw: unknown, { issues }: z.ZodError): string {
  const issue = issues[0];
  if (issue === undefined || (issue.path.length === 0 && issue.code !== "unrecognized_keys"))
    return "Tệp phải là một đối tượng JSON có budgetDong và projects.";
  const about = projectAt(raw, issue.path);
  if (issue.code === "unrecognized_keys") {
    const where = issue.path.length === 0 ? "" : ` ở ${placeOf(issue.path)}${about}`;
    return `Không hiểu trường “${issue.keys.join("”, “")}”${where}; hãy xóa hoặc sửa tên trường.`;
  }
  const named = issue.path
    .filter((part) => typeof part === "string")
    .filter((part) => Object.hasOwn(WANTED, part))
    .at(-1);
  const wanted = named === undefined ? "không đúng dạng" : (WANTED[named] ?? "");
  const place = placeOf(issue.path);
  return valueAt(raw, issue.path) === undefined
    ? `Thiếu ${place}${about}: ${String(named ?? place)} ${wanted}.`
    : `Dữ liệu không đúng dạng ở ${place}${about}: ${String(named ?? place)} ${wanted}.`;
}

/** Errors: shape. Names and sums are checked by `toProblem`. */
export function readAllocation(raw: unknown): Result<AllocationInput> {
  const parsed = allocationInputSchema.safeParse(raw);
  if (parsed.success) return ok(parsed.data);
  const place = placeOf(parsed.error.issues[0]?.path ?? []);
  return fail("VALUE", "shape", sentenceOf(raw, parsed.error), `Not an allocation file: see “${place}”.`);
}

/** The text of a file. Errors: json, shape. */
export function parseAllocation(text: string): Result<AllocationInput> {
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return fail("VALUE", "json", "Tệp không phải JSON đọc được.", "The file is not readable JSON.");
  }
  return readAllocation(raw);
}
