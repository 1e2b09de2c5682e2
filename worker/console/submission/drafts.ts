/** Comments being written, kept in this browser per submission and revision until an action sends them. */
import type { LineComment } from "./types.ts";

function keyOf(id: string, revision: number): string {
  return `kc.comments.${id}.${revision}`;
}

function isDraft(value: unknown): value is LineComment {
  if (typeof value !== "object" || value === null) return false;
  const { sheet, cell, text } = value as Record<string, unknown>;
  return typeof sheet === "string" && typeof cell === "string" && typeof text === "string";
}

/** Stored text → drafts; whatever is not a draft is left out. */
export function parseDrafts(text: string | null): LineComment[] {
  if (text === null) return [];
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter(isDraft) : [];
  } catch {
    return [];
  }
}

export function readDrafts(id: string, revision: number): LineComment[] {
  return parseDrafts(localStorage.getItem(keyOf(id, revision)));
}

export function writeDrafts(id: string, revision: number, drafts: readonly LineComment[]): void {
  if (drafts.length === 0) localStorage.removeItem(keyOf(id, revision));
  else localStorage.setItem(keyOf(id, revision), JSON.stringify(drafts));
}
