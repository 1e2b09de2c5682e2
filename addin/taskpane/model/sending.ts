/** One sending of the open workbook, ready for the queue: the envelope, its hash, and the key it keeps for good. */
import { canonicalJson } from "../../../shared/kernel/canonical.ts";
import type { SubmissionEnvelope } from "../../../shared/contract/submission.ts";
import type { Person } from "../../../shared/contract/session.ts";
import { versionTag } from "../../../shared/contract/version-tag.ts";
import type { Finding } from "../../../shared/kernel/finding.ts";
import type { Snapshot } from "../workspace.ts";
import type { NewItem } from "./queue.ts";

export interface SendingChoice {
  readonly snapshot: Snapshot;
  readonly person: Person;
  /** The submission this workbook corrects, at the version the person saw; null: a new one. */
  readonly previous: { readonly id: string; readonly version: number } | null;
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

export function envelopeOf({ snapshot, previous, reasons }: SendingChoice): SubmissionEnvelope {
  const { flat, verdict } = snapshot;
  const warningReasons = reasonsFor(verdict.findings, reasons).slice(0, 1000);
  return {
    workbook: { ...flat, sheets: [...flat.sheets] } as SubmissionEnvelope["workbook"],
    clientVersions: { ...verdict.versions },
    ...(previous === null ? {} : { previousId: previous.id }),
    ...(warningReasons.length === 0 ? {} : { warningReasons }),
  };
}

async function sha256Hex(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export async function prepareSending(choice: SendingChoice): Promise<NewItem> {
  const { snapshot, person, previous } = choice;
  const { info } = snapshot.verdict.plan;
  const envelope = envelopeOf(choice);
  return {
    key: crypto.randomUUID(),
    bodyHash: await sha256Hex(canonicalJson(envelope)),
    personId: person.id,
    personName: person.name,
    provinceName: info.province ?? person.organisation.provinceName ?? "",
    year: info.year,
    supportDong: snapshot.verdict.totals.all.supportDong,
    ifMatch: previous === null ? null : versionTag(previous.version),
    envelope,
  };
}
