/** Event handlers are added and removed at sync, and called after the change has been done. */
import type { Subscription } from "../grid.ts";
import type { HostContext } from "./context.ts";

type Handler<T> = (args: T) => Promise<unknown>;

export class HostEvents<T> {
  private readonly host: HostContext;
  private readonly start: (emit: (args: T) => void) => Subscription;

  constructor(host: HostContext, start: (emit: (args: T) => void) => Subscription) {
    this.host = host;
    this.start = start;
  }

  add(handler: Handler<T>): OfficeExtension.EventHandlerResult<T> {
    const { host } = this;
    let subscription: Subscription | null = null;
    host.enqueue("change", () => {
      subscription = this.start((args) => {
        // After the present work, as Excel does: a handler never runs in the middle of a batch.
        setTimeout(() => {
          if (subscription !== null) Promise.resolve(handler(args)).catch((error) => console.error(error));
        });
      });
      const started: Subscription = subscription;
      window.addEventListener("pagehide", () => started.dispose(), { once: true });
    });
    const remove = (): void =>
      host.enqueue("change", () => {
        subscription?.dispose();
        subscription = null;
      });
    return { context: host, remove } as unknown as OfficeExtension.EventHandlerResult<T>;
  }

  /** Excel's own way of removing by handler is not used; results are removed by `remove()`. */
}
