import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-SO-017",
  cases: [
    { name: "kế hoạch đúng", set: {}, expect: [] },
    {
      name: "mã có dấu cách cuối",
      set: { "KC_DuToan!A5": "DA01 " },
      expect: ["KC_DuToan!A5"],
      severity: "warning",
      fix: "DA01",
    },
    { name: "mã viết chữ toàn hình", set: { "KC_DeAn!A5": "ＤＡ01" }, expect: ["KC_DeAn!A5"], fix: "DA01" },
    {
      name: "tên có dấu cách cứng và dấu tổ hợp",
      set: { "KC_DeAn!B5": "Máy\u00a0e\u0301p" },
      expect: ["KC_DeAn!B5"],
      severity: "info",
      fix: "Máy ép",
    },
    { name: "tên có hai dấu cách thường", set: { "KC_DeAn!B5": "Máy  ép" }, expect: [] },
  ],
} satisfies RuleCases;
