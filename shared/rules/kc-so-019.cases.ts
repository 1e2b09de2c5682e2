import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-SO-019",
  cases: [
    { name: "kế hoạch đúng", set: {}, expect: [] },
    {
      name: "bản chép của Excel",
      set: {},
      beside: { "KC_DuToan (2)": { A1: "x" } },
      expect: ["KC_DuToan (2)"],
    },
    { name: "trang riêng của đơn vị", set: {}, beside: { "Báo giá (2)": { A1: "x" } }, expect: [] },
  ],
} satisfies RuleCases;
