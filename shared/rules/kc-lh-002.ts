import { PRINCIPLE } from "../kernel/citation.ts";
import { farFromPeers } from "./peers.ts";
import type { Rule } from "./types.ts";

export const kclh002: Rule = {
  id: "KC-LH-002",
  severity: "warning",
  category: "bat-thuong",
  stage: "cross-submission",
  title: {
    vi: "Giá lệch xa các tỉnh khác",
    en: "A price stands far from other provinces",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-LH-001", "KC-LH-003"],
  check: (context) => farFromPeers(context, "price", "Giá"),
};
