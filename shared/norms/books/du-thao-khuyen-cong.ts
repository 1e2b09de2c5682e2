/**
 * The shipped DRAFT of norms for khuyến công services, all nine contents of NĐ 45/2012/NĐ-CP Đ.4. Nobody has issued
 * it: quantities are plain proposals with their reasoning beside them, to be surveyed, corrected and appraised under
 * TT 47/2018/TT-BCT Đ.9. It exists because no issued table could be found (Kon Tum 46/2023, Đà Nẵng 3483/2017 unread).
 */
import { day } from "../../kernel/date.ts";
import { sealNormBook } from "../book.ts";
import type { NormBook, NormBookData } from "../model.ts";
import { TRAINING } from "./du-thao/01-dao-tao.ts";
import { CAPACITY } from "./du-thao/02-nang-luc.ts";
import { MODELS } from "./du-thao/03-mo-hinh.ts";
import { PRODUCTS } from "./du-thao/04-san-pham.ts";
import { CONSULTING } from "./du-thao/05-tu-van.ts";
import { INFORMATION } from "./du-thao/06-thong-tin.ts";
import { LINKAGES } from "./du-thao/07-lien-ket.ts";
import { INTERNATIONAL } from "./du-thao/08-quoc-te.ts";
import { ORGANISATION } from "./du-thao/09-to-chuc.ts";
import { DRAFT_LABEL } from "./du-thao/service.ts";

const DATA: NormBookData = {
  id: "KC-DU-THAO",
  title: "Định mức dịch vụ khuyến công",
  edition: "dự thảo 1",
  status: "du-thao",
  label: DRAFT_LABEL,
  authority: "Chưa có cơ quan ban hành",
  origin: "Đề xuất theo từng bước công việc, kèm lý do ở mỗi dòng; chưa khảo sát, chưa thẩm định",
  cite: null,
  verified: "memory",
  // It binds nobody at any date; the early start lets past plans be tried against it.
  from: day("2018-01-01"),
  norms: [
    ...TRAINING,
    ...CAPACITY,
    ...MODELS,
    ...PRODUCTS,
    ...CONSULTING,
    ...INFORMATION,
    ...LINKAGES,
    ...INTERNATIONAL,
    ...ORGANISATION,
  ],
};

let sealed: NormBook | null = null;

/** Hashed on first use, once. */
export function draftBook(): NormBook {
  sealed ??= sealNormBook(DATA);
  return sealed;
}
