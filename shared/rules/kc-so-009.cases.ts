import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-SO-009",
  cases: [
    {
      name: "tên đơn vị ở thông tin chung",
      set: { "KC_ThongTin!B5": { value: "Trung t©m", font: ".VnTime" } },
      expect: ["KC_ThongTin!B5"],
      fix: "Trung tâm",
    },
    {
      name: "kế hoạch đúng",
      set: {},
      expect: [],
    },
    {
      name: "tên bằng phông .VnTime",
      set: {
        "KC_DeAn!B5": {
          value: "M¸y Ðp",
          font: ".VnTime",
        },
      },
      expect: ["KC_DeAn!B5"],
      fix: "Máy ép",
    },
    {
      name: "phông chữ hoa .VnTimeH",
      set: { "KC_DeAn!B5": { value: "®Ò ¸n khuyÕn c«ng", font: ".VnTimeH" } },
      expect: ["KC_DeAn!B5"],
      fix: "ĐỀ ÁN KHUYẾN CÔNG",
    },
    {
      name: "phông VNI-Times",
      set: { "KC_DuToan!B5": { value: "Maùy eùp goám", font: "VNI-Times" } },
      expect: ["KC_DuToan!B5"],
      fix: "Máy ép gốm",
    },
    {
      name: "chữ Unicode trong phông .VnTime: nhắc đổi phông, không chuyển mã lần nữa",
      set: { "KC_DeAn!B5": { value: "Máy ép gốm", font: ".VnTime" } },
      expect: ["KC_DeAn!B5"],
      fix: null,
    },
    {
      name: "chữ TCVN3 dán vào phông khác",
      set: { "KC_DeAn!I5": "C«ng ty TNHH C\u00ADêng ThÞnh Nguyªn" },
      expect: ["KC_DeAn!I5"],
      fix: "Công ty TNHH Cường Thịnh Nguyên",
    },
    {
      name: "chữ VNI dán vào phông khác",
      set: { "KC_DeAn!I5": "Coâng ty TNHH Cöôøng Thònh" },
      expect: ["KC_DeAn!I5"],
      fix: "Công ty TNHH Cường Thịnh",
    },
    {
      name: "ký hiệu đơn vị không phải là bảng mã cũ",
      set: { "KC_DeAn!I5": "Xưởng 10 m² – Ø20, ±5 °C" },
      expect: [],
    },
    {
      name: "phông Times New Roman",
      set: { "KC_DeAn!B5": { value: "Máy ép gốm", font: "Times New Roman" } },
      expect: [],
    },
  ],
} satisfies RuleCases;
