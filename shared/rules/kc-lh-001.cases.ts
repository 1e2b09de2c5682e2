import { peersOf, type RuleCases } from "./cases.ts";

const KEY = "maymoc|qg";

export default {
  rule: "KC-LH-001",
  cases: [
    { name: "không có hồ sơ khác", set: {}, expect: [] },
    {
      name: "cùng mức với các tỉnh",
      set: {},
      peers: peersOf("support", KEY, [180_000_000, 190_000_000, 200_000_000, 210_000_000, 220_000_000]),
      expect: [],
    },
    {
      name: "chỉ có bốn tỉnh khác: chưa đủ để nói",
      set: {},
      peers: peersOf("support", KEY, [20_000_000, 20_000_000, 20_000_000, 20_000_000]),
      expect: [],
    },
    {
      name: "gấp mười các tỉnh",
      set: {},
      peers: peersOf("support", KEY, [19_000_000, 20_000_000, 20_000_000, 21_000_000, 22_000_000]),
      expect: ["KC_DeAn!O5"],
      severity: "warning",
    },
    {
      name: "nguồn vốn khác thì không so",
      set: {},
      peers: peersOf("support", "maymoc|dp", [19_000_000, 20_000_000, 20_000_000, 21_000_000, 22_000_000]),
      expect: [],
    },
  ],
} satisfies RuleCases;
