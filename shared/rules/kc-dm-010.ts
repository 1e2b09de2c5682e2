import { day } from "../kernel/date.ts";
import { quantity } from "../kernel/quantity.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

const WHOLE = quantity(100);

export const kcdm010: Rule = {
  id: "KC-DM-010",
  severity: "warning",
  category: "dinh-muc",
  stage: "line",
  title: {
    vi: "Vật tư thu hồi toàn bộ thì không tiêu hao",
    en: "A material wholly recovered is not consumed",
  },
  basis: { doc: "tt-47-2018-bct", article: "7", clause: "2", point: "c" },
  from: day("2019-01-01"),
  to: null,
  related: ["KC-DM-003"],
  check: ({ plan }) =>
    plan.normLines
      .filter((line) => line.type === "VL" && line.recoveryPercent === WHOLE && (line.quantity ?? 0n) > 0n)
      .map(
        (line): Hit => ({
          where: at(line, "recovery"),
          message: `“${line.resource ?? ""}” thu hồi 100 % nên không làm tăng giá dịch vụ.`,
          found: "100 %",
          expected: "dưới 100 %, hoặc là dụng cụ (DC) có thời hạn sử dụng",
          remedy: "Nếu dùng lại nhiều lần thì ghi là dụng cụ; nếu không, sửa tỷ lệ thu hồi.",
        }),
      ),
};
