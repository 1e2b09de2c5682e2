/** The same envelope as the task pane sends, and a key that makes sending twice harmless. */
import { canonicalJson } from "../../../shared/contract/canonical.ts";
import type { SubmissionEnvelope } from "../../../shared/contract/submission.ts";
import type { Finding } from "../../../shared/kernel/finding.ts";
import type { XlsxWorkbook } from "../../../shared/workbook/xlsx/read.ts";
import type { Verdict } from "../../../shared/workbook/judge.ts";

export interface EnvelopeInput {
  readonly file: XlsxWorkbook;
  readonly fileName: string;
  readonly versions: Verdict["versions"];
  readonly previousId: string | null;
  readonly reasons: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
}

/** One warning, whatever its number in the list. */
export function warningKey(finding: Finding): string {
  return `${finding.rule}|${finding.where.sheet}|${finding.where.cell ?? finding.where.row ?? ""}`;
}

/** `notes` of the reading stay here: they are words for the sender, not part of the workbook. */
export function buildEnvelope(input: EnvelopeInput): SubmissionEnvelope {
  const { sheets, externalLinks } = input.file;
  const warningReasons = input.findings
    .filter((finding) => finding.severity === "warning")
    .map((finding) => ({ finding, reason: (input.reasons.get(warningKey(finding)) ?? "").trim() }))
    .filter(({ reason }) => reason !== "")
    .map(({ finding: { rule, where }, reason }) => ({
      rule,
      sheet: where.sheet,
      ...(where.cell === undefined ? {} : { cell: where.cell }),
      reason,
    }));
  return {
    workbook: {
      sheets: sheets.map((sheet) => ({
        ...sheet,
        ...(sheet.hiddenRows === undefined ? {} : { hiddenRows: [...sheet.hiddenRows] }),
      })) as SubmissionEnvelope["workbook"]["sheets"],
      ...(externalLinks === undefined ? {} : { externalLinks: [...externalLinks] }),
    },
    fileName: input.fileName,
    clientVersions: { ...input.versions },
    ...(input.previousId === null ? {} : { previousId: input.previousId }),
    ...(warningReasons.length === 0 ? {} : { warningReasons }),
  };
}

/** Same person, same content → same key, so a lost answer is asked for again and not sent twice. */
export async function idempotencyKey(personId: string, envelope: SubmissionEnvelope): Promise<string> {
  const bytes = new TextEncoder().encode(`${personId}\n${canonicalJson(envelope)}`);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `upload-${[...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
