/** What every object of the host shares: queued loading, and refusing to be read before it was loaded. */
import type { HostContext } from "./context.ts";
import { HostError, invalidArgument, notFound, guarded } from "./errors.ts";

type Readers = Readonly<Record<string, () => unknown>>;

/** "a, b/c" | ["a"] | { a: true, b: { c: true } } | nothing (everything) → paths. */
export function pathsOf(what: unknown): string[] | null {
  if (what === undefined || what === null) return null;
  if (typeof what === "string") {
    return what
      .split(",")
      .map((path) => path.trim().replaceAll(".", "/"))
      .filter((path) => path !== "");
  }
  if (Array.isArray(what)) return what.flatMap((item) => pathsOf(item) ?? []);
  if (typeof what !== "object") throw invalidArgument("load: names of properties expected");
  const { select, expand } = what as { select?: unknown; expand?: unknown };
  if (select !== undefined || expand !== undefined) {
    return [...(pathsOf(select) ?? []), ...(pathsOf(expand) ?? [])];
  }
  return Object.entries(what).flatMap(([name, inner]) => {
    if (inner === true) return [name];
    return typeof inner === "object" ? (pathsOf(inner) ?? []).map((path) => `${name}/${path}`) : [];
  });
}

export abstract class HostObject {
  readonly context: Excel.RequestContext;
  protected readonly host: HostContext;
  /** Such as "Range": how errors name it. */
  protected readonly typeName: string;
  private readonly loaded = new Map<string, unknown>();
  /** null: found out to be missing; undefined: not known before the next sync. */
  private presence: boolean | undefined;

  constructor(host: HostContext, typeName: string) {
    this.host = host;
    this.context = host as unknown as Excel.RequestContext;
    this.typeName = typeName;
    return guarded(this, `Excel.${typeName}`);
  }

  /** Scalars that can be loaded; each reader runs at sync. */
  protected abstract readers(): Readers;

  /** Objects that a path can go through. */
  protected parts(): Readonly<Record<string, HostObject>> {
    return {};
  }

  /** Finds the object at its place in the queue. `find` gives false when it does not exist. */
  protected resolveWith(find: () => boolean, orNull: boolean, what: () => string): void {
    this.host.enqueue("resolve", () => {
      this.presence = find();
      if (!this.presence && !orNull) throw notFound(what());
    });
  }

  /** For objects that exist as soon as they are named. */
  protected markPresent(): void {
    this.presence = true;
  }

  get isNullObject(): boolean {
    if (this.presence === undefined) throw this.notLoaded("isNullObject");
    return !this.presence;
  }

  /** True once it is known to be missing. */
  isMissing(): boolean {
    return this.presence === false;
  }

  load(what?: unknown): this {
    const paths = pathsOf(what);
    this.host.enqueue("read", () => this.readPaths(paths));
    return this;
  }

  /** Runs at sync. */
  readPaths(paths: readonly string[] | null): void {
    if (this.isMissing()) return;
    const readers = this.readers();
    for (const path of paths ?? Object.keys(readers)) {
      const [name = "", ...rest] = path.split("/");
      if (name === "isNullObject") continue;
      const reader = readers[name];
      const part = this.parts()[name];
      if (rest.length > 0 && part !== undefined) part.readPaths([rest.join("/")]);
      else if (part !== undefined) part.readPaths(null);
      else if (reader !== undefined) this.loaded.set(name, reader());
      else throw invalidArgument(`${this.typeName}.${path} chưa có trong bàn làm việc (cannot be loaded).`);
    }
  }

  /** The loaded value; a missing object gives undefined, as in Excel. */
  protected take<T>(name: string): T {
    if (this.loaded.has(name)) return this.loaded.get(name) as T;
    if (this.isMissing()) return undefined as T;
    throw this.notLoaded(name);
  }

  /** Remembers a value set by code and queues what it does. */
  protected put(name: string, value: unknown, apply: () => void): void {
    this.loaded.set(name, value);
    this.change(apply);
  }

  /** Keeps what a read or an action found. */
  protected keep(name: string, value: unknown): void {
    this.loaded.set(name, value);
  }

  protected change(apply: () => void): void {
    this.host.enqueue("change", () => {
      if (this.isMissing()) throw notFound(this.typeName);
      apply();
    });
  }

  private notLoaded(name: string): HostError {
    return new HostError(
      "PropertyNotLoaded",
      `The property '${name}' is not available. Before reading the property's value, call the load method on the containing object and call "context.sync()" on the associated request context.`,
      `${this.typeName}.${name}`,
    );
  }

  toJSON(): Record<string, unknown> {
    return Object.fromEntries(this.loaded);
  }
}
