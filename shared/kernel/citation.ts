import type { IsoDate } from "./date.ts";

/** How a legal figure was checked: read in the law's text, in a second-hand source, or from memory. */
export type Verified = "text" | "secondary" | "memory";

/** A place in a legal document. `doc` is an id of the register in law/documents.ts. */
export interface Citation {
  readonly doc: string;
  readonly article?: string;
  readonly clause?: string;
  readonly point?: string;
  /** What the reader should know about this place, e.g. that the clause number is inferred. */
  readonly note?: string;
}

/** A citation as shown to people: resolved in words, with its dates and its mark. */
export interface CitationView {
  readonly text: string;
  readonly doc: string;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly verified: Verified;
}

/** Business principles have no article; they are named as such and never dressed up as law. */
export const PRINCIPLE = "nguyen-tac-nghiep-vu" as const;
export type Basis = Citation | typeof PRINCIPLE;

export const VERIFIED_LABEL = {
  text: { vi: "đã đối chiếu văn bản", en: "checked against the text" },
  secondary: { vi: "chưa đối chiếu (nguồn thứ cấp)", en: "not checked (secondary source)" },
  memory: { vi: "chưa đối chiếu (theo ghi nhớ)", en: "not checked (from memory)" },
} as const satisfies Record<Verified, { vi: string; en: string }>;

const STRENGTH: Readonly<Record<Verified, number>> = { memory: 0, secondary: 1, text: 2 };

/** The weakest mark of several: a figure is only as sure as the least sure figure behind it. Null for none. */
export function weakest(marks: readonly Verified[]): Verified | null {
  return marks.reduce<Verified | null>(
    (low, mark) => (low === null || STRENGTH[mark] < STRENGTH[low] ? mark : low),
    null,
  );
}
