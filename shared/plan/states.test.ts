import { expect, test } from "vitest";
import {
  ACTIONS,
  ROLES,
  STATES,
  TRANSITIONS,
  findTransition,
  needsOtherPerson,
  transitionsFor,
  type State,
} from "./states.ts";

test("every state but the first is reached from it", () => {
  const reached = new Set<State>(["submitted"]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const t of TRANSITIONS) {
      if (reached.has(t.from) && !reached.has(t.to)) {
        reached.add(t.to);
        grew = true;
      }
    }
  }
  expect([...reached].toSorted()).toEqual([...STATES].toSorted());
});

test("one action leads from a state to one other state, for at least one role", () => {
  const seen = new Set(TRANSITIONS.map((t) => `${t.from} ${t.action}`));
  expect(seen.size).toBe(TRANSITIONS.length);
  for (const t of TRANSITIONS) {
    expect(t.roles.length).toBeGreaterThan(0);
    expect(t.to).not.toBe(t.from);
  }
});

test("sending back and refusing need a reason; what the ministry sees starts with the province's approval", () => {
  for (const t of TRANSITIONS) {
    if (["return", "reject", "withdraw", "reopen"].includes(t.action)) expect(t.commentRequired).toBe(true);
    expect(t.ministrySees).toBe(t.action === "forward" ? true : t.action === "resubmit" ? false : undefined);
  }
});

test("ended files offer nothing, and the steward never acts", () => {
  for (const role of ROLES) {
    for (const state of ["settled", "rejected"] as const) expect(transitionsFor(role, state)).toEqual([]);
  }
  for (const state of STATES) expect(transitionsFor("steward", state)).toEqual([]);
  expect(findTransition("accept", "submitted")).toBeNull();
});

test("after the order: begun, accepted, settled, in this order; only reopening goes back", () => {
  const after = ["ordered", "in_progress", "accepted_work", "settled"] as const;
  const allowed = STATES.flatMap((from) =>
    ACTIONS.flatMap((action) => {
      const found = findTransition(action, from);
      const concerns = found !== null && after.some((state) => state === from);
      return concerns ? [`${from} ${action} ${found.to} ${found.roles.join(",")}`] : [];
    }),
  );
  expect(allowed).toEqual([
    "ordered start in_progress drafter,province",
    "in_progress confirm accepted_work province,ministry",
    "accepted_work reopen in_progress province,ministry",
    "accepted_work settle settled province,ministry",
  ]);
});

test("who took a file into review does not accept it; who took an earlier version may", () => {
  const accept = findTransition("accept", "ministry_review");
  if (accept === null) throw new Error("no such step");
  const by = (personId: string) => ({ action: "receive", personId });
  expect(needsOtherPerson(accept, "a", [by("a")])).toBe(true);
  expect(needsOtherPerson(accept, "b", [by("a")])).toBe(false);
  expect(needsOtherPerson(accept, "a", [by("a"), by("b")])).toBe(false);
  for (const transition of TRANSITIONS) {
    if (transition.notAfterOwn === undefined)
      expect(needsOtherPerson(transition, "a", [by("a")])).toBe(false);
    // What a person may not do alone must be reachable after a step that somebody else can have taken.
    else
      expect(TRANSITIONS.some((t) => t.action === transition.notAfterOwn && t.to === transition.from)).toBe(
        true,
      );
  }
});
