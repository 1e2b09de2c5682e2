import type { IsoDate } from "../../shared/kernel/date.ts";
import type { CellValue } from "../../shared/kernel/flat.ts";
import type { LawBook } from "../../shared/law/types.ts";
import { withBook } from "./lib/book.ts";
import { withChecker, type JudgeTable } from "./lib/checker.ts";
import { dateOrToday, single } from "./lib/coerce.ts";
import { orThrow } from "./lib/errors.ts";
import { allRowsOf } from "./lib/table.ts";
import type { Example, FunctionTexts } from "./lib/texts.ts";

const HEADER = ["Mức", "Quy tắc", "Dòng", "Cột", "Nhận xét", "Cách xử lý"];
const SEVERITY = { error: "Lỗi", warning: "Cảnh báo", info: "Lưu ý" } as const;

function spill(judgeTable: JudgeTable, rows: CellValue[][], law: LawBook, asOf: IsoDate | null): any[][] {
  const findings = orThrow(judgeTable(rows, law, asOf));
  if (findings.length === 0) return [HEADER, ["Đạt", "", "", "", "Không có nhận xét.", ""]];
  return [
    HEADER,
    ...findings.map((f) => [SEVERITY[f.severity], f.rule, f.tableRow, f.tableColumn, f.message, f.remedy]),
  ];
}

/**
 * Kiểm tra một bảng KC_DeAn hoặc KC_DuToan: mỗi nhận xét một dòng. Quy tắc cần nhiều trang chạy ở ngăn “Kiểm tra”.
 * @customfunction KIEMTRA
 * @helpurl https://localhost:8787/huong-dan/ham/kiemtra
 * @param {any[][]} bang Cả bảng, gồm dòng tiêu đề.
 * @param {any} [ngay] Ngày tính, thường là KC_NgayTinh; bỏ trống thì xét mọi quy tắc theo trạng thái mới nhất.
 * @returns {any[][]} Bảng nhận xét; dòng và cột đếm từ đầu bảng.
 */
export function kiemTra(bang: any[][], ngay?: any): any[][] {
  const rows = allRowsOf(bang).map((row) => row.map((cell): CellValue => single(cell, "bảng")));
  const asOf = ngay === undefined || ngay === null || ngay === "" ? null : dateOrToday(ngay);
  return withChecker((judgeTable) => withBook((book) => spill(judgeTable, rows, book.law, asOf))) as any[][];
}

export const texts = {
  en: {
    description: "Checks a KC_DeAn or KC_DuToan table: one row for each finding.",
    params: {
      bang: "The whole table with its heading row.",
      ngay: "As-of date; left out, every rule counts as it was last set.",
    },
  },
} satisfies FunctionTexts<"bang" | "ngay">;

export const examples: readonly Example[] = [
  {
    args: [
      [
        [
          "Mã đề án",
          "Nội dung chi",
          "Đơn vị tính",
          "Số lượng",
          "Đơn giá",
          "Thành tiền",
          "Kinh phí khuyến công",
        ],
        ["DA01", "Máy", "máy", 1, 0, 0, 0],
      ],
    ],
    value: [
      HEADER,
      [
        "Lỗi",
        "KC-DT-005",
        2,
        5,
        "Đơn giá phải lớn hơn 0.",
        "Điền đơn giá theo báo giá, hợp đồng hoặc quyết định giá.",
      ],
    ],
  },
  {
    args: [
      [
        [
          "Mã đề án",
          "Nội dung chi",
          "Đơn vị tính",
          "Số lượng",
          "Đơn giá",
          "Thành tiền",
          "Kinh phí khuyến công",
        ],
        ["DA01", "Máy", "máy", 1, 5000, 5000, 0],
      ],
    ],
    value: [HEADER, ["Đạt", "", "", "", "Không có nhận xét.", ""]],
  },
  {
    args: [
      [
        ["không", "phải"],
        ["bảng", "nào"],
      ],
    ],
    error: "#VALUE!",
  },
];
