/** Cell notes. They help the reader; a host without them, or one that refuses, costs no figure. */
import type { CellNote } from "./changes.ts";
import { splitAddress } from "./navigate.ts";

export function notesSupported(): boolean {
  return Office.context?.requirements?.isSetSupported("ExcelApi", "1.18") === true;
}

/**
 * Adds notes where there is none, so that a person's own is never replaced, and removes those whose words are given.
 * @returns the notes added; none when the host refuses
 */
export async function placeNotes(notes: {
  readonly add: readonly CellNote[];
  readonly remove: readonly CellNote[];
}): Promise<readonly CellNote[]> {
  const find = (context: Excel.RequestContext, note: CellNote) => {
    const list = context.workbook.worksheets.getItemOrNullObject(note.sheet).notes;
    const present = list.getItemOrNullObject(note.address);
    present.load("content");
    return { note, list, present };
  };
  try {
    return await Excel.run(async (context) => {
      const leaving = notes.remove.map((note) => find(context, note));
      const coming = notes.add.map((note) => find(context, note));
      await context.sync();
      for (const { note, present } of leaving)
        if (!present.isNullObject && present.content === note.text) present.delete();
      const free = coming.filter(({ present }) => present.isNullObject);
      for (const { note, list } of free) list.add(note.address, note.text);
      await context.sync();
      return free.map(({ note }) => note);
    });
  } catch {
    return [];
  }
}

/** Removes every note of these sheets that begins so. @returns those removed */
export async function removeNotesFrom(
  sheets: readonly string[],
  start: string,
): Promise<readonly CellNote[]> {
  try {
    return await Excel.run(async (context) => {
      const lists = sheets.map((name) => context.workbook.worksheets.getItem(name).notes);
      for (const list of lists) list.load("items/content");
      await context.sync();
      const ours = lists.flatMap(({ items }) => items.filter(({ content }) => content.startsWith(start)));
      const places = ours.map((note) => note.getLocation());
      for (const place of places) place.load("address");
      await context.sync();
      const removed = ours.map((note, index): CellNote => {
        const { sheet, address } = splitAddress(places[index]?.address ?? "");
        return { sheet, address, text: note.content };
      });
      for (const note of ours) note.delete();
      await context.sync();
      return removed;
    });
  } catch {
    // A note left behind says nothing false: it carries its own date.
    return [];
  }
}
