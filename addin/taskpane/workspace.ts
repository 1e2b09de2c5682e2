/** The open workbook as the pane knows it: read on request, judged by the shared rules, watched for changes. */
import type { FlatWorkbook } from "../../shared/kernel/flat.ts";
import type { LawBook } from "../../shared/law/types.ts";
import type { CountedWaiver } from "../../shared/plan/waivers.ts";
import type { Verdict } from "../../shared/workbook/judge.ts";
import { findSheet } from "../../shared/workbook/read.ts";
import {
  COST_SHEET,
  DE_AN_SHEET,
  INFO_SHEET,
  INPUT_SHEETS as ALL_INPUT,
} from "../../shared/workbook/template.ts";
import { useBookOfWorkbook, useOwnBooks } from "../functions/lib/book.ts";
import { basisInUse, type BasisInUse } from "../functions/lib/pinned-book.ts";
import { findHost, type Host } from "../excel/host.ts";
import type * as engineModule from "./engine.ts";
import { watchSheets } from "../excel/navigate.ts";
import { readFlat } from "../excel/read-flat.ts";
import { recalculate } from "../excel/recalculate.ts";
import { whenLaw } from "./law.ts";

export const WORKSPACE_EVENT = "kc-workspace";
const INPUT_SHEETS = [INFO_SHEET.name, DE_AN_SHEET.name, COST_SHEET.name];
const WATCHED_SHEETS = [INFO_SHEET.name, ...ALL_INPUT.map((def) => def.name)];
/** Our functions may still be computing when the sheet is read. */
const UNFINISHED = new Set(["#BUSY!", "#GETTING_DATA"]);
const WAIT_MS = 400;
const MAX_WAITS = 12;
/** Shorter work shows no progress: a flash tells nothing. */
const PROGRESS_AFTER_MS = 300;
const OWN_CHANGES_MS = 1000;

export interface Snapshot {
  readonly flat: FlatWorkbook;
  readonly law: LawBook;
  /** The book it pins and the one on offer; `law` is of the former. */
  readonly basis: BasisInUse;
  readonly verdict: Verdict;
  /** Template sheets that are not there; all three = no workbook yet. */
  readonly missing: readonly string[];
  readonly at: Date;
}

function isUnfinished(flat: FlatWorkbook): boolean {
  return flat.sheets.some((sheet) =>
    Object.values(sheet.cells).some((cell) => typeof cell.value === "string" && UNFINISHED.has(cell.value)),
  );
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

class Workspace {
  host: Host | null = null;
  snapshot: Snapshot | null = null;
  error: unknown = null;
  /** Null while nothing is being read, or the reading is still too young to mention. */
  progress: number | null = null;
  /** Somebody changed an input sheet after the last reading. */
  stale = false;
  /** Of the submission chosen to be corrected; every reading is judged with them. */
  #waivers: readonly CountedWaiver[] = [];
  #reading: Promise<Snapshot> | null = null;
  #stopper = new AbortController();
  #watched = new Set<string>();
  /** Older versions of Excel tell of our own writing with some delay and do not say whose it was. */
  #quietUntil = 0;

  get hasBook(): boolean {
    return this.snapshot !== null && this.snapshot.missing.length === 0;
  }

  async start(): Promise<void> {
    this.host = await findHost();
    this.#tell();
    if (this.host === "excel") await this.read().catch(() => undefined);
  }

  /** Reads and judges the whole workbook; callers at the same time share one reading. */
  read(): Promise<Snapshot> {
    this.#reading ??= this.#readNow().finally(() => (this.#reading = null));
    return this.#reading;
  }

  /** Judges again where the rules waived are others than before. */
  async useWaivers(waivers: readonly CountedWaiver[]): Promise<void> {
    if (JSON.stringify(waivers) === JSON.stringify(this.#waivers)) return;
    this.#waivers = waivers;
    await this.#reading?.catch(() => undefined);
    if (this.snapshot !== null) await this.read();
  }

  /** Ends the reading under way, for all who wait for it, with ExcelProblem stopped; what was known stays. */
  stop(): void {
    this.#stopper.abort();
  }

  async #readNow(): Promise<Snapshot> {
    this.#stopper = new AbortController();
    let share = 0;
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      this.progress = share;
      this.#tell();
    }, PROGRESS_AFTER_MS);
    const onProgress = (now: number) => {
      share = now;
      if (!late) return;
      this.progress = now;
      this.#tell();
    };
    try {
      const [engine] = await Promise.all([import("./engine.ts"), whenLaw()]);
      const { flat, basis } = await this.#readWithBooks(engine, onProgress);
      this.stale = false;
      this.#quietUntil = Date.now() + OWN_CHANGES_MS;
      const missing = INPUT_SHEETS.filter((name) => findSheet(flat, name) === null);
      const { law, norms } = basis.book;
      const verdict = await engine.judge(flat, { law, norms, waivers: this.#waivers }, this.#stopper.signal);
      this.snapshot = { flat, law, basis, verdict, missing, at: new Date() };
      this.error = null;
      await this.#watch();
      return this.snapshot;
    } catch (error) {
      this.error = error;
      throw error;
    } finally {
      clearTimeout(timer);
      this.progress = null;
      this.#tell();
    }
  }

  /**
   * The book the workbook pins, and its own norms and prices, go to the functions first; figures that rest on others are
   * read again.
   */
  async #readWithBooks(
    { ownBooksOf, pinnedBy }: typeof engineModule,
    onProgress: (share: number) => void,
  ): Promise<{ flat: FlatWorkbook; basis: BasisInUse }> {
    const flat = await this.#readFinished(onProgress);
    const basis = await basisInUse(pinnedBy(flat));
    const isOtherBook = useBookOfWorkbook(basis.book);
    const isOtherOwn = useOwnBooks(ownBooksOf(flat));
    if (!isOtherBook && !isOtherOwn) return { flat, basis };
    await recalculate();
    return { flat: await this.#readFinished(onProgress), basis };
  }

  async #readFinished(onProgress: (share: number) => void): Promise<FlatWorkbook> {
    let flat = await readFlat(onProgress, this.#stopper.signal);
    for (let waits = 0; waits < MAX_WAITS && isUnfinished(flat); waits += 1) {
      await pause(WAIT_MS);
      flat = await readFlat(onProgress, this.#stopper.signal);
    }
    return flat;
  }

  async #watch(): Promise<void> {
    const flat = this.snapshot?.flat;
    const names = WATCHED_SHEETS.filter(
      (name) => !this.#watched.has(name) && flat !== undefined && findSheet(flat, name) !== null,
    );
    if (names.length === 0) return;
    await watchSheets(names, (by) => {
      if (this.stale || by === "us") return;
      if (by === "unknown" && (this.#reading !== null || Date.now() < this.#quietUntil)) return;
      this.stale = true;
      this.#tell();
    });
    for (const name of names) this.#watched.add(name);
  }

  #tell(): void {
    window.dispatchEvent(new Event(WORKSPACE_EVENT));
  }
}

export const workspace = new Workspace();
