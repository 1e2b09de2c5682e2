/**
 * Who may do what, read off the declarations of the routes: every route × every role and nobody × whose file it is. The
 * tests execute every line of it; docs/ma-tran-quyen.md prints it.
 */
import { ROLES, type Role } from "../../shared/plan/states.ts";
import type { RouteSpec } from "./route.ts";

/** "stranger": not signed in. */
export const ACTORS = ["stranger", ...ROLES] as const;
export type Actor = (typeof ACTORS)[number];

/**
 * Whose file is asked for: of one's own province (for the ministry: one that a province has forwarded), of another one
 * (one that has not been forwarded), or "none" where the address names no file.
 */
export const TENANTS = ["own", "other", "none"] as const;
export type Tenant = (typeof TENANTS)[number];

export type Outcome = "allowed" | "unauthenticated" | "forbidden" | "not-found";

export interface AccessLine {
  readonly method: RouteSpec["method"];
  readonly path: string;
  readonly actor: Actor;
  readonly tenant: Tenant;
  readonly outcome: Outcome;
}

/** Addresses with an id name one file; whose it is decides. */
export function namesFile({ path, access, shared }: Pick<RouteSpec, "path" | "access" | "shared">): boolean {
  return typeof access !== "string" && path.includes("{id}") && shared !== true;
}

function outcomeOf({ access }: RouteSpec, actor: Actor, tenant: Tenant): Outcome {
  if (typeof access === "string") return "allowed";
  if (actor === "stranger") return "unauthenticated";
  if (!access.includes(actor as Role)) return "forbidden";
  return tenant === "other" ? "not-found" : "allowed";
}

export function accessMatrix(specs: readonly RouteSpec[]): AccessLine[] {
  return specs.flatMap((spec) => {
    const tenants: readonly Tenant[] = namesFile(spec) ? ["own", "other"] : ["none"];
    return ACTORS.flatMap((actor) =>
      tenants.map((tenant) => ({
        method: spec.method,
        path: spec.path,
        actor,
        tenant,
        outcome: outcomeOf(spec, actor, tenant),
      })),
    );
  });
}
