import type { RuleCases } from "./cases.ts";

const THREE = {
  "KC_DuToan!A7": "DA01",
  "KC_DuToan!B7": "Máy 7",
  "KC_DuToan!C7": "máy",
  "KC_DuToan!D7": 1,
  "KC_DuToan!E7": 1000000,
  "KC_DuToan!F7": { formula: "=KC.THANHTIEN(D7,E7)" },
  "KC_DuToan!G7": 0,
  "KC_DuToan!H7": { formula: "=F7-G7-I7" },
  "KC_DuToan!A8": "DA01",
  "KC_DuToan!B8": "Máy 8",
  "KC_DuToan!C8": "máy",
  "KC_DuToan!D8": 1,
  "KC_DuToan!E8": 1000000,
  "KC_DuToan!F8": { formula: "=KC.THANHTIEN(D8,E8)" },
  "KC_DuToan!G8": 0,
  "KC_DuToan!H8": { formula: "=F8-G8-I8" },
};

export default {
  rule: "KC-SO-011",
  cases: [
    { name: "ba dòng cùng mẫu", set: THREE, expect: [] },
    {
      name: "một dòng cộng thiếu nguồn khác",
      set: { ...THREE, "KC_DuToan!H7": { formula: "=F7-G7" } },
      expect: ["KC_DuToan!H7"],
      severity: "warning",
      fix: "=F7-G7-I7",
    },
    {
      name: "chép nhầm dòng",
      set: { ...THREE, "KC_DuToan!H6": { formula: "=F5-G5-I5" } },
      expect: ["KC_DuToan!H6"],
      fix: "=F6-G6-I6",
    },
    { name: "gõ đè là việc của quy tắc khác", set: { ...THREE, "KC_DuToan!H7": 0 }, expect: [] },
  ],
} satisfies RuleCases;
