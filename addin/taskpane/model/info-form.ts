/** The card "new workbook": fields as typed → the information sheet. Pure. */
import { parseDate, type IsoDate } from "../../../shared/kernel/date.ts";
import type { Dong } from "../../../shared/kernel/money.ts";
import { cleanText } from "../../../shared/kernel/text.ts";
import type { InfoDraft } from "../../../shared/workbook/build.ts";
import { parseDongInput, type AmountError } from "./amount.ts";

export interface InfoForm {
  readonly province: string;
  readonly organisation: string;
  readonly year: string;
  readonly asOf: string;
  readonly nationalBudget: string;
  readonly localBudget: string;
  readonly drafter: string;
}

export type InfoError = "required" | "year-unreadable" | "date-unreadable" | AmountError;
export type InfoErrors = Partial<Record<keyof InfoForm, InfoError>>;

export const EMPTY_INFO: InfoForm = {
  province: "",
  organisation: "",
  year: "",
  asOf: "",
  nationalBudget: "",
  localBudget: "",
  drafter: "",
};

function optionalDong(
  field: "nationalBudget" | "localBudget",
  form: InfoForm,
  errors: InfoErrors,
): Dong | undefined {
  const text = cleanText(form[field]);
  if (text === "") return undefined;
  const parsed = parseDongInput(text);
  if (parsed.ok) return parsed.value;
  errors[field] = parsed.error;
  return undefined;
}

function readAsOf(form: InfoForm, errors: InfoErrors): IsoDate | null {
  if (cleanText(form.asOf) === "") {
    errors.asOf = "required";
    return null;
  }
  const result = parseDate(form.asOf);
  if (result.ok) return result.value;
  errors.asOf = "date-unreadable";
  return null;
}

export function readInfoForm(form: InfoForm): {
  readonly errors: InfoErrors;
  readonly draft: InfoDraft | null;
} {
  const errors: InfoErrors = {};
  for (const field of ["province", "organisation", "year"] as const) {
    if (cleanText(form[field]) === "") errors[field] = "required";
  }
  const year = /^(?:19|20)\d{2}$/.test(cleanText(form.year)) ? Number(cleanText(form.year)) : null;
  if (year === null && errors.year === undefined) errors.year = "year-unreadable";
  const asOf = readAsOf(form, errors);
  const nationalBudgetDong = optionalDong("nationalBudget", form, errors);
  const localBudgetDong = optionalDong("localBudget", form, errors);
  if (Object.keys(errors).length > 0 || year === null || asOf === null) return { errors, draft: null };
  const drafter = cleanText(form.drafter);
  return {
    errors,
    draft: {
      province: cleanText(form.province),
      organisation: cleanText(form.organisation),
      year,
      asOf,
      ...(nationalBudgetDong === undefined ? {} : { nationalBudgetDong }),
      ...(localBudgetDong === undefined ? {} : { localBudgetDong }),
      ...(drafter === "" ? {} : { drafter }),
    },
  };
}
