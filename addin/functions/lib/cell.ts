/** Numbers that carry their law: a card where the host supports it, a plain number elsewhere. */
import { VERIFIED_LABEL, type CitationView } from "../../../shared/kernel/citation.ts";
import { formatDate } from "../../../shared/kernel/date.ts";

export interface NumberCard {
  readonly type: "Double";
  readonly basicValue: number;
  readonly properties: Readonly<Record<string, { readonly type: "String"; readonly basicValue: string }>>;
}

/** ExcelApi 1.18 keeps properties on plain numbers; older hosts and the workbench get the number itself. */
function supportsCards(): boolean {
  if (typeof Office === "undefined") return false;
  try {
    return Office.context.requirements.isSetSupported("ExcelApi", "1.18");
  } catch {
    return false;
  }
}

export function withCitation(value: number, label: string, cite: CitationView): number | NumberCard {
  if (!supportsCards()) return value;
  const text = (basicValue: string) => ({ type: "String" as const, basicValue });
  return {
    type: "Double",
    basicValue: value,
    properties: {
      Tên: text(label),
      "Căn cứ": text(cite.text),
      "Áp dụng từ": text(cite.from === null ? "" : formatDate(cite.from)),
      Đến: text(cite.to === null ? "nay" : formatDate(cite.to)),
      "Đối chiếu": text(VERIFIED_LABEL[cite.verified].vi),
    },
  };
}
