import { PRINCIPLE } from "../kernel/citation.ts";
import { farFromPeers } from "./peers.ts";
import type { Rule } from "./types.ts";

export const kclh001: Rule = {
  id: "KC-LH-001",
  severity: "warning",
  category: "bat-thuong",
  stage: "cross-submission",
  title: {
    vi: "Mức hỗ trợ lệch xa các tỉnh khác",
    en: "Support stands far from other provinces",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-LH-002", "KC-LH-003"],
  check: (context) => farFromPeers(context, "support", "Mức hỗ trợ cho mỗi đơn vị"),
};
