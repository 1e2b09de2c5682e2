import { PRINCIPLE } from "../kernel/citation.ts";
import type { Line } from "../plan/shapes.ts";
import { allLines } from "./lib.ts";
import { referencesIn } from "./references.ts";
import type { Rule } from "./types.ts";

function readsAnotherFile({ cells }: Line): boolean {
  return Object.values(cells).some(
    ({ formula }) => formula !== undefined && referencesIn(formula).some(({ external }) => external),
  );
}

export const kcso006: Rule = {
  id: "KC-SO-006",
  severity: "warning",
  category: "bat-thuong",
  stage: "shape",
  title: {
    vi: "Sổ liên kết tới tệp khác",
    en: "The workbook links to other files",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: [],
  check: ({ plan, workbook }) => {
    const links = workbook.externalLinks ?? [];
    // Where a cell of the plan reads the file, KC-SO-015 names that cell.
    if (links.length === 0 || allLines(plan).some(readsAnotherFile)) return [];
    return [
      {
        where: { sheet: workbook.sheets[0]?.name ?? "KC_ThongTin" },
        message: "Sổ có công thức liên kết tới tệp khác; nơi nhận không mở được các tệp đó.",
        found: links.slice(0, 5).join(", "),
        expected: "không liên kết ra ngoài",
        remedy: "Dữ liệu › Sửa liên kết › Ngắt liên kết, hoặc chép giá trị vào sổ.",
      },
    ];
  },
};
