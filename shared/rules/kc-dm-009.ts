import { PRINCIPLE } from "../kernel/citation.ts";
import { foldKey } from "../kernel/text.ts";
import { at } from "./lib.ts";
import { normsOf } from "./norms.ts";
import type { Hit, Rule } from "./types.ts";

export const kcdm009: Rule = {
  id: "KC-DM-009",
  severity: "warning",
  category: "dinh-muc",
  stage: "cross-line",
  title: {
    vi: "Một mã định mức mang hai tên dịch vụ",
    en: "One norm code, two services",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-DM-006"],
  check: ({ plan }) =>
    [...normsOf(plan).values()].flatMap((lines): Hit[] => {
      const named = lines.filter(({ name }) => name !== null);
      const [first] = named;
      return named
        .filter(({ name }) => foldKey(name ?? "") !== foldKey(first?.name ?? ""))
        .map(
          (line): Hit => ({
            where: at(line, "name"),
            message: `Mã ${line.code ?? ""} ở dòng ${first?.row ?? 0} là “${first?.name ?? ""}”.`,
            found: line.name ?? "",
            expected: "mỗi dịch vụ một mã",
            remedy: "Đặt mã khác cho dịch vụ này, hoặc xóa tên ở dòng sau.",
          }),
        );
    }),
};
