/** Several changes as one undo step. */
import { LocalUndoRedoService, type IDisposable, type IUndoRedoItem } from "./library.ts";

const REMOVE_SHEET = "sheet.mutation.remove-sheet";

interface Mutation {
  readonly id: string;
  readonly params: object;
}

function sheetIdOf(mutation: Mutation): string {
  return (mutation.params as { subUnitId?: string }).subUnitId ?? "";
}

/**
 * The last change first. What stands on a sheet that goes away altogether is not undone cell by cell: the library
 * cannot, once it no longer draws the sheet.
 */
function undoOrder(items: readonly IUndoRedoItem[]): IUndoRedoItem["undoMutations"] {
  const all = items.toReversed().flatMap((item) => item.undoMutations);
  const removed = new Set(all.filter(({ id }) => id === REMOVE_SHEET).map(sheetIdOf));
  return all.filter((mutation) => {
    const isOfSheet = mutation.id.startsWith("sheet.") && removed.has(sheetIdOf(mutation));
    return !isOfSheet || mutation.id === REMOVE_SHEET;
  });
}

function merged(items: readonly IUndoRedoItem[], unitID: string): IUndoRedoItem {
  const redoMutations = items.flatMap((item) => item.redoMutations);
  return { unitID, undoMutations: undoOrder(items), redoMutations };
}

/**
 * The library's own grouping undoes the first change first, which fails as soon as one change rests on another (a new
 * sheet, then its cells). Here the last change is undone first.
 */
export class GroupingUndoRedo extends LocalUndoRedoService {
  private collecting: { readonly unitId: string; readonly items: IUndoRedoItem[] } | null = null;

  override pushUndoRedo(item: IUndoRedoItem): void {
    if (this.collecting?.unitId === item.unitID) this.collecting.items.push(item);
    else super.pushUndoRedo(item);
  }

  override __tempBatchingUndoRedo(unitId: string): IDisposable {
    const group = { unitId, items: [] as IUndoRedoItem[] };
    this.collecting = group;
    return {
      dispose: () => {
        this.collecting = null;
        if (group.items.length > 0) super.pushUndoRedo(merged(group.items, unitId));
      },
    };
  }
}
