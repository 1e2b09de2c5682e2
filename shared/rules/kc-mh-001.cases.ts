import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-MH-001",
  cases: [
    {
      name: "đúng bằng trần 200 triệu",
      set: {
        "KC_DuToan!E5": 610000000,
        "KC_DuToan!G5": 200000000,
      },
      expect: [],
    },
    {
      name: "hơn trần một đồng",
      set: {
        "KC_DuToan!E5": 610000000,
        "KC_DuToan!G5": 200000001,
      },
      expect: ["KC_DeAn!O5"],
      severity: "error",
      differenceDong: 1,
    },
    {
      name: "đúng 50 % chi phí",
      set: {
        "KC_DuToan!E5": 300000000,
        "KC_DuToan!G5": 150000000,
      },
      expect: [],
    },
    {
      name: "hơn 50 % một đồng",
      set: {
        "KC_DuToan!E5": 300000000,
        "KC_DuToan!G5": 150000001,
      },
      expect: ["KC_DeAn!O5"],
      severity: "error",
      differenceDong: 1,
    },
    {
      name: "ngày 10/05/2018 còn trần cũ",
      set: {
        "KC_ThongTin!B7": "10/05/2018",
        "KC_DuToan!E5": 610000000,
        "KC_DuToan!G5": 300000000,
      },
      expect: ["KC_DeAn!O5"],
      severity: "error",
      differenceDong: 100000000,
    },
    {
      name: "ngày 11/05/2018 trần mới",
      set: {
        "KC_ThongTin!B7": "11/05/2018",
        "KC_DuToan!E5": 610000000,
        "KC_DuToan!G5": 300000000,
      },
      expect: [],
    },
    {
      name: "trần chưa đối chiếu chỉ cảnh báo",
      set: {
        "KC_ThongTin!B7": "11/05/2018",
        "KC_DuToan!E5": 610000000,
        "KC_DuToan!G5": 300000001,
      },
      expect: ["KC_DeAn!O5"],
      severity: "warning",
      differenceDong: 1,
    },
    {
      name: "khuyến công địa phương chỉ cảnh báo",
      set: {
        "KC_DuToan!G6": 300000001,
      },
      expect: ["KC_DeAn!O6"],
      severity: "warning",
      differenceDong: 1,
    },
    {
      name: "mức của Lai Châu thấp hơn mức quốc gia: đúng bằng 500 triệu",
      set: {
        "KC_ThongTin!B4": "Lai Châu",
        "KC_ThongTin!B7": "05/05/2025",
        "KC_DuToan!E6": 3000000000,
        "KC_DuToan!G6": 500000000,
      },
      expect: [],
    },
    {
      name: "mức của Lai Châu: hơn 500 triệu một đồng thì cảnh báo",
      set: {
        "KC_ThongTin!B4": "Lai Châu",
        "KC_ThongTin!B7": "05/05/2025",
        "KC_DuToan!E6": 3000000000,
        "KC_DuToan!G6": 500000001,
      },
      expect: ["KC_DeAn!O6"],
      severity: "warning",
      differenceDong: 1,
    },
    {
      name: "một ngày trước nghị quyết của Lai Châu còn mức quốc gia",
      set: {
        "KC_ThongTin!B4": "Lai Châu",
        "KC_ThongTin!B7": "04/05/2025",
        "KC_DuToan!E6": 3000000000,
        "KC_DuToan!G6": 500000001,
      },
      expect: [],
    },
    {
      name: "mức của tỉnh không áp dụng cho khuyến công quốc gia",
      set: {
        "KC_ThongTin!B4": "Lai Châu",
        "KC_ThongTin!B7": "05/05/2025",
        "KC_DeAn!E6": "QG",
        "KC_DuToan!E6": 3000000000,
        "KC_DuToan!G6": 500000001,
      },
      expect: [],
    },
  ],
} satisfies RuleCases;
