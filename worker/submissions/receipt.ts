/** The signed receipt: a compact JWS whose payload is the canonical JSON of the statement. */
import { CompactSign } from "jose";
import { canonicalJson } from "../../shared/kernel/canonical.ts";
import type { Receipt, ReceiptStatement } from "../../shared/contract/submission.ts";
import type { SigningKey } from "../auth/keys.ts";

export async function signReceipt(statement: ReceiptStatement, key: SigningKey): Promise<Receipt> {
  const payload = new TextEncoder().encode(canonicalJson(statement));
  const signature = await new CompactSign(payload)
    .setProtectedHeader({ alg: "EdDSA", kid: key.kid, typ: "khuyencong-receipt+json" })
    .sign(key.privateKey);
  return { ...statement, signature };
}
