import { allocate } from "../../shared/allocation/allocate.ts";
import { points } from "../../shared/allocation/explain.ts";
import type { Allocation, AllocationInput } from "../../shared/allocation/types.ts";
import { fail } from "../../shared/kernel/result.ts";
import { foldKey } from "../../shared/kernel/text.ts";
import { decimal, dongArgument, text } from "./lib/coerce.ts";
import { orThrow } from "./lib/errors.ts";
import { rowsOf } from "./lib/table.ts";
import type { Example, FunctionTexts } from "./lib/texts.ts";

const GROUP = "nhóm";
const HEADER = ["Mã", "Kinh phí", "Điểm", "Kết quả", "Lý do"];

/** A first row whose cost is not a number is a heading. */
function isHeading(row: readonly unknown[]): boolean {
  return typeof row[1] === "string" && !/\d/.test(row[1]);
}

function readProjects(raw: unknown): AllocationInput["projects"] {
  const rows = rowsOf(raw);
  const body = rows[0] !== undefined && isHeading(rows[0]) ? rows.slice(1) : rows;
  return body.map((row, i) => ({
    id: text(row[0], `mã, dòng ${i + 1}`),
    costDong: dongArgument(row[1], `kinh phí, dòng ${i + 1}`),
    value: Number(decimal(row[2], `điểm, dòng ${i + 1}`)),
    ...(isBlank(row[3]) ? {} : { groups: { [GROUP]: text(row[3], `nhóm, dòng ${i + 1}`) } }),
  }));
}

function isBlank(cell: unknown): boolean {
  return cell === null || cell === undefined || cell === "";
}

type Rules = Pick<AllocationInput, "floors" | "ceilings" | "exclusions" | "requires">;

/** Rows "BAT-BUOC | mã", "LOAI-TRU | mã | mã…", "KEM | mã | mã…", "SAN | nhóm | đồng", "TRAN | nhóm | đồng". */
function readRules(raw: unknown): Rules {
  const rules = {
    floors: [] as NonNullable<Rules["floors"]>,
    ceilings: [] as NonNullable<Rules["ceilings"]>,
    exclusions: [] as string[][],
    requires: {} as Record<string, string[]>,
  };
  for (const [i, row] of (isBlank(raw) ? [] : rowsOf(raw)).entries()) {
    const kind = foldKey(text(row[0], `ràng buộc, dòng ${i + 1}`));
    const ids = row
      .slice(1)
      .filter((cell) => !isBlank(cell))
      .map((cell) => text(cell, `ràng buộc, dòng ${i + 1}`));
    const [first = "", ...others] = ids;
    if (kind === "batbuoc") rules.floors.push(...ids.map((id) => ({ group: "mã", is: id, minCount: 1 })));
    else if (kind === "loaitru" && ids.length > 1) rules.exclusions.push(ids);
    else if (kind === "san" && ids.length === 2)
      rules.floors.push({ group: GROUP, is: first, minDong: dongArgument(row[2], `mức sàn, dòng ${i + 1}`) });
    else if (kind === "tran" && ids.length === 2)
      rules.ceilings.push({
        group: GROUP,
        is: first,
        maxDong: dongArgument(row[2], `mức trần, dòng ${i + 1}`),
      });
    else if (kind === "kem" && others.length > 0)
      rules.requires[first] = [...(rules.requires[first] ?? []), ...others];
    else
      orThrow(
        fail(
          "VALUE",
          "constraint-unknown",
          `Ràng buộc dòng ${i + 1} không hiểu được; dùng “BAT-BUOC | mã”, “LOAI-TRU | mã | mã”, “KEM | mã | mã”, “SAN | nhóm | đồng” hoặc “TRAN | nhóm | đồng”.`,
          "Unknown constraint.",
        ),
      );
  }
  return rules;
}

/** The cell cannot load the outside solver: what its own search could not prove is said in the heading. */
function heading({ proven, bound, gap }: Allocation): string[] {
  if (proven) return HEADER;
  const percent = points(Number((gap * 100).toFixed(2)));
  const note = `chưa chứng minh tối ưu: cận trên ${points(bound)} điểm, hở ${percent} %; dùng phiên họp phân bổ ở trang thẩm định để giải đến cùng`;
  return [...HEADER.slice(0, -1), `Lý do (${note})`];
}

/**
 * Chọn đề án trong ngân sách sao cho tổng điểm cao nhất, kèm lý do từng đề án.
 * @customfunction PHANBO
 * @helpurl https://localhost:8787/huong-dan/ham/phanbo
 * @param {any[][]} danhSach Ba cột: mã, kinh phí (đồng), điểm; cột thứ tư (nếu có) là nhóm; có thể có dòng tiêu đề.
 * @param {any} nganSach Ngân sách, số nguyên đồng.
 * @param {any[][]} [rangBuoc] Mỗi dòng một ràng buộc: BAT-BUOC | mã; LOAI-TRU | mã | mã; KEM | mã | mã phải đi cùng; SAN | nhóm | đồng; TRAN | nhóm | đồng.
 * @returns {any[][]} Bảng có dòng tiêu đề: mã, kinh phí, điểm, kết quả, lý do.
 */
export function phanBo(danhSach: any[][], nganSach: any, rangBuoc?: any[][]): any[][] {
  const rules = readRules(rangBuoc);
  const projects = readProjects(danhSach).map((project) => ({
    ...project,
    groups: { ...project.groups, mã: project.id },
  }));
  const allocation = orThrow(
    allocate({ budgetDong: dongArgument(nganSach, "ngân sách"), projects, ...rules }),
  );
  const rows = projects.map((project) => {
    const reason = allocation.reasons[project.id];
    return [
      project.id,
      project.costDong,
      project.value ?? 0,
      reason?.funded === true ? "Chọn" : "Không",
      reason?.text ?? "",
    ];
  });
  return [heading(allocation), ...rows];
}

export const texts = {
  en: {
    description:
      "The choice of projects with the highest total score within a budget, with the reason for each.",
    params: {
      danhSach: "Three columns: code, cost in đồng, score; a fourth, if any, is the group.",
      nganSach: "Budget in whole đồng.",
      rangBuoc:
        "Constraints: BAT-BUOC | code; LOAI-TRU | code | code; KEM | code | code; SAN or TRAN | group | đồng.",
    },
  },
} satisfies FunctionTexts<"danhSach" | "nganSach" | "rangBuoc">;

export const examples: readonly Example[] = [
  {
    args: [
      [
        ["Mã", "Kinh phí", "Điểm"],
        ["A", 200, 60],
        ["B", 150, 40],
        ["C", 100, 30],
      ],
      300,
    ],
    value: [
      HEADER,
      ["A", 200, 60, "Chọn", "Được chọn: nếu bỏ, tổng điểm giảm 20."],
      [
        "B",
        150,
        40,
        "Không",
        "Không chọn: ngân sách còn thiếu 150 đ, và tổng điểm thay thế không cao hơn. Vào danh sách nếu giảm 50 đ hoặc thêm 20 điểm.",
      ],
      ["C", 100, 30, "Chọn", "Được chọn: nếu bỏ, tổng điểm giảm 30."],
    ],
  },
  {
    args: [
      [
        ["A", 200, 60, "Hạ Long"],
        ["B", 150, 40, "Móng Cái"],
      ],
      350,
      [["TRAN", "Hạ Long", 100]],
    ],
    value: [
      HEADER,
      [
        "A",
        200,
        60,
        "Không",
        "Không chọn: vượt trần 100 đ của nhóm “Hạ Long”, và tổng điểm thay thế không cao hơn. Vào danh sách nếu giảm 100 đ.",
      ],
      ["B", 150, 40, "Chọn", "Được chọn: nếu bỏ, tổng điểm giảm 40."],
    ],
  },
  { args: [[["A", 200, 60]], 100, [["BAT-BUOC", "A"]]], error: "#N/A" },
  { args: [[["A", 200, 60]], "nhiều"], error: "#VALUE!" },
];
