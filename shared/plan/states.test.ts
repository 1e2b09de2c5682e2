import { expect, test } from "vitest";
import { ROLES, STATES, TRANSITIONS, findTransition, transitionsFor, type State } from "./states.ts";

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
    if (["return", "reject", "withdraw"].includes(t.action)) expect(t.commentRequired).toBe(true);
    expect(t.ministrySees).toBe(t.action === "forward" ? true : t.action === "resubmit" ? false : undefined);
  }
});

test("ended and ordered files offer nothing, and the steward never acts", () => {
  for (const role of ROLES) {
    for (const state of ["ordered", "rejected"] as const) expect(transitionsFor(role, state)).toEqual([]);
  }
  for (const state of STATES) expect(transitionsFor("steward", state)).toEqual([]);
  expect(findTransition("accept", "submitted")).toBeNull();
});
