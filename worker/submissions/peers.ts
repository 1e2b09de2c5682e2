/** The last stage of the rules: a submission held against those of other provinces, for those who may see them all. */
import { PEER_FIGURES_LIMIT, PEER_KEYS_LIMIT, type PeerFindings } from "../../shared/contract/comparison.ts";
import { quantity } from "../../shared/kernel/quantity.ts";
import { comparablesOf, type Comparable } from "../../shared/plan/comparables.ts";
import { RULES } from "../../shared/rules/index.ts";
import type { PeerFigure } from "../../shared/rules/peers.ts";
import { runRules } from "../../shared/rules/run.ts";
import { readPlan } from "../../shared/workbook/read.ts";
import type { Env } from "../env.ts";
import { figuresOfOthers, type PeerRow } from "../store/comparables.ts";
import type { StoredSubmission } from "../store/submissions.ts";
import { bookInForce } from "./publications.ts";
import { latestEnvelope } from "./view.ts";

const ACROSS = RULES.filter(({ stage }) => stage === "cross-submission");

function toPeer({ topic, key, provinceCode, value, submissionId, sheet, cell }: PeerRow): PeerFigure {
  return {
    topic,
    key,
    province: provinceCode,
    value: quantity(value),
    source: `${submissionId}/${sheet}!${cell}`,
  };
}

function distinctKeys(own: readonly Comparable[]): Comparable[] {
  return [...new Map(own.map((one) => [`${one.topic}|${one.key}`, one])).values()];
}

/** Not part of the signed verdict: what others sent changes, what the submission said of itself does not. */
export async function peerFindings(env: Env, submission: StoredSubmission): Promise<PeerFindings> {
  const { workbook } = (await latestEnvelope(env, submission)).envelope;
  const plan = readPlan(workbook);
  const own = comparablesOf(plan);
  const keys = distinctKeys(own);
  const asked = keys.slice(0, PEER_KEYS_LIMIT);
  const rows = await figuresOfOthers(env.DB, submission.provinceCode, asked, PEER_FIGURES_LIMIT + 1);
  const truncated = keys.length > asked.length || rows.length > PEER_FIGURES_LIMIT;
  // From a part of the others nothing is concluded.
  const peers = rows.length > PEER_FIGURES_LIMIT ? [] : rows.map(toPeer);
  const { law } = await bookInForce(env);
  const findings = runRules(ACROSS, { plan, workbook, law, asOf: plan.info.asOf, peers });
  return { examined: own.length, others: peers.length, truncated, findings };
}
