/** The "Căn cứ" lines of a paper: only documents of the register, and only those in force on the paper's day. */
import type { LegalDocument } from "../../shared/law/types.ts";

/** Documents every order decision rests on once they are in force. */
const ORDER_DOCUMENTS = ["45/2012/NĐ-CP", "235/2025/NĐ-CP", "32/2019/NĐ-CP", "17/2024/TT-BTC"] as const;

/** "2019-04-10" → "ngày 10 tháng 4 năm 2019", zero before days under 10 and months 1 and 2, as NĐ 30/2020 writes. */
export function longDate(iso: string): string {
  const [year = "", month = "", day = ""] = iso.split("-");
  return `ngày ${day} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`;
}

function inForce(document: LegalDocument, date: string): boolean {
  if (document.inForce === null || document.inForce > date) return false;
  return document.ended === undefined || document.ended >= date;
}

/** A circular is the minister's, not the ministry's. */
function issuerOf(document: LegalDocument): string {
  return document.kind === "Thông tư" && document.issuer.startsWith("Bộ ")
    ? `Bộ trưởng ${document.issuer}`
    : document.issuer;
}

function sentence(document: LegalDocument): string {
  const issued = document.issued === null ? "" : ` ${longDate(document.issued)}`;
  const title = document.title.slice(0, 1).toLocaleLowerCase("vi") + document.title.slice(1);
  return `${document.kind} số ${document.soHieu}${issued} của ${issuerOf(document)} ${title}`;
}

/** The registered document a sentence is about: the one it names first; others are named in its title. */
function namedIn(text: string, documents: readonly LegalDocument[]): LegalDocument | undefined {
  const places = documents
    .map((document) => ({ document, at: ` ${text}`.search(new RegExp(`(?<!\\d)${document.soHieu}`)) }))
    .filter(({ at }) => at >= 0);
  return places.sort((a, b) => a.at - b.at || b.document.soHieu.length - a.document.soHieu.length)[0]
    ?.document;
}

/**
 * One sentence per document, without "Căn cứ". `given` are sentences of the caller; one that names a registered
 * document is dropped when that document is not in force on `date`, and rewritten with its date and issuer otherwise.
 */
export function legalBases(
  given: readonly string[],
  documents: readonly LegalDocument[],
  date: string,
): string[] {
  const cited = new Map<string, string>();
  const wanted = ORDER_DOCUMENTS.map((soHieu) => documents.find((document) => document.soHieu === soHieu));
  for (const document of wanted)
    if (document !== undefined && inForce(document, date)) cited.set(document.soHieu, sentence(document));
  for (const text of given) {
    const document = namedIn(text, documents);
    if (document === undefined) cited.set(text, text);
    else if (inForce(document, date)) cited.set(document.soHieu, sentence(document));
  }
  return [...cited.values()];
}
