import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DT-002",
  cases: [
    {
      name: "kế hoạch đúng",
      set: {},
      expect: [],
    },
    {
      name: "đơn giá là chữ mơ hồ",
      set: {
        "KC_DuToan!E5": "1.234",
      },
      expect: ["KC_DuToan!E5"],
      fix: null,
    },
    {
      name: "chữ chắc chắn là một số",
      set: { "KC_DuToan!E5": "400.000.000\u00a0đ" },
      expect: ["KC_DuToan!E5"],
      fix: 400000000,
    },
    {
      name: "số lượng là chữ số toàn hình",
      set: { "KC_DuToan!D5": "１,5" },
      expect: ["KC_DuToan!D5"],
      fix: 1.5,
    },
    {
      name: "lẻ dưới một đồng",
      set: {
        "KC_DuToan!G5": 0.5,
      },
      expect: ["KC_DuToan!G5"],
    },
    {
      name: "số lượng quá mịn",
      set: {
        "KC_DuToan!D5": 1e-7,
      },
      expect: ["KC_DuToan!D5"],
    },
  ],
} satisfies RuleCases;
