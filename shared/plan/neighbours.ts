/**
 * Which places lie side by side, as the unit has stated it: nobody publishes such a list for communes, and none is guessed.
 * One cell of KC_ThongTin holds it, legible and editable by hand: "Thủy An: Bình Dương, Nguyễn Huệ; Mạo Khê: Kim Sơn".
 */
import { cleanText, foldKey } from "../kernel/text.ts";

export interface Neighbours {
  readonly place: string;
  readonly others: readonly string[];
}

/** A place is not its own neighbour, and each pair stands once, on whichever side it was stated first. */
function joined(list: readonly Neighbours[], place: string, other: string): Neighbours[] {
  if (foldKey(place) === foldKey(other) || areNeighbours(list, place, other)) return [...list];
  const at = list.findIndex((one) => foldKey(one.place) === foldKey(place));
  if (at < 0) return [...list, { place, others: [other] }];
  return list.map((one, index) => (index === at ? { ...one, others: [...one.others, other] } : one));
}

export interface ReadNeighbours {
  readonly neighbours: readonly Neighbours[];
  /** Parts of the cell that say nothing: no colon, no place before it or none behind it. */
  readonly unreadNeighbours: readonly string[];
}

export function readNeighbours(text: string | null): ReadNeighbours {
  let neighbours: Neighbours[] = [];
  const unreadNeighbours: string[] = [];
  for (const part of (text ?? "").split(/[;\n]/).map(cleanText)) {
    const colon = part.indexOf(":");
    const place = cleanText(part.slice(0, Math.max(0, colon)));
    const others = part
      .slice(colon + 1)
      .split(",")
      .map(cleanText)
      .filter((other) => other !== "");
    if (part === "") continue;
    if (place === "" || others.length === 0) unreadNeighbours.push(part);
    else for (const other of others) neighbours = joined(neighbours, place, other);
  }
  return { neighbours, unreadNeighbours };
}

/** What could not be read is written back as it was. */
export function neighboursText({ neighbours, unreadNeighbours }: ReadNeighbours): string {
  return [
    ...neighbours.map(({ place, others }) => `${place}: ${others.join(", ")}`),
    ...unreadNeighbours,
  ].join("; ");
}

export function withNeighbours(list: readonly Neighbours[], place: string, other: string): Neighbours[] {
  return joined(list, cleanText(place), cleanText(other));
}

export function withoutNeighbours(list: readonly Neighbours[], place: string, other: string): Neighbours[] {
  const [a, b] = [foldKey(place), foldKey(other)];
  return list
    .map((one) => {
      const own = foldKey(one.place);
      const gone = own === a ? b : own === b ? a : null;
      return { ...one, others: one.others.filter((name) => foldKey(name) !== gone) };
    })
    .filter(({ others }) => others.length > 0);
}

/** Only what was stated, from either side; a neighbour's neighbour is none. */
export function areNeighbours(list: readonly Neighbours[], place: string, other: string): boolean {
  const [a, b] = [foldKey(place), foldKey(other)];
  return list.some(({ place: own, others }) => {
    const key = foldKey(own);
    const wanted = key === a ? b : key === b ? a : null;
    return wanted !== null && others.some((name) => foldKey(name) === wanted);
  });
}
