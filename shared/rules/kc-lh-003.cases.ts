import { peersOf, table, type RuleCases } from "./cases.ts";

const KEY = "tuvan|nc|chuyenvien|cong";
const norm = (quantity: number) => ({
  KC_DinhMuc: table(
    ["Mã định mức", "Tên dịch vụ", "Loại hao phí", "Hao phí", "Đơn vị tính", "Định mức"],
    ["QN.01", "Tư vấn", "NC", "Chuyên viên", "công", quantity],
  ),
});
const OTHERS = [10, 10, 11, 12, 12];

export default {
  rule: "KC-LH-003",
  cases: [
    { name: "không có hồ sơ khác", set: {}, beside: norm(100), expect: [] },
    { name: "gần các tỉnh", set: {}, beside: norm(13), peers: peersOf("norm", KEY, OTHERS), expect: [] },
    {
      // Six figures: median 11,5; MAD 1; three scaled deviations reach 15,9478.
      name: "đúng ở giới hạn",
      set: {},
      beside: norm(15.9478),
      peers: peersOf("norm", KEY, OTHERS),
      expect: [],
    },
    {
      name: "quá giới hạn một phần triệu",
      set: {},
      beside: norm(15.947801),
      peers: peersOf("norm", KEY, OTHERS),
      expect: ["KC_DinhMuc!F5"],
    },
  ],
} satisfies RuleCases;
