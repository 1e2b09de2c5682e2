import { PRINCIPLE } from "../kernel/citation.ts";
import { divideRounded } from "../kernel/money.ts";
import { describeView, readParameter } from "../law/read.ts";
import { at, folded, money } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

const LABOUR_DAY = /^(ngay )?cong$/;
/** Divisor of a full month; 22 would only raise the floor. */
const DAYS_OF_MONTH = 26n;

export const kcnc001: Rule = {
  id: "KC-NC-001",
  severity: "warning",
  category: "bat-thuong",
  stage: "line",
  title: {
    vi: "Đơn giá ngày công thấp hơn lương tối thiểu",
    en: "The price of a labour day is below the minimum wage",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-DT-006"],
  figures: ["LTT-VUNG-4"],
  check: ({ plan, law, asOf }) => {
    if (asOf === null) return [];
    const wage = readParameter(law, "LTT-VUNG-4", asOf);
    if (!wage.ok) return [];
    const leastDong = Number(divideRounded(BigInt(wage.value.value), DAYS_OF_MONTH, "down"));
    return plan.costLines
      .filter(
        (line) =>
          LABOUR_DAY.test(folded(line.unit)) &&
          line.unitPriceDong !== null &&
          line.unitPriceDong > 0 &&
          line.unitPriceDong < leastDong,
      )
      .map(
        (line): Hit => ({
          where: at(line, "unitPrice"),
          message:
            "Đơn giá một ngày công thấp hơn lương tối thiểu vùng thấp nhất chia 26 ngày: có thể sai đơn vị hoặc là giá một giờ.",
          found: money(line.unitPriceDong ?? 0),
          expected: `từ ${money(leastDong)}`,
          differenceDong: (line.unitPriceDong ?? 0) - leastDong,
          basis: describeView(wage.value.cite),
          verified: wage.value.cite.verified,
          remedy: "Kiểm tra đơn giá và đơn vị tính; tính bằng KC.NGAYCONG nếu chưa có giá.",
        }),
      );
  },
};
