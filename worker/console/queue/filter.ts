/** The queue's filter in the page's address, so that going back, reloading and sending a link keep it. */
import type { QueueFilter } from "../lib/api.ts";

const NAMES = ["state", "province", "year", "findings", "q"] as const;

export function hasFilter(filter: QueueFilter): boolean {
  return NAMES.some((name) => (filter[name] ?? "") !== "");
}

/** "#/?state=submitted&q=gom" → filter; unknown names are left out. */
export function filterFromHash(hash: string): QueueFilter {
  const query = new URLSearchParams(hash.split("?")[1] ?? "");
  return Object.fromEntries(NAMES.map((name) => [name, query.get(name) ?? ""]));
}

/** What stands behind "?": the same text for the same filter, so that saved views can be told apart by it. */
export function queryOfFilter(filter: QueueFilter): string {
  const query = new URLSearchParams();
  for (const name of NAMES) if (filter[name]) query.set(name, filter[name]);
  return query.toString();
}

export function hashOfFilter(filter: QueueFilter): string {
  const query = queryOfFilter(filter);
  return query === "" ? "#/" : `#/?${query}`;
}
