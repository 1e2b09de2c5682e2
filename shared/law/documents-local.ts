import { day } from "../kernel/date.ts";
import type { LegalDocument } from "./types.ts";

/** Resolutions of provincial councils. */
export const LOCAL_DOCUMENTS: readonly LegalDocument[] = [
  {
    id: "nq-18-2025-lai-chau",
    soHieu: "18/2025/NQ-HĐND tỉnh Lai Châu",
    kind: "Nghị quyết",
    title: "Mức chi hoạt động khuyến công",
    issuer: "HĐND tỉnh Lai Châu",
    issued: day("2025-04-22"),
    inForce: day("2025-05-05"),
    verified: "secondary",
    note: "Đọc qua tin báo, chưa đối chiếu văn bản",
  },
  {
    id: "nq-2025-dak-lak",
    soHieu: "của HĐND tỉnh Đắk Lắk (chưa rõ số hiệu)",
    kind: "Nghị quyết",
    title: "Mức chi hoạt động khuyến công",
    issuer: "HĐND tỉnh Đắk Lắk",
    issued: null,
    inForce: day("2025-07-26"),
    verified: "secondary",
    note: "Đọc qua tin báo, chưa đối chiếu văn bản",
  },
];
