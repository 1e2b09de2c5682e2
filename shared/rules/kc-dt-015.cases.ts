import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DT-015",
  cases: [
    { name: "kế hoạch đúng", set: {}, expect: [] },
    {
      name: "máy đã qua sử dụng",
      set: { "KC_DuToan!B5": "Máy ép đã qua sử dụng" },
      expect: ["KC_DuToan!B5"],
    },
    { name: "ghi ở cột ghi chú", set: { "KC_DuToan!J5": "Máy cũ nhập khẩu" }, expect: ["KC_DuToan!B5"] },
    { name: "mô hình không thuộc quy tắc này", set: { "KC_DuToan!B6": "Máy cũ cải tạo" }, expect: [] },
  ],
} satisfies RuleCases;
