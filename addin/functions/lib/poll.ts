/**
 * One shared question loop for any number of cells: each distinct key is asked once a round, whatever the number of
 * cells; rounds grow apart while nothing changes and, faster, while the other side does not answer. No clock, no
 * network and no chance of its own: all three are given.
 */

export type PollAnswer<T> =
  | { readonly kind: "value"; readonly value: T }
  /** A sentence for the cell. `final`: not asked again until somebody wakes the loop. */
  | { readonly kind: "refused"; readonly error: Error; readonly final: boolean }
  /** No answer. `retryAfterMs` is the other side's wish. */
  | { readonly kind: "offline"; readonly retryAfterMs?: number };

/** What a cell is told. `stale` = the last known value, while there is no answer. */
export type PollNews<T> =
  | { readonly kind: "value"; readonly value: T; readonly stale: boolean }
  | { readonly kind: "refused"; readonly error: Error }
  | { readonly kind: "offline" };

export interface PollWorld<T> {
  /** Never rejects; what fails is an answer. */
  readonly ask: (key: string) => Promise<PollAnswer<T>>;
  /** Calls back once after some milliseconds; returns how to call it off. */
  readonly later: (run: () => void, ms: number) => () => void;
  /** 0 ≤ x < 1 */
  readonly random: () => number;
}

export interface Poll<T> {
  /** Tells the listener at once what is known, then every change. Returns how to stop. */
  readonly watch: (key: string, listener: (news: PollNews<T>) => void) => () => void;
  /** Something happened (signed in, online again): ask everything soon. */
  readonly wake: () => void;
}

/** Cells that appear together are asked together. */
export const GATHER_MS = 50;
export const FIRST_MS = 20_000;
export const QUIET_LIMIT_MS = 300_000;
export const FAILED_LIMIT_MS = 900_000;

/**
 * Milliseconds until the next round: 20 s, × 1,5 for each round without news up to 5 minutes, × 2 for each failed round
 * up to 15 minutes; never before the other side's wish. Jitter takes up to half off, so that many machines spread.
 */
export function delayAfter(
  rounds: { readonly quiet: number; readonly failed: number; readonly retryAfterMs?: number },
  random: number,
): number {
  const whole =
    rounds.failed > 0
      ? Math.min(FIRST_MS * 2 ** rounds.failed, FAILED_LIMIT_MS)
      : Math.min(FIRST_MS * 1.5 ** rounds.quiet, QUIET_LIMIT_MS);
  const spread = whole * (0.5 + random / 2);
  return Math.round(Math.max(spread, rounds.retryAfterMs ?? 0));
}

interface Watched<T> {
  readonly listeners: Set<(news: PollNews<T>) => void>;
  news: PollNews<T> | null;
  /** Asked at least once since it was first watched or woken. */
  asked: boolean;
  final: boolean;
}

class SharedPoll<T> implements Poll<T> {
  readonly #world: PollWorld<T>;
  readonly #watched = new Map<string, Watched<T>>();
  #quiet = 0;
  #failed = 0;
  #running = false;
  #callOff: (() => void) | null = null;

  constructor(world: PollWorld<T>) {
    this.#world = world;
  }

  watch = (key: string, listener: (news: PollNews<T>) => void): (() => void) => {
    let watched = this.#watched.get(key);
    if (watched === undefined) {
      watched = { listeners: new Set(), news: null, asked: false, final: false };
      this.#watched.set(key, watched);
      // While the other side does not answer, a new cell waits for the next round like every other.
      if (this.#failed > 0) watched.news = { kind: "offline" };
      else this.#soon();
    }
    watched.listeners.add(listener);
    if (watched.news !== null) listener(watched.news);
    return () => this.#forget(key, listener);
  };

  wake = (): void => {
    this.#failed = 0;
    this.#quiet = 0;
    for (const watched of this.#watched.values()) {
      watched.final = false;
      watched.asked = false;
    }
    if (this.#watched.size > 0) this.#soon();
  };

  #forget(key: string, listener: (news: PollNews<T>) => void): void {
    const watched = this.#watched.get(key);
    watched?.listeners.delete(listener);
    if (watched?.listeners.size === 0) this.#watched.delete(key);
    if (this.#watched.size === 0) this.#stop();
  }

  #stop(): void {
    this.#callOff?.();
    this.#callOff = null;
  }

  #soon(): void {
    // A round under way takes new keys in as it goes; what it missed follows it.
    if (!this.#running) this.#schedule(GATHER_MS);
  }

  #schedule(ms: number): void {
    this.#stop();
    this.#callOff = this.#world.later(() => {
      this.#callOff = null;
      void this.#round();
    }, ms);
  }

  #tell(watched: Watched<T>, news: PollNews<T>): boolean {
    const before = watched.news;
    const same =
      before !== null &&
      before.kind === news.kind &&
      (news.kind === "value"
        ? before.kind === "value" && before.value === news.value && before.stale === news.stale
        : news.kind === "offline" ||
          (before.kind === "refused" && before.error.message === news.error.message));
    if (same) return false;
    watched.news = news;
    for (const listener of watched.listeners) listener(news);
    return true;
  }

  #tellOffline(watched: Watched<T>): void {
    const known = watched.news;
    if (known?.kind === "value") this.#tell(watched, { ...known, stale: true });
    else if (known?.kind !== "refused") this.#tell(watched, { kind: "offline" });
  }

  /** Asks one key after another; the first silence ends the round for all. */
  async #round(): Promise<void> {
    this.#running = true;
    let changed = false;
    let wish: number | undefined;
    let failed = false;
    for (const [key, watched] of this.#watched) {
      if (watched.final || watched.listeners.size === 0) continue;
      const answer = await this.#world.ask(key);
      watched.asked = true;
      if (answer.kind === "offline") {
        failed = true;
        wish = answer.retryAfterMs;
        break;
      }
      if (answer.kind === "refused") watched.final = answer.final;
      const news: PollNews<T> =
        answer.kind === "value"
          ? { kind: "value", value: answer.value, stale: false }
          : { kind: "refused", error: answer.error };
      changed = this.#tell(watched, news) || changed;
    }
    if (failed) for (const watched of this.#watched.values()) this.#tellOffline(watched);
    this.#running = false;
    this.#failed = failed ? this.#failed + 1 : 0;
    this.#quiet = changed || failed ? 0 : this.#quiet + 1;
    this.#next(wish);
  }

  #next(wish: number | undefined): void {
    const open = [...this.#watched.values()].filter((watched) => !watched.final);
    if (open.length === 0) return;
    const fresh = this.#failed === 0 && open.some((watched) => !watched.asked);
    if (fresh) return this.#schedule(GATHER_MS);
    const rounds = {
      quiet: this.#quiet,
      failed: this.#failed,
      ...(wish === undefined ? {} : { retryAfterMs: wish }),
    };
    this.#schedule(delayAfter(rounds, this.#world.random()));
  }
}

export function createPoll<T>(world: PollWorld<T>): Poll<T> {
  return new SharedPoll(world);
}
