import { PRINCIPLE } from "../kernel/citation.ts";
import { joinCodes, linesByCode, linkedCodes } from "../plan/linked.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcda035: Rule = {
  id: "KC-DA-035",
  severity: "info",
  category: "cong-don",
  stage: "cross-line",
  title: {
    vi: "Liên kết chỉ ghi ở một phía",
    en: "A link is named on one side only",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-DA-034"],
  check: ({ plan }) => {
    // Most plans link nothing, and the others a few lines.
    const links = [...linesByCode(plan.deAn)].flatMap(([code, { linkedTo }]) =>
      linkedTo === null ? [] : [{ code, named: linkedCodes(linkedTo) }],
    );
    if (links.length === 0) return [];
    return plan.deAn.flatMap((line): Hit[] => {
      const own = line.code?.toUpperCase();
      if (own === undefined) return [];
      const named = linkedCodes(line.linkedTo);
      const missing = links
        .filter((other) => other.code !== own && other.named.includes(own))
        .map(({ code }) => code)
        .filter((code) => !named.includes(code));
      if (missing.length === 0) return [];
      return [
        {
          where: at(line, "linkedTo"),
          message: `Đề án ${joinCodes(missing)} ghi liên kết với đề án này, nhưng đề án này không ghi lại.`,
          found: line.linkedTo ?? "(trống)",
          expected: joinCodes([...named, ...missing]),
          remedy: "Ghi đủ mã ở cả các đề án cùng làm.",
          fix: joinCodes([...named, ...missing]),
        },
      ];
    });
  },
};
