/** Streaming functions: a cell keeps the latest result it was sent; a newer one makes the grid compute again. */

interface Stream {
  readonly key: string;
  /** The first result is waited for; later ones replace it. */
  latest: Promise<unknown>;
  readonly invocation: { onCanceled?: () => void };
}

/** Results that come close together make one recalculation. */
const GATHER_MS = 50;

export class Streams {
  private readonly byCell = new Map<string, Stream>();
  private readonly recalculate: () => void;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(recalculate: () => void) {
    this.recalculate = recalculate;
  }

  /**
   * The latest result for a cell.
   * @param cell one streaming function in one cell; other arguments end what ran there before
   * @param run starts the function with the invocation that takes its results
   */
  latest(cell: string, args: unknown, run: (invocation: object) => unknown): Promise<unknown> {
    const key = JSON.stringify(args);
    const running = this.byCell.get(cell);
    if (running?.key === key) return running.latest;
    running?.invocation.onCanceled?.();
    const stream = this.start(key, run);
    this.byCell.set(cell, stream);
    return stream.latest;
  }

  private start(key: string, run: (invocation: object) => unknown): Stream {
    let isFirst = true;
    let answer: (result: Promise<unknown>) => void = () => undefined;
    const first = new Promise<unknown>((resolve) => {
      answer = resolve;
    });
    const setResult = (value: unknown): void => {
      const isError = value instanceof Error;
      const result = isError ? Promise.reject<unknown>(value) : Promise.resolve(value);
      // Whoever computes next handles it; until then it is not an unhandled rejection.
      result.catch(() => undefined);
      stream.latest = result;
      if (isFirst) answer(result);
      else this.recalculateSoon();
      isFirst = false;
    };
    const invocation = { setResult, onCanceled: undefined as (() => void) | undefined };
    const stream: Stream = { key, latest: first, invocation };
    try {
      run(invocation);
    } catch (error) {
      setResult(error instanceof Error ? error : new Error(String(error)));
    }
    return stream;
  }

  private recalculateSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.recalculate, GATHER_MS);
  }
}
