import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcda013: Rule = {
  id: "KC-DA-013",
  severity: "warning",
  category: "day-du",
  stage: "line",
  title: {
    vi: "Đề án chưa nêu địa bàn",
    en: "The đề án names no place",
  },
  basis: { doc: "tt-36-2013-bct", article: "5", clause: "1" },
  from: null,
  to: null,
  related: [],
  check: ({ plan }) =>
    plan.deAn
      .filter((line) => line.place === null && line.name !== null)
      .map(
        (line): Hit => ({
          where: at(line, "place"),
          message: "Chưa nêu địa bàn thực hiện, nên không xét được ưu tiên theo địa bàn.",
          found: "(trống)",
          expected: "xã, phường, đặc khu hoặc tỉnh nơi thực hiện",
          remedy: "Điền địa bàn.",
        }),
      ),
};
