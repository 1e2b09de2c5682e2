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
      name: "phông Times New Roman",
      set: { "KC_DeAn!B5": { value: "Máy ép gốm", font: "Times New Roman" } },
      expect: [],
    },
  ],
} satisfies RuleCases;
