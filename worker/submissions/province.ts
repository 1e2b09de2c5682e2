/** The province a workbook names, as it is today: merged provinces are found under their successor. */
import { findProvince } from "../../shared/law/province.ts";
import { currentLaw } from "../law.ts";

export function resolveProvince(text: string): { code: string; name: string } | null {
  const found = findProvince(currentLaw(), text);
  return found === null ? null : { code: found.code, name: found.name };
}
