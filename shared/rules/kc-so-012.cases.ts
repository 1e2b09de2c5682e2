import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-SO-012",
  cases: [
    { name: "định dạng thường", set: { "KC_DuToan!E5": { value: 400000000, format: "#,##0" } }, expect: [] },
    {
      name: "hiện theo nghìn",
      set: { "KC_DuToan!E5": { value: 400000000, format: "#,##0," } },
      expect: ["KC_DuToan!E5"],
    },
    {
      name: "dấu phẩy trong chữ",
      set: { "KC_DuToan!E5": { value: 400000000, format: '#,##0" đ,"' } },
      expect: [],
    },
  ],
} satisfies RuleCases;
