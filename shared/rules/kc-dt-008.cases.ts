import type { RuleCases } from "./cases.ts";

function line(row: number, price: number, item = "Thuê gian hàng") {
  return {
    [`KC_DuToan!A${row}`]: "DA01",
    [`KC_DuToan!B${row}`]: item,
    [`KC_DuToan!C${row}`]: "gian hàng",
    [`KC_DuToan!D${row}`]: row,
    [`KC_DuToan!E${row}`]: price,
  };
}

export default {
  rule: "KC-DT-008",
  cases: [
    {
      name: "ba dòng cùng cỡ",
      set: { ...line(7, 12000000), ...line(8, 12500000), ...line(9, 14000000) },
      expect: [],
    },
    {
      name: "một dòng thừa ba số 0",
      set: { ...line(7, 12000000), ...line(8, 12500000000), ...line(9, 14000000) },
      expect: ["KC_DuToan!E8"],
    },
    {
      name: "một dòng thiếu ba số 0",
      set: { ...line(7, 12000), ...line(8, 12500000), ...line(9, 14000000) },
      expect: ["KC_DuToan!E7"],
    },
    {
      name: "hai dòng thì không biết dòng nào sai",
      set: { ...line(7, 12000), ...line(8, 12500000) },
      expect: [],
    },
    {
      name: "khác tên khoản chi thì không so",
      set: { ...line(7, 12000, "Nước uống"), ...line(8, 12500000), ...line(9, 14000000) },
      expect: [],
    },
    {
      name: "đắt gấp 20 lần chưa phải lỗi ba số 0",
      set: { ...line(7, 12000000), ...line(8, 240000000), ...line(9, 14000000) },
      expect: [],
    },
  ],
} satisfies RuleCases;
