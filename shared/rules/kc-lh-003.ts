import { PRINCIPLE } from "../kernel/citation.ts";
import { farFromPeers } from "./peers.ts";
import type { Rule } from "./types.ts";

export const kclh003: Rule = {
  id: "KC-LH-003",
  severity: "warning",
  category: "bat-thuong",
  stage: "cross-submission",
  title: {
    vi: "Hao phí định mức lệch xa các tỉnh khác",
    en: "A norm quantity stands far from other provinces",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-LH-001", "KC-LH-002"],
  check: (context) => farFromPeers(context, "norm", "Hao phí"),
};
