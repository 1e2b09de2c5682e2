/** What the pane freezes with: today, the versions the figures were made by, and the law of each cell. */
import { vietnamDay } from "../../../shared/kernel/date.ts";
import type { Book } from "../../../shared/contract/book.ts";
import { lawCiter } from "../../../shared/workbook/freeze-citation.ts";
import { freezeWorkbook, type Freezing } from "../../../shared/workbook/freeze.ts";
import { withOwnBooks } from "../../../shared/workbook/merge-books.ts";
import { ownBooksOf } from "../../../shared/workbook/own-books.ts";
import type { Snapshot } from "../workspace.ts";

export function freezeSnapshot(snapshot: Snapshot, book: Book): Freezing {
  const { flat, verdict } = snapshot;
  const on = vietnamDay(snapshot.at.getTime());
  const { norms, prices, law } = withOwnBooks(book, ownBooksOf(flat));
  return freezeWorkbook(flat, {
    on,
    versions: verdict.versions,
    cite: lawCiter(flat, { law, norms, prices, today: on }),
  });
}
