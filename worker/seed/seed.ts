/** Fills a local database with something to try. Repeating it changes nothing. */
import type { z } from "zod";
import type { SeedAnswerSchema } from "../../shared/contract/session.ts";
import { PROVINCES } from "../../shared/law/provinces.ts";
import { SubmissionEnvelopeSchema } from "../../shared/contract/submission.ts";
import { findTransition } from "../../shared/plan/states.ts";
import type { Viewer } from "../auth/authenticate.ts";
import { LOCAL_ISSUER } from "../auth/embedded-issuer.ts";
import type { Env } from "../env.ts";
import { HttpProblem } from "../http/problem.ts";
import { addOrganisation, countOrganisations } from "../store/organisations.ts";
import { addPerson, countPeople, findPersonBySubject } from "../store/people.ts";
import { countSubmissions } from "../store/submissions.ts";
import { mustFind, takeStep } from "../submissions/act.ts";
import { takeWaiverStep } from "../submissions/waive.ts";
import { receiveSubmission } from "../submissions/receive.ts";
import { addFact } from "../store/catalogue.ts";
import { DEMO_ORDERS } from "./after-order.ts";
import { KNOWN_FACTS } from "./catalogue.ts";
import { demoSubmissions, type DemoSubmission } from "./demo.ts";
import { evidenceSubmissions } from "./norm-evidence.ts";
import { builtinLawBook } from "../../shared/law/book.ts";
import { DEMO_MEETINGS, seedMeeting } from "./meeting.ts";
import { seedPublications } from "./publications.ts";
import { addDemoEstimate, sendDemoOrder } from "./send-orders.ts";
import { demoOrganisations, demoPeople } from "./organisations.ts";

async function mustBePerson(env: Env, id: string): Promise<Viewer> {
  const person = await findPersonBySubject(env.DB, LOCAL_ISSUER, id);
  if (person === null) throw new Error(`demo person ${id} is missing`);
  return person;
}

async function sendDemo(env: Env, demo: DemoSubmission, now: Date): Promise<void> {
  const drafter = await mustBePerson(env, `soan-${demo.provinceCode}`);
  const envelope = SubmissionEnvelopeSchema.parse({ workbook: demo.flat, fileName: `${demo.title}.xlsx` });
  const { receipt, repeated } = await receiveSubmission(env, drafter, { key: demo.key, envelope }, now);
  if (repeated) return;
  for (const { personId, action, comment } of demo.steps) {
    const viewer = await mustBePerson(env, personId);
    const submission = await mustFind(env, viewer, receipt.id);
    const transition = findTransition(action, submission.state);
    if (transition === null) throw new Error(`demo step ${action} is not possible`);
    await takeStep(env, viewer, { transition, submission, input: { comment, lineComments: [] } }, now);
  }
  if (demo.waiver === undefined) return;
  const { personId, rule, reason } = demo.waiver;
  const viewer = await mustBePerson(env, personId);
  const submission = await mustFind(env, viewer, receipt.id);
  await takeWaiverStep(env, viewer, submission, { step: "waive", rule, reason }, now);
}

/** Why a demonstration workbook was not taken; other errors are not for here. */
function reasonOf(error: unknown): string {
  if (!(error instanceof HttpProblem)) throw error;
  const first = error.extra.findings?.find((finding) => finding.severity === "error");
  return [
    error.detail,
    first ? `${first.rule} ${first.where.sheet}!${first.where.cell ?? ""}: ${first.message}` : "",
  ]
    .join(" ")
    .trim();
}

export async function seed(env: Env, now: Date): Promise<z.infer<typeof SeedAnswerSchema>> {
  await env.DB.batch([
    ...demoOrganisations(PROVINCES).map((organisation) => addOrganisation(env.DB, organisation)),
    ...demoPeople(PROVINCES).flatMap((person) => addPerson(env.DB, person)),
  ]);
  await env.DB.batch(KNOWN_FACTS.map((fact) => addFact(env.DB, fact)));
  // Before the files: they are judged with it.
  await seedPublications(env);
  const refused: { name: string; reason: string }[] = [];
  for (const demo of [...demoSubmissions(), ...evidenceSubmissions(builtinLawBook())]) {
    try {
      await sendDemo(env, demo, now);
    } catch (error) {
      refused.push({ name: demo.title, reason: reasonOf(error) });
    }
  }
  for (const demo of DEMO_ORDERS) {
    try {
      await sendDemoOrder(env, (id) => mustBePerson(env, id), demo);
    } catch (error) {
      refused.push({ name: demo.title, reason: reasonOf(error) });
    }
  }
  await addDemoEstimate(env);
  for (const demo of DEMO_MEETINGS) await seedMeeting(env, await mustBePerson(env, demo.personId), demo, now);
  return {
    organisations: await countOrganisations(env.DB),
    people: await countPeople(env.DB),
    submissions: await countSubmissions(env.DB),
    refused,
  };
}
