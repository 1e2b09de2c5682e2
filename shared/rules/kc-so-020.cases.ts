import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-SO-020",
  cases: [
    { name: "kế hoạch đúng", set: {}, expect: [] },
    {
      name: "giá lấy từ trang ẩn",
      set: { "KC_DuToan!E5": { value: 400000000, formula: "=Prices!C4" } },
      beside: { Prices: { C4: 400000000 } },
      hiddenSheets: ["Prices"],
      stale: true,
      expect: ["KC_DuToan!E5"],
    },
    {
      name: "giá lấy từ trang hiện",
      set: { "KC_DuToan!E5": { value: 400000000, formula: "=Prices!C4" } },
      beside: { Prices: { C4: 400000000 } },
      stale: true,
      expect: [],
    },
  ],
} satisfies RuleCases;
