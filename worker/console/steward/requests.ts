/** From a filled form to what is proposed. */
import type { PublicationRequest } from "../../../shared/contract/publications.ts";
import { textOf } from "../order/parts.ts";

/** Only what was filled in: a blank field is no value. */
function filled(form: FormData, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => [name, textOf(form, name)]).filter(([, value]) => value !== ""),
  ) as Record<string, string>;
}

function citeOf(form: FormData): Record<string, string> {
  return { doc: textOf(form, "doc"), ...filled(form, ["article", "clause", "point", "note"]) };
}

export function valueRequest(form: FormData): PublicationRequest {
  const value = textOf(form, "value").replace(/[.\s]/g, "").replace(",", ".");
  const content = {
    parameter: textOf(form, "parameter"),
    from: textOf(form, "from"),
    value: value === "" ? null : Number.isSafeInteger(Number(value)) ? Number(value) : value,
    cite: citeOf(form),
    verified: textOf(form, "verified"),
  };
  return { kind: "law-value", reason: textOf(form, "reason"), content };
}

/** The reason is the setting's own: it is shown with the rule from then on. */
export function settingRequest(form: FormData): PublicationRequest {
  const reason = textOf(form, "reason");
  const { rule = "", mode = "", from = "" } = filled(form, ["rule", "mode", "from"]);
  return { kind: "rule-setting", reason, content: { rule, mode, from, reason } };
}

export function levelRequest(form: FormData): PublicationRequest {
  const content = {
    level: textOf(form, "level"),
    from: textOf(form, "from"),
    ...filled(form, ["to"]),
    cite: citeOf(form),
    verified: textOf(form, "verified"),
  };
  return { kind: "vote-level", reason: textOf(form, "reason"), content };
}

export function documentRequest(form: FormData): PublicationRequest {
  const orNull = (name: string) => textOf(form, name) || null;
  const content = {
    ...filled(form, ["id", "soHieu", "kind", "title", "issuer", "ended"]),
    issued: orNull("issued"),
    inForce: orNull("inForce"),
    verified: textOf(form, "verified"),
  };
  return { kind: "document", reason: textOf(form, "reason"), content };
}

export async function fileRequest(form: FormData): Promise<PublicationRequest | null> {
  const file = form.get("file");
  const text = file instanceof File ? await file.text() : "";
  try {
    const { version: _version, ...content } = JSON.parse(text) as Record<string, unknown>;
    const kind = Array.isArray(content["prices"]) ? "price-list" : "norm-book";
    return { kind, reason: textOf(form, "reason"), content };
  } catch {
    return null;
  }
}
