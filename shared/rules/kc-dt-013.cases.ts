import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DT-013",
  cases: [
    { name: "vốn vay", set: { "KC_DuToan!I5": 50000000, "KC_DuToan!J5": "Vốn vay ngân hàng" }, expect: [] },
    {
      name: "ngân sách huyện",
      set: { "KC_DuToan!I5": 50000000, "KC_DuToan!J5": "Ngân sách huyện" },
      expect: ["KC_DuToan!I5"],
      severity: "warning",
    },
    {
      name: "chương trình nông thôn mới, không có khuyến công ở dòng này",
      set: { "KC_DuToan!G5": 0, "KC_DuToan!I5": 50000000, "KC_DuToan!J5": "Chương trình nông thôn mới" },
      expect: [],
    },
  ],
} satisfies RuleCases;
