/** Keys of the queue: what one of them means where the reader stands. */

export type QueueKey = { readonly do: "search" | "mark" } | { readonly do: "row"; readonly row: number };

export interface QueuePlace {
  /** Row that movement starts from. */
  readonly focused: number;
  readonly count: number;
  /** The keyboard is on a row; otherwise the first movement goes to `focused` itself. */
  readonly onRow: boolean;
}

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "composedPath">;

/** Somebody writes, chooses from a list or answers a dialog: then letters are theirs. */
function isBusy(event: Pressed): boolean {
  return event
    .composedPath()
    .some(
      (node) =>
        node instanceof Element && node.matches("input:not([type=checkbox]), textarea, select, dialog"),
    );
}

/** Enter is the link's own. Null: not a key of the queue. */
export function queueKey(event: Pressed, { focused, count, onRow }: QueuePlace): QueueKey | null {
  if (event.ctrlKey || event.metaKey || event.altKey || isBusy(event)) return null;
  if (event.key === "/") return { do: "search" };
  if (count === 0) return null;
  if (event.key === "x") return onRow ? { do: "mark" } : null;
  const last = count - 1;
  const rows: Readonly<Record<string, number>> = {
    j: onRow ? Math.min(last, focused + 1) : focused,
    k: onRow ? Math.max(0, focused - 1) : focused,
    ...(onRow
      ? { ArrowDown: Math.min(last, focused + 1), ArrowUp: Math.max(0, focused - 1), Home: 0, End: last }
      : {}),
  };
  const row = rows[event.key];
  return row === undefined ? null : { do: "row", row };
}
