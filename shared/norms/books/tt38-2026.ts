/**
 * A part of the construction norms of TT 38/2026/TT-BXD, to prove the engine on official tables. The figures came
 * through a second-hand transcription (named in TT38_SOURCES) and were not compared with the signed text.
 */
import { day } from "../../kernel/date.ts";
import { quantity } from "../../kernel/quantity.ts";
import { sealNormBook } from "../book.ts";
import { normsFromRows } from "../convert.ts";
import type { NormBook, NormBookData } from "../model.ts";
import { TT38_ROWS, TT38_SOURCES } from "./tt38-2026.rows.ts";

const PLACES = new Map(
  TT38_ROWS.map(([code, , , , , page, appendix]) => [code, `trang ${page}, Phụ lục ${appendix}`]),
);

/** The transcription carries neither the name nor the unit of a table; it says where to read them. */
function describe(code: string) {
  const place = PLACES.get(code) ?? "";
  return {
    name: `Định mức ${code} (TT 38/2026/TT-BXD, ${place})`,
    unit: "đơn vị của bảng gốc",
    note: `Tên công tác và đơn vị tính: xem ${place}. Chưa đối chiếu văn bản; nguồn: ${TT38_SOURCES.join("; ")}.`,
  };
}

const DATA: NormBookData = {
  id: "TT-38-2026",
  title: "Định mức xây dựng, Thông tư 38/2026/TT-BXD (trích)",
  edition: "2026-07-01",
  status: "ban-hanh",
  label: "trích, chưa đối chiếu văn bản",
  authority: "Bộ Xây dựng",
  origin: TT38_SOURCES.join("; "),
  cite: { doc: "tt-38-2026-bxd", note: "Trích qua bản chép lại, chưa đối chiếu văn bản" },
  verified: "secondary",
  from: day("2026-07-01"),
  norms: normsFromRows(
    TT38_ROWS.map(([code, type, resource, unit, qty], at) => ({
      line: at + 2,
      code,
      type,
      resource,
      unit,
      quantity: quantity(qty),
    })),
    describe,
  ),
};

let sealed: NormBook | null = null;

/** Hashed on first use, once. */
export function tt38Book(): NormBook {
  sealed ??= sealNormBook(DATA);
  return sealed;
}
