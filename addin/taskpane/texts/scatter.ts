/** Sentences about how scattered a plan is and what could be linked. */
import type { LinkReason } from "../../../shared/plan/links.ts";
import type { Fund } from "../../../shared/plan/shapes.ts";
import { lang } from "./index.ts";

const scatterVi = {
  heading: "Độ phân tán",
  value: (index: string) => `Chỉ số ${index}`,
  meaning: (works: string) => `kinh phí phân tán như chia đều cho ${works} đề án`,
  scale: "0: dồn vào một đề án; càng gần 1 càng nhỏ lẻ. Các đề án đã liên kết tính là một.",
  own: "Chỉ số của Khuyến Công để so các phương án với nhau, không phải quy định của pháp luật.",
  formula: "Cách tính",
  median: (amount: string) => `Trung vị một đề án: ${amount}`,
  links: "Có thể liên kết",
  linksLead:
    "Gợi ý từ ngành nghề, địa bàn và đơn vị thụ hưởng đã ghi, mỗi nguồn kinh phí riêng. Cùng địa bàn là cùng tên: ghi cả tên vùng (“Xã Thủy An, Đông Triều”) thì các xã cùng vùng được xếp cạnh nhau. Giáp ranh thì chỉ theo khai báo của đơn vị ở dưới.",
  linksNone: "Không thấy nhóm nào cùng ngành nghề hay đơn vị thụ hưởng mà chưa liên kết.",
  linksNeed: "Ghi “Ngành nghề”, “Địa bàn”, “Đơn vị thụ hưởng” đầy đủ thì gợi ý mới sát.",
  reason: {
    "trade-and-place": (shared: string) => `Cùng ngành nghề và địa bàn: ${shared}`,
    "trade-and-neighbours": (shared: string) =>
      `Cùng ngành nghề, địa bàn giáp ranh theo khai báo của đơn vị: ${shared}`,
    beneficiary: (shared: string) => `Cùng đơn vị thụ hưởng: ${shared}`,
    trade: (shared: string) => `Cùng ngành nghề: ${shared}`,
  } satisfies Record<LinkReason, (shared: string) => string>,
  together: (n: number, amount: string, fund: Fund | null) =>
    `${n} đề án${fund === null ? "" : fund === "QG" ? " cùng nguồn quốc gia" : " cùng nguồn địa phương"}, cộng ${amount} khuyến công`,
  otherFund: (codes: string) =>
    `Cũng vậy nhưng dùng nguồn kia: ${codes}. Hai nguồn lập và duyệt riêng nên không gộp.`,
  goTo: (code: string) => `Đến đề án ${code}`,
};

const scatterEn: typeof scatterVi = {
  heading: "Scatter",
  value: (index) => `Index ${index}`,
  meaning: (works) => `the money is as scattered as if shared equally by ${works} projects`,
  scale: "0: all in one project; towards 1: many small ones. Linked projects count as one.",
  own: "A measure of this product for comparing plans, not a rule of law.",
  formula: "How it is computed",
  median: (amount) => `Median of a project: ${amount}`,
  links: "Could be linked",
  linksLead:
    "From the trades, places and beneficiaries written down, each fund apart. The same place is the same name: write the area too (“Xã Thủy An, Đông Triều”) to bring its communes together. Neighbours are only those the unit has stated below.",
  linksNone: "No group shares a trade or a beneficiary without being linked already.",
  linksNeed: "Fill in trade, place and beneficiary for closer suggestions.",
  reason: {
    "trade-and-place": (shared) => `Same trade and place: ${shared}`,
    "trade-and-neighbours": (shared) => `Same trade, neighbouring places as stated by the unit: ${shared}`,
    beneficiary: (shared) => `Same beneficiary: ${shared}`,
    trade: (shared) => `Same trade: ${shared}`,
  },
  together: (n, amount, fund) =>
    `${n} projects${fund === null ? "" : fund === "QG" ? " of the national fund" : " of the local fund"}, ${amount} of support together`,
  otherFund: (codes) =>
    `The same, but from the other fund: ${codes}. The two are planned and decided apart, so they are not joined.`,
  goTo: (code) => `Go to project ${code}`,
};

export function scatterTexts(): typeof scatterVi {
  return lang() === "en" ? scatterEn : scatterVi;
}
