/** Judging a stored revision again and comparing with what its receipt says. */
import { z } from "zod";
import { sha256Hex } from "../kernel/sha256.ts";
import type { FlatWorkbook } from "../kernel/flat.ts";
import type { LawBook } from "../law/types.ts";
import type { NormBook } from "../norms/model.ts";
import { judgeWorkbook } from "../workbook/judge.ts";
import { canonicalJson } from "../kernel/canonical.ts";
import type { ExportedRevision, ReceiptStatement } from "./submission.ts";

export const RecheckChangeSchema = z
  .object({
    path: z.string().meta({ description: "Đường dẫn trong biên nhận, ví dụ totals.all.supportDong" }),
    /** Canonical JSON; null: absent on that side. */
    was: z.string().nullable(),
    is: z.string().nullable(),
  })
  .meta({ id: "RecheckChange" });
export type RecheckChange = z.infer<typeof RecheckChangeSchema>;

export interface Recheck {
  /** Totals, counts, findings and differences all as in the receipt. */
  readonly same: boolean;
  readonly changes: readonly RecheckChange[];
  /** Versions of template, law and rules that differ: why the verdict may. */
  readonly versions: readonly RecheckChange[];
}

type Judged = Pick<ReceiptStatement, "totals" | "counts" | "findings" | "differences" | "versions">;
/** What was waived then is part of the receipt. */
type JudgedWithWaivers = Judged & Pick<ReceiptStatement, "waivers">;

/** Every place where two JSON values differ; lists are compared as sets by `keyOf`, so one more line is one change. */
function changesIn(path: string, was: unknown, now: unknown, found: RecheckChange[]): void {
  const a = was === undefined ? null : canonicalJson(was);
  const b = now === undefined ? null : canonicalJson(now);
  if (a === b) return;
  const [left, right] = [asRecord(was), asRecord(now)];
  if (left === null || right === null) {
    found.push({ path, was: a, is: b });
    return;
  }
  for (const key of [...new Set([...Object.keys(left), ...Object.keys(right)])].sort())
    changesIn(`${path}.${key}`, left[key], right[key], found);
}

function asRecord(value: unknown): Record<string, unknown> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

interface Placed {
  readonly where: {
    readonly sheet: string;
    readonly cell?: string | undefined;
    readonly row?: number | undefined;
  };
}

/** Name of one entry: what it is about; a number is added when several are about the same. */
function byPlace<T extends Placed>(items: readonly T[], nameOf: (item: T) => string): Map<string, T> {
  const named = new Map<string, T>();
  for (const item of items) {
    const base = `${nameOf(item)} ${item.where.sheet}!${item.where.cell ?? item.where.row ?? ""}`;
    let name = base;
    for (let n = 2; named.has(name); n += 1) name = `${base} (${n})`;
    named.set(name, item);
  }
  return named;
}

function listChanges<T extends Placed>(
  label: string,
  was: readonly T[],
  now: readonly T[],
  nameOf: (item: T) => string,
  found: RecheckChange[],
): void {
  const [before, after] = [byPlace(was, nameOf), byPlace(now, nameOf)];
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const [a, b] = [before.get(name), after.get(name)];
    const path = `${label}[${name}]`;
    if (a === undefined || b === undefined) {
      found.push({
        path,
        was: a === undefined ? null : canonicalJson(a),
        is: b === undefined ? null : canonicalJson(b),
      });
    } else changesIn(path, a, b, found);
  }
}

export function compareJudged(was: Judged, now: Judged): Recheck {
  const changes: RecheckChange[] = [];
  changesIn("totals", was.totals, now.totals, changes);
  changesIn("counts", was.counts, now.counts, changes);
  listChanges("findings", was.findings, now.findings, (finding) => finding.rule, changes);
  listChanges("differences", was.differences, now.differences, (difference) => difference.column, changes);
  const versions: RecheckChange[] = [];
  changesIn("versions", was.versions, now.versions, versions);
  return { same: changes.length === 0, changes, versions };
}

/** Judges `workbook` with `law` and today's rules. RangeError as `judgeWorkbook`. */
export function recheckWorkbook(
  workbook: FlatWorkbook,
  receipt: JudgedWithWaivers,
  law: LawBook,
  norms: readonly NormBook[],
): Recheck {
  const verdict = judgeWorkbook(workbook, law, norms, receipt.waivers);
  // The way through JSON drops what JSON drops, as it did when the receipt was made.
  const { totals, counts, findings, differences, versions } = verdict;
  return compareJudged(
    receipt,
    JSON.parse(canonicalJson({ totals, counts, findings, differences, versions })) as Judged,
  );
}

/** Which of the receipt's two hashes do not fit the envelope; both empty when it is what was sent. */
export function wrongHashes({ envelope, receipt }: ExportedRevision): ("contentHash" | "envelopeHash")[] {
  const wrong: ("contentHash" | "envelopeHash")[] = [];
  if (sha256Hex(canonicalJson(envelope.workbook)) !== receipt.contentHash) wrong.push("contentHash");
  if (sha256Hex(canonicalJson(envelope)) !== receipt.envelopeHash) wrong.push("envelopeHash");
  return wrong;
}

/** Progress of judging every current revision again, e.g. after new law data. */
export const RecheckRunSchema = z
  .object({
    id: z.string(),
    reason: z.string(),
    requestedBy: z.string(),
    requestedAt: z.string(),
    lawVersion: z.string(),
    rulesVersion: z.string(),
    total: z.number().int(),
    done: z.number().int(),
    differing: z.number().int(),
    failed: z.number().int(),
  })
  .meta({ id: "RecheckRun" });
export type RecheckRun = z.infer<typeof RecheckRunSchema>;

export const RecheckRequestSchema = z
  .strictObject({ reason: z.string().trim().min(3).max(500) })
  .meta({ id: "RecheckRequest" });

export const RecheckResultSchema = z
  .object({
    submissionId: z.string(),
    revision: z.number().int(),
    outcome: z.enum(["same", "differs", "failed"]),
    checkedAt: z.string(),
    changes: z.array(RecheckChangeSchema),
    versions: z.array(RecheckChangeSchema),
  })
  .meta({ id: "RecheckResult" });
export type RecheckResult = z.infer<typeof RecheckResultSchema>;

export const RecheckListSchema = z.object({ items: z.array(RecheckRunSchema) }).meta({ id: "RecheckList" });
export const RecheckDetailSchema = z
  .object({ run: RecheckRunSchema, results: z.array(RecheckResultSchema), nextCursor: z.string().nullable() })
  .meta({ id: "RecheckDetail" });
