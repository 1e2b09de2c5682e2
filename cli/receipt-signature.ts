/** Checking a receipt against a set of public keys, with nothing else at hand. */
import { compactVerify, createLocalJWKSet, decodeProtectedHeader, errors, type JSONWebKeySet } from "jose";
import { canonicalJson } from "../shared/kernel/canonical.ts";
import { ReceiptSchema, type Receipt } from "../shared/contract/submission.ts";
import { InputError, parseJson, readText } from "./sources.ts";

export const RECEIPT_TYPE = "khuyencong-receipt+json";

/** A receipt file, or an exported revision that holds one. Throws InputError. */
export function receiptIn(value: unknown, place: string): Receipt {
  const inner = (value as { receipt?: unknown } | null)?.receipt ?? value;
  const parsed = ReceiptSchema.safeParse(inner);
  if (!parsed.success) throw new InputError(`${place} không phải biên nhận (thiếu hoặc sai trường).`);
  // The parsed copy could lack fields of a later release, which the signature covers too.
  return inner as Receipt;
}

export async function readKeys(place: string): Promise<JSONWebKeySet> {
  const value = parseJson(await readText(place), place) as Partial<JSONWebKeySet> | null;
  if (!Array.isArray(value?.keys)) throw new InputError(`${place} không phải bộ khóa công khai (JWKS).`);
  return value as JSONWebKeySet;
}

/** When the key ceased to sign, in milliseconds; null for one that still does. */
function retiredAt({ keys }: JSONWebKeySet, kid: string): number | null {
  const exp = (keys.find((key) => key.kid === kid) as { exp?: unknown } | undefined)?.exp;
  return typeof exp === "number" ? exp * 1000 : null;
}

export type SignatureCheck =
  | { readonly ok: true; readonly kid: string }
  | { readonly ok: false; readonly reason: string };

export async function checkSignature(receipt: Receipt, keys: JSONWebKeySet): Promise<SignatureCheck> {
  const { signature, ...statement } = receipt;
  let kid = "";
  try {
    const header = decodeProtectedHeader(signature);
    kid = header.kid ?? "";
    if (header.typ !== RECEIPT_TYPE) return { ok: false, reason: "Chữ ký không phải chữ ký của biên nhận." };
    const { payload } = await compactVerify(signature, createLocalJWKSet(keys), { algorithms: ["EdDSA"] });
    if (new TextDecoder().decode(payload) !== canonicalJson(statement))
      return { ok: false, reason: "Nội dung biên nhận đã bị sửa: khác với nội dung được ký." };
    const retired = retiredAt(keys, kid);
    if (retired === null || Date.parse(receipt.receivedAt) <= retired) return { ok: true, kid };
    const day = new Date(retired).toISOString();
    return { ok: false, reason: `Khóa “${kid}” đã nghỉ từ ${day}, trước lúc nhận ghi trên biên nhận.` };
  } catch (error) {
    if (error instanceof errors.JWKSNoMatchingKey)
      return { ok: false, reason: `Bộ khóa không có khóa “${kid}” đã ký biên nhận này.` };
    if (error instanceof errors.JWSSignatureVerificationFailed)
      return { ok: false, reason: `Chữ ký không đúng với khóa “${kid}”.` };
    if (error instanceof errors.JOSEError || error instanceof TypeError)
      return { ok: false, reason: "Chữ ký không đọc được (không phải JWS Ed25519)." };
    throw error;
  }
}
