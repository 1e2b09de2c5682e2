import { PRINCIPLE } from "../kernel/citation.ts";
import { at, folded } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

const MADE_UP = /tam tinh|gia dinh|minh hoa|uoc tinh|uoc luong/;

export const kcdg004: Rule = {
  id: "KC-DG-004",
  severity: "warning",
  category: "dinh-muc",
  stage: "line",
  title: {
    vi: "Nguồn giá là giả định",
    en: "The source of a price is an assumption",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-DG-002"],
  check: ({ plan }) =>
    plan.priceLines
      .filter((line) => MADE_UP.test(folded(line.source)))
      .map(
        (line): Hit => ({
          where: at(line, "source"),
          message: `Giá của “${line.resource ?? ""}” chưa dựa vào chứng từ nào.`,
          found: line.source ?? "",
          expected: "công bố giá, báo giá, hợp đồng hoặc hóa đơn, có số và ngày",
          remedy: "Thay bằng nguồn thật trước khi trình đơn giá.",
        }),
      ),
};
