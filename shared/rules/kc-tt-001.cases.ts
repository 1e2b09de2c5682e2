import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-TT-001",
  cases: [
    { name: "kế hoạch đúng", set: {}, expect: [] },
    {
      name: "thành tiền bị sửa",
      set: { "KC_DuToan!F5": { value: 400000001, formula: "=KC.THANHTIEN(D5,E5)" } },
      stale: true,
      expect: ["KC_DuToan!F5"],
      severity: "error",
      differenceDong: 1,
      fix: "=KC.THANHTIEN(D5,E5)",
    },
    {
      name: "thành tiền để trống, không công thức: tính thay, chỉ báo",
      set: { "KC_DuToan!F5": null },
      stale: true,
      expect: ["KC_DuToan!F5"],
      severity: "info",
      fix: "=KC.THANHTIEN(D5,E5)",
    },
    {
      name: "công thức có đó mà không ra số",
      set: { "KC_DuToan!F5": { value: null, formula: "=KC.THANHTIEN(D5,E5)" } },
      stale: true,
      expect: ["KC_DuToan!F5"],
      severity: "error",
    },
    {
      name: "căn cứ ghi khác không đổi tiền",
      set: { "KC_DeAn!R5": { value: "Quyết định cũ", formula: "=1" } },
      stale: true,
      expect: ["KC_DeAn!R5"],
      severity: "info",
    },
  ],
} satisfies RuleCases;
