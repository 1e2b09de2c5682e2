import { PRINCIPLE } from "../kernel/citation.ts";
import { ERROR_VALUE, at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

/** Where nothing is known the ceiling honestly answers #N/A; KC-MH-002 explains it. */
const TOLERATED: ReadonlySet<string> = new Set(["ceiling", "basis"]);

export const kcso004: Rule = {
  id: "KC-SO-004",
  severity: "error",
  category: "kieu-du-lieu",
  stage: "shape",
  title: {
    vi: "Ô đang báo lỗi công thức",
    en: "A cell shows a formula error",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: [],
  check: ({ plan }) =>
    [...plan.deAn, ...plan.costLines].flatMap((line) =>
      Object.entries(line.cells).flatMap(([id, cell]): Hit[] => {
        if (typeof cell.value !== "string" || !ERROR_VALUE.test(cell.value)) return [];
        if (cell.value === "#N/A" && TOLERATED.has(id)) return [];
        return [
          {
            where: at(line, id),
            message: `Ô ${cell.address} đang báo ${cell.value}.`,
            found: cell.value,
            expected: "một giá trị",
            remedy:
              cell.value === "#NAME?"
                ? "Mở sổ bằng Excel có phần bổ trợ, hoặc khôi phục công thức."
                : "Sửa các ô mà công thức này dùng tới.",
          },
        ];
      }),
    ),
};
