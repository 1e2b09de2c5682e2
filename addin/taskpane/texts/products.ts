/** Sentences about products on their way through the votes. */
import type { ConditionState, Eligibility } from "../../../shared/plan/products.ts";
import type { TraceMismatch } from "../../../shared/plan/product-trace.ts";
import { lang } from "./index.ts";

const productsVi = {
  heading: "Sản phẩm tham gia bình chọn",
  lead: "Mỗi cấp một dòng ở KC_SanPham. Điều kiện theo Thông tư 26/2014/TT-BCT tại ngày bình chọn.",
  unnamed: "(chưa có tên)",
  noLevel: "Chưa ghi cấp",
  eligibility: {
    eligible: "Đủ điều kiện",
    proposal: "Đề xuất",
    incomplete: "Chưa đủ thông tin",
    ineligible: "Chưa đủ điều kiện",
  } satisfies Record<Eligibility, string>,
  state: {
    met: "đạt",
    unmet: "không đạt",
    unknown: "chưa ghi",
    proposal: "đề xuất, chưa có quy định",
  } satisfies Record<ConditionState, string>,
  conditions: (met: number, all: number) => `Điều kiện: ${met}/${all}`,
  mark: (mark: string) => `${mark} điểm`,
  rank: (rank: number) => `hạng ${rank}`,
  passed: "đạt điểm công nhận",
  failed: "chưa đạt điểm công nhận",
  goTo: (what: string) => `Đến ô: ${what}`,
  noPrior: (level: string) => `Sổ không có dòng cấp ${level} của sản phẩm này để đối chiếu.`,
  mismatch: {
    priorDecision: "Số quyết định cấp trước",
    priorDate: "Ngày quyết định cấp trước",
    priorMark: "Điểm cấp trước",
    priorRank: "Hạng cấp trước",
  } satisfies Record<TraceMismatch["column"], string>,
  differs: (what: string, said: string, stood: string) => `${what} ghi ${said}, dòng cấp trước là ${stood}.`,
};

const productsEn: typeof productsVi = {
  heading: "Products for the vote",
  lead: "One line a level in KC_SanPham. Conditions of Circular 26/2014/TT-BCT on the day of the vote.",
  unnamed: "(no name yet)",
  noLevel: "No level given",
  eligibility: {
    eligible: "Eligible",
    proposal: "Proposal",
    incomplete: "Not enough known",
    ineligible: "Not eligible",
  },
  state: { met: "met", unmet: "not met", unknown: "not filled in", proposal: "a proposal no law opens yet" },
  conditions: (met, all) => `Conditions: ${met} of ${all}`,
  mark: (mark) => `${mark} points`,
  rank: (rank) => `rank ${rank}`,
  passed: "reaches the pass mark",
  failed: "below the pass mark",
  goTo: (what) => `Go to: ${what}`,
  noPrior: (level) => `The workbook has no line of this product at the level “${level}” to compare with.`,
  mismatch: {
    priorDecision: "Decision of the level before",
    priorDate: "Date of that decision",
    priorMark: "Mark of the level before",
    priorRank: "Rank of the level before",
  },
  differs: (what, said, stood) => `${what}: ${said} here, ${stood} on the line of that level.`,
};

export function productTexts(): typeof productsVi {
  return lang() === "en" ? productsEn : productsVi;
}
