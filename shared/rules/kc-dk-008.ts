import { PRINCIPLE } from "../kernel/citation.ts";
import { at, listed } from "./lib.ts";
import type { Rule } from "./types.ts";

export const kcdk008: Rule = {
  id: "KC-DK-008",
  severity: "info",
  category: "dang-ky",
  stage: "cross-line",
  title: {
    vi: "Đề án không có trong danh sách đăng ký",
    en: "A đề án without a registered demand",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-DK-003"],
  check: ({ plan }) => {
    if (plan.demands.length === 0) return [];
    const asked = new Set(plan.demands.map(({ deAnCode }) => deAnCode));
    const without = plan.deAn.filter(({ code }) => code !== null && !asked.has(code));
    const [first] = without;
    if (first === undefined) return [];
    return [
      {
        where: at(first, "code"),
        message: `${without.length} đề án không lập từ nhu cầu đăng ký nào: ${listed(without.map(({ code }) => code ?? ""))}.`,
        found: "không có dòng ở KC_DangKy",
        expected: "mỗi đề án ứng với ít nhất một nhu cầu",
        remedy: "Ghi mã đề án vào dòng đăng ký tương ứng; đề án do đơn vị tự đề xuất thì ghi ở Ghi chú.",
      },
    ];
  },
};
