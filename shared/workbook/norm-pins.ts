/**
 * What a workbook stands on, as one cell of KC_ThongTin says it: "3f2a…; BO@77c0…; KC-TU-CAC-TINH#0a1b…". First the
 * version of the law data, then the book of everything (law, prices, norms, states of rules), then the drafts out of the
 * provinces' evidence it has taken. Such a draft computes nothing where it is not named.
 */
import type { NormBook } from "../norms/model.ts";

export interface NormPin {
  readonly id: string;
  /** Content hash of the book: another edition is another pin. */
  readonly version: string;
}

const PIN = /^([^#;]+)#([0-9a-f]{16})$/;
const BOOK = /^BO@([0-9a-f]{12})$/;
const BETWEEN = "; ";

export interface BasisVersions {
  readonly lawVersion: string | null;
  /** Absent in workbooks made before books were named: then the version of the law names one. */
  readonly bookVersion: string | null;
  readonly pins: readonly NormPin[];
}

/** What cannot be read as a pin belongs to the version of the law data, so that nothing is lost silently. */
export function readBasisVersions(text: string | null): BasisVersions {
  const parts = (text ?? "").split(";").map((part) => part.trim());
  const pins = parts.flatMap((part): NormPin[] => {
    const [, id, version] = PIN.exec(part) ?? [];
    return id === undefined || version === undefined ? [] : [{ id: id.trim(), version }];
  });
  const bookVersion = parts.map((part) => BOOK.exec(part)?.[1]).find((version) => version !== undefined);
  const rest = parts.filter((part) => part !== "" && !PIN.test(part) && !BOOK.test(part)).join(BETWEEN);
  return { lawVersion: rest === "" ? null : rest, bookVersion: bookVersion ?? null, pins };
}

export function basisVersionsText({ lawVersion, bookVersion, pins }: BasisVersions): string {
  return [
    ...(lawVersion === null ? [] : [lawVersion]),
    ...(bookVersion === null ? [] : [`BO@${bookVersion}`]),
    ...pins.map(({ id, version }) => `${id}#${version}`),
  ].join(BETWEEN);
}

/** Worked out of what provinces sent: offered to every workbook, used by those that take it. */
export function isOffered(book: Pick<NormBook, "evidence">): boolean {
  return book.evidence !== undefined;
}

export function isPinned(
  pins: readonly NormPin[],
  { id, version }: Pick<NormBook, "id" | "version">,
): boolean {
  return pins.some((pin) => pin.id === id && pin.version === version);
}

/** The same list where nothing is left out: lookups are indexed by its identity. */
export function usableNorms(norms: readonly NormBook[], pins: readonly NormPin[]): readonly NormBook[] {
  const isUsable = (book: NormBook) => !isOffered(book) || isPinned(pins, book);
  return norms.every(isUsable) ? norms : norms.filter(isUsable);
}

/** With another edition of the same book in the place of the one it had. */
export function withPin(pins: readonly NormPin[], { id, version }: NormPin): NormPin[] {
  return [...pins.filter((pin) => pin.id !== id), { id, version }];
}
