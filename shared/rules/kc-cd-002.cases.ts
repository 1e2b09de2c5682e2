import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-CD-002",
  cases: [
    { name: "kế hoạch đúng", set: {}, expect: [] },
    {
      name: "gõ đè dòng tổng",
      set: { "KC_DuToan!F3": { value: 1399999999 } },
      stale: true,
      expect: ["KC_DuToan!F3"],
      differenceDong: -1,
    },
    {
      name: "tổng thiếu một dòng",
      set: { "KC_DeAn!O3": { value: 200000000, formula: "=SUM(O5:O5)" } },
      stale: true,
      expect: ["KC_DeAn!O3"],
      differenceDong: -300000000,
    },
    {
      name: "tổng chưa tính lại nhưng công thức phủ hết",
      set: { "KC_DuToan!F3": { value: 0, formula: "=SUM(F5:F5004)" } },
      stale: true,
      expect: [],
    },
    { name: "bỏ trống dòng tổng", set: { "KC_DuToan!F3": null }, stale: true, expect: [] },
  ],
} satisfies RuleCases;
