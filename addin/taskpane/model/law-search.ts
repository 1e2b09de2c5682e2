/** The parameters of the law book as a list to search, read at a date. Pure. */
import type { IsoDate } from "../../../shared/kernel/date.ts";
import { foldText } from "../../../shared/kernel/text.ts";
import { citationText, readParameter } from "../../../shared/law/read.ts";
import type { LawBook, Parameter, Reading } from "../../../shared/law/types.ts";

export interface ParameterRow {
  readonly parameter: Parameter;
  /** Null when the law has no figure at the date; `why` says so. */
  readonly reading: Reading | null;
  readonly why: { readonly vi: string; readonly en: string } | null;
}

function haystack(law: LawBook, parameter: Parameter): string {
  const cites = parameter.values.map((value) => citationText(law, value.cite));
  return foldText([parameter.id, parameter.label.vi, parameter.label.en, ...cites].join(" "));
}

/** Every word typed must occur, in any order, without regard to diacritics. */
export function searchParameters(law: LawBook, query: string, date: IsoDate): ParameterRow[] {
  const words = foldText(query)
    .split(" ")
    .filter((word) => word !== "");
  const found = law.parameters.filter((parameter) => {
    if (words.length === 0) return true;
    const text = haystack(law, parameter);
    return words.every((word) => text.includes(word));
  });
  return found.map((parameter) => {
    const result = readParameter(law, parameter.id, date);
    if (result.ok) return { parameter, reading: result.value, why: null };
    return { parameter, reading: null, why: { vi: result.error.vi, en: result.error.en } };
  });
}
