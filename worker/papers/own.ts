/** A unit's own templates: kept as they were sent, used instead of ours. */
import type { TemplateKind } from "../../shared/contract/order.ts";
import type { Env } from "../env.ts";
import { readContent } from "../store/content.ts";
import { templatesOf } from "../store/paper-templates.ts";
import { shippedTemplate } from "./index.ts";

export function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 8192)
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}

/** The organisation's own template, else ours. */
export async function templateFor(
  env: Env,
  organisationId: string | null,
  kind: TemplateKind,
): Promise<Uint8Array<ArrayBuffer>> {
  const own = organisationId === null ? [] : await templatesOf(env.DB, organisationId);
  const hash = own.find((template) => template.kind === kind)?.contentHash ?? null;
  const text = hash === null ? null : await readContent(env.DB, hash);
  return text === null ? shippedTemplate(kind) : Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}
