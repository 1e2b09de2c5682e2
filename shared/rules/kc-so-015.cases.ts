import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-SO-015",
  cases: [
    { name: "kế hoạch đúng", set: {}, expect: [] },
    {
      name: "giá lấy từ tệp khác",
      set: { "KC_DuToan!E5": { value: 400000000, formula: "=[Gia2017.xlsx]Bang!C4" } },
      stale: true,
      expect: ["KC_DuToan!E5"],
    },
    {
      name: "giá lấy từ trang khác của sổ",
      set: { "KC_DuToan!E5": { value: 400000000, formula: "='Báo giá'!C4" } },
      stale: true,
      expect: [],
    },
  ],
} satisfies RuleCases;
