/**
 * What is known to have been issued about services of khuyến công, marked as it was learnt. Nothing here was read in its
 * own text, so nothing here makes a service ready; see the notes.
 */
import { day } from "../../shared/kernel/date.ts";
import type { NewFact } from "../store/catalogue.ts";

const BY = {
  publishedBy: "quan-tri",
  confirmedBy: "quan-tri-2",
  publishedAt: "2026-11-23T00:00:00.000Z",
  replaces: null,
  stands: true,
} as const;
const NONE = { issuedOn: null, from: null, to: null, priceDong: null, unit: null } as const;

export const KNOWN_FACTS: readonly NewFact[] = [
  {
    ...BY,
    ...NONE,
    id: "dm_00000000000000000000QD573",
    service: "*",
    fact: "list",
    level: "ministry",
    provinceCode: null,
    issuer: "Thủ tướng Chính phủ",
    document:
      "Quyết định 573/QĐ-TTg về danh mục dịch vụ sự nghiệp công sử dụng ngân sách nhà nước thuộc lĩnh vực quản lý nhà nước của Bộ Công Thương",
    issuedOn: day("2017-04-25"),
    verified: "memory",
    note: "Chưa đọc được Mục III: khuyến công được cho là có trong danh mục, phải đối chiếu. Sau Nghị định 111/2025/NĐ-CP danh mục có thể đã thay đổi.",
  },
  {
    ...BY,
    ...NONE,
    id: "dm_0000000000000000000QD46KT",
    service: "MAY-MOC",
    fact: "norm",
    level: "province",
    provinceCode: "51",
    issuer: "Ủy ban nhân dân tỉnh Kon Tum",
    document: "Quyết định 46/2023/QĐ-UBND về định mức một số dịch vụ sự nghiệp công ngành Công Thương",
    issuedOn: day("2023-09-05"),
    verified: "secondary",
    note: "Theo trang Khuyến công Online; chưa đọc được bảng định mức. Kon Tum nay thuộc Quảng Ngãi, hiệu lực sau sáp nhập chưa rõ.",
  },
];
