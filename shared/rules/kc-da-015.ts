import { day } from "../kernel/date.ts";
import { foldText } from "../kernel/text.ts";
import { provinceType } from "../law/places.ts";
import { findProvince } from "../law/province.ts";
import { PROVINCES } from "../law/provinces.ts";
import type { DeAnLine } from "../plan/shapes.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

/** Support given to an establishment where it stands; cleaner production and fairs are not tied to the place. */
const TIED_TO_PLACE: ReadonlySet<string> = new Set([
  "LAP-DN",
  "MO-HINH",
  "MO-HINH-NHAN-RONG",
  "MAY-MOC",
  "DAY-CHUYEN",
  "THUONG-HIEU",
  "TU-VAN",
  "O-NHIEM-CO-SO",
]);
const WARD = /^(phuong |p\. ?)/;

/** The province named after the last comma, or the one of the whole plan. */
function provinceOf(place: string, planProvince: string | null): string | null {
  const last = place.includes(",") ? findProvince(place.slice(place.lastIndexOf(",") + 1)) : null;
  const province = last ?? (planProvince === null ? null : findProvince(planProvince));
  return province?.code ?? null;
}

function isCraftVillage({ place, name, beneficiary, note }: DeAnLine): boolean {
  return [place, name, beneficiary, note].some((text) => foldText(text ?? "").includes("lang nghe"));
}

export const kcda015: Rule = {
  id: "KC-DA-015",
  severity: "warning",
  category: "phap-ly",
  stage: "line",
  title: {
    vi: "Phường của thành phố trực thuộc trung ương không thuộc địa bàn khuyến công",
    en: "Wards of centrally-run cities are outside the programme",
  },
  basis: {
    doc: "nd-235-2025",
    note: "sửa khoản 2 Điều 1 Nghị định 45/2012/NĐ-CP; đọc qua nguồn thứ cấp, chưa đối chiếu",
  },
  from: day("2025-10-15"),
  to: null,
  related: ["KC-DA-013"],
  check: ({ plan, asOf }) => {
    if (asOf === null) return [];
    return plan.deAn.flatMap((line): Hit[] => {
      if (line.place === null || line.kind === null || !TIED_TO_PLACE.has(line.kind)) return [];
      if (!WARD.test(foldText(line.place)) || isCraftVillage(line)) return [];
      const code = provinceOf(line.place, plan.info.province);
      if (code === null || provinceType(code, asOf) !== "thanh-pho") return [];
      const city = PROVINCES.find((province) => province.code === code)?.name ?? code;
      return [
        {
          where: at(line, "place"),
          message: `“${line.place}” là phường của ${city}, thành phố trực thuộc trung ương: cơ sở ở đây không thuộc đối tượng, trừ làng nghề được công nhận.`,
          found: line.place,
          expected: "xã, đặc khu của thành phố; xã, phường, đặc khu của tỉnh; hoặc làng nghề được công nhận",
          remedy: "Kiểm tra địa bàn. Nếu cơ sở ở làng nghề đã được công nhận, ghi “làng nghề” ở cột Ghi chú.",
        },
      ];
    });
  },
};
