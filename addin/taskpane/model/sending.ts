/** One sending of the open workbook: the envelope, its hash, its key, the receipt. */
import { canonicalJson } from "../../../shared/contract/canonical.ts";
import type { Receipt, SubmissionEnvelope } from "../../../shared/contract/submission.ts";
import type { Finding } from "../../../shared/kernel/finding.ts";
import { ApiProblem, sendSubmission } from "../api.ts";
import type { Snapshot } from "../workspace.ts";
import { forgetPending, keyFor } from "./pending.ts";

export interface SendingChoice {
  readonly snapshot: Snapshot;
  readonly personId: string;
  readonly previousId: string | null;
  /** Rule id → the reason given for all its warnings. */
  readonly reasons: Readonly<Record<string, string>>;
}

function reasonsFor(findings: readonly Finding[], reasons: Readonly<Record<string, string>>) {
  return findings.flatMap(({ severity, rule, where }) => {
    const reason = (reasons[rule] ?? "").trim();
    if (severity !== "warning" || reason === "") return [];
    return [{ rule, sheet: where.sheet, ...(where.cell === undefined ? {} : { cell: where.cell }), reason }];
  });
}

export function envelopeOf({ snapshot, previousId, reasons }: SendingChoice): SubmissionEnvelope {
  const { flat, verdict } = snapshot;
  const warningReasons = reasonsFor(verdict.findings, reasons).slice(0, 1000);
  return {
    workbook: { ...flat, sheets: [...flat.sheets] } as SubmissionEnvelope["workbook"],
    clientVersions: { ...verdict.versions },
    ...(previousId === null ? {} : { previousId }),
    ...(warningReasons.length === 0 ? {} : { warningReasons }),
  };
}

async function sha256Hex(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Sends; the key is kept until a receipt or a final refusal comes back. Throws ApiProblem. */
export async function sendWorkbook(choice: SendingChoice): Promise<Receipt> {
  const envelope = envelopeOf(choice);
  const bodyHash = await sha256Hex(canonicalJson(envelope));
  const key = keyFor(localStorage, bodyHash, choice.personId, () => crypto.randomUUID());
  try {
    const receipt = await sendSubmission(envelope, key);
    forgetPending(localStorage);
    return receipt;
  } catch (error) {
    if (error instanceof ApiProblem && !error.mayRetry) forgetPending(localStorage);
    throw error;
  }
}
