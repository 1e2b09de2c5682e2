/** How the body that orders is named in a paper, worked out from its name. */
import { foldText } from "../../shared/kernel/text.ts";

interface Orderer {
  /** Two lines at the top left at most, upper case. */
  readonly heading: readonly string[];
  /** Who decides, as printed above the grounds and above the signature. */
  readonly authority: string;
  readonly position: string;
}

const POSITIONS: readonly { readonly start: RegExp; readonly position: string; readonly cut?: RegExp }[] = [
  { start: /^bo /, position: "Bộ trưởng" },
  { start: /^cuc /, position: "Cục trưởng" },
  { start: /^so /, position: "Giám đốc" },
  { start: /^(?:uy ban nhan dan|ubnd) /, position: "Chủ tịch" },
];

export function describeOrderer(name: string): Orderer {
  const found = POSITIONS.find((kind) => kind.start.test(`${foldText(name)} `));
  const upper = name.toLocaleUpperCase("vi");
  const committee = /^(ỦY BAN NHÂN DÂN|UBND)\s+(.+)$/.exec(upper);
  const heading = committee === null ? [upper] : ["ỦY BAN NHÂN DÂN", committee[2] ?? ""];
  const position = found?.position ?? "Thủ trưởng";
  return { heading, position, authority: `${position} ${name}`.toLocaleUpperCase("vi") };
}

/** Where a paper is signed: ministries and their departments in Hà Nội, all others in their province. */
export function signingPlace(ordererName: string, provinceName: string): string {
  if (/^(bo|cuc) /.test(foldText(ordererName))) return "Hà Nội";
  return provinceName.replace(/^(?:tỉnh|thành phố|tp\.?)\s+/i, "");
}
