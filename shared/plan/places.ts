/** What the “Địa bàn” of a line names: written freely, so read part by part and compared by name alone. */
import { cleanText, foldKey } from "../kernel/text.ts";
import type { DeAnLine, Plan } from "./shapes.ts";

/** "Xã Thủy An, Đông Triều" → both names; the province itself tells nothing inside a province's plan. */
export function placeParts(line: DeAnLine, province: string): string[] {
  return (line.place ?? "")
    .split(/[,;–]| - /)
    .map(cleanText)
    .filter((part) => part !== "" && foldKey(part) !== foldKey(province));
}

/** The places a plan names, as first written, in the order of the sheet. */
export function placesOf(plan: Plan): string[] {
  const byKey = new Map<string, string>();
  for (const line of plan.deAn)
    for (const part of placeParts(line, plan.info.province ?? ""))
      if (!byKey.has(foldKey(part))) byKey.set(foldKey(part), part);
  return [...byKey.values()];
}

const KIND_OF_PLACE =
  /^(?:xã|phường|thị trấn|thị xã|thành phố|huyện|quận|đặc khu|tp|tx|tt|p|x|h|q)(?:\.\s*|\s+)/i;

/** "Xã Thủy An" is also what a statement means by "Thủy An"; not the other way round. */
export function isAt(line: DeAnLine, place: string, province: string): boolean {
  const key = foldKey(place);
  return placeParts(line, province).some(
    (part) => foldKey(part) === key || foldKey(part.replace(KIND_OF_PLACE, "")) === key,
  );
}
