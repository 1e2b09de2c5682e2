/** What is sent along with a file, and a key that makes sending twice harmless. */
import { canonicalJson } from "../../../shared/kernel/canonical.ts";
import type { UploadSubmission } from "../../../shared/contract/upload.ts";
import type { Finding } from "../../../shared/kernel/finding.ts";

export interface SubmissionInput {
  readonly previousId: string | null;
  readonly reasons: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
}

/** One warning, whatever its number in the list. */
export function warningKey(finding: Finding): string {
  return `${finding.rule}|${finding.where.sheet}|${finding.where.cell ?? finding.where.row ?? ""}`;
}

export function buildSubmission({ previousId, reasons, findings }: SubmissionInput): UploadSubmission {
  const warningReasons = findings
    .filter((finding) => finding.severity === "warning")
    .map((finding) => ({ finding, reason: (reasons.get(warningKey(finding)) ?? "").trim() }))
    .filter(({ reason }) => reason !== "")
    .map(({ finding: { rule, where }, reason }) => ({
      rule,
      sheet: where.sheet,
      ...(where.cell === undefined ? {} : { cell: where.cell }),
      reason,
    }));
  return {
    ...(previousId === null ? {} : { previousId }),
    ...(warningReasons.length === 0 ? {} : { warningReasons }),
  };
}

async function sha256(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Same person, file, name and words → same key, so a lost answer is asked for again and not sent twice. */
export async function idempotencyKey(
  personId: string,
  file: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> },
  submission: UploadSubmission,
): Promise<string> {
  const parts = canonicalJson([personId, file.name, await sha256(file.bytes), submission]);
  return `upload-${await sha256(new TextEncoder().encode(parts))}`;
}
