import { day } from "../kernel/date.ts";
import { at, folded } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

const INDIRECT = /gian tiep|quan ly, phuc vu|phuc vu, quan ly|lao dong quan ly/;

export const kcdm002: Rule = {
  id: "KC-DM-002",
  severity: "warning",
  category: "dinh-muc",
  stage: "line",
  title: {
    vi: "Lao động gián tiếp tính theo phần trăm của trực tiếp",
    en: "Indirect labour is a percentage of direct labour",
  },
  basis: { doc: "tt-47-2018-bct", article: "7", clause: "1", point: "b" },
  from: day("2019-01-01"),
  to: null,
  related: ["KC-DM-001"],
  check: ({ plan }) =>
    plan.normLines
      .filter((line) => line.type === "NC" && line.unit !== "%" && INDIRECT.test(folded(line.resource)))
      .map(
        (line): Hit => ({
          where: at(line, "unit"),
          message: `“${line.resource}” là lao động gián tiếp nhưng tính bằng “${line.unit ?? ""}”.`,
          found: line.unit ?? "(trống)",
          expected: "%",
          remedy: "Ghi đơn vị “%” và tỷ lệ so với lao động trực tiếp.",
        }),
      ),
};
