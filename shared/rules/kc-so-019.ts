import { PRINCIPLE } from "../kernel/citation.ts";
import { foldText } from "../kernel/text.ts";
import type { Hit, Rule } from "./types.ts";

const COPY = /^(kc_[a-z]+)[ _-]*(\(\d+\)|copy|\d+|ban sao)$/;

export const kcso019: Rule = {
  id: "KC-SO-019",
  severity: "warning",
  category: "so-lam-viec",
  stage: "shape",
  title: {
    vi: "Trang KC_ bị chép thành hai",
    en: "A KC_ sheet has a copy",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-SO-001"],
  check: ({ workbook }) => {
    const names = new Set(workbook.sheets.map(({ name }) => foldText(name)));
    return workbook.sheets.flatMap(({ name }): Hit[] => {
      const original = COPY.exec(foldText(name))?.[1];
      if (original === undefined || !names.has(original)) return [];
      return [
        {
          where: { sheet: name },
          message: `Trang “${name}” có vẻ là bản chép của trang KC_; số liệu ở đây không được đọc.`,
          found: name,
          expected: "mỗi trang KC_ một bản",
          remedy: "Chép số liệu còn thiếu về trang gốc rồi xóa bản chép, hoặc đổi tên thành tên khác hẳn.",
        },
      ];
    });
  },
};
