import { PRINCIPLE } from "../kernel/citation.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcda037: Rule = {
  id: "KC-DA-037",
  severity: "warning",
  category: "day-du",
  stage: "cross-line",
  title: {
    vi: "Nhân rộng mô hình mà không nêu mô hình gốc",
    en: "A replica names no model it repeats",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-DA-038"],
  check: ({ plan }) => {
    return plan.deAn
      .filter(
        (line) =>
          line.kind === "MO-HINH-NHAN-RONG" &&
          line.replicaOf === null &&
          line.addressOf["replicaOf"] !== undefined,
      )
      .map(
        (line): Hit => ({
          where: at(line, "replicaOf"),
          message: "Đề án nhân rộng chưa ghi nhân rộng từ đề án nào.",
          found: "(trống)",
          expected: "đề án gốc: mã, năm, đơn vị thực hiện",
          remedy: "Ghi đề án đã có hiệu quả ở cột “Nhân rộng từ”.",
        }),
      );
  },
};
