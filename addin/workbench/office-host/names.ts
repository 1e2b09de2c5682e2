/** Excel.NamedItem and its collection, for the workbook. */
import { formatLocal, parseLocal, quoteSheet, splitSheet } from "./a1.ts";
import type { HostContext } from "./context.ts";
import { HostError, invalidArgument, notFound } from "./errors.ts";
import { HostObject } from "./object.ts";
import { HostRange } from "./range.ts";
import type { Offered } from "./surface.ts";
import { HostWorksheet } from "./worksheet.ts";

type NameKey = "name" | "formula" | "value" | "visible" | "delete" | "getRange" | "getRangeOrNullObject";

export class HostNamedItem extends HostObject implements Offered<Excel.NamedItem, NameKey> {
  private found: string | null = null;

  constructor(host: HostContext, find: () => string | null, orNull = false) {
    super(host, "NamedItem");
    this.resolveWith(
      () => {
        this.found = find();
        return this.found !== null;
      },
      orNull,
      () => "NamedItem",
    );
  }

  private reference(): string {
    const defined = this.host.grid.names().find(({ name }) => name === this.found);
    if (defined === undefined) throw notFound("NamedItem");
    return defined.reference;
  }

  protected readers() {
    return {
      name: () => this.found,
      formula: () => `=${this.reference()}`,
      value: () => this.reference().replaceAll("$", ""),
      visible: () => true,
    };
  }

  get name(): string {
    return this.take("name");
  }
  get formula(): Excel.NamedItem["formula"] {
    return this.take("formula");
  }
  set formula(value: Excel.NamedItem["formula"]) {
    this.put("formula", value, () => {
      this.host.grid.setName(this.found ?? "", String(value).replace(/^=/, ""));
    });
  }
  get value(): Excel.NamedItem["value"] {
    return this.take("value");
  }
  get visible(): boolean {
    return this.take("visible");
  }

  delete(): void {
    this.change(() => this.host.grid.deleteName(this.found ?? ""));
  }

  private range(orNull: boolean): HostRange {
    const sheetId = (): string | null => {
      const { sheet } = splitSheet(this.reference());
      return this.host.grid.sheets().find(({ name }) => name === sheet)?.id ?? null;
    };
    const worksheet = new HostWorksheet(this.host, () => (this.isMissing() ? null : sheetId()), orNull);
    const find = () => {
      if (this.isMissing() || worksheet.isMissing()) return null;
      return parseLocal(splitSheet(this.reference()).local, worksheet.currentId());
    };
    return new HostRange(this.host, worksheet, find, orNull);
  }
  getRange(): HostRange {
    return this.range(false);
  }
  getRangeOrNullObject(): HostRange {
    return this.range(true);
  }
}

function absolute(local: string): string {
  return local.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
}

type NamesKey = "items" | "add" | "getItem" | "getItemOrNullObject";

export class HostNames extends HostObject implements Offered<Excel.NamedItemCollection, NamesKey> {
  constructor(host: HostContext) {
    super(host, "NamedItemCollection");
    this.markPresent();
  }

  protected readers() {
    return {};
  }

  override readPaths(paths: readonly string[] | null): void {
    const inner = (paths ?? []).map((path) => path.replace(/^items\/?/, "")).filter((path) => path !== "");
    const items = this.host.grid.names().map(({ name }) => {
      const item = new HostNamedItem(this.host, () => name);
      this.host.runNow(() => item.readPaths(inner.length === 0 ? null : inner));
      return item;
    });
    this.keep("items", items);
  }

  get items(): HostNamedItem[] {
    return this.take("items");
  }

  private byKey(key: string): string | null {
    const wanted = key.toLowerCase();
    return this.host.grid.names().find(({ name }) => name.toLowerCase() === wanted)?.name ?? null;
  }
  getItem(name: string): HostNamedItem {
    return new HostNamedItem(this.host, () => this.byKey(name));
  }
  getItemOrNullObject(name: string): HostNamedItem {
    return new HostNamedItem(this.host, () => this.byKey(name), true);
  }
  add(name: string, reference: unknown): HostNamedItem {
    return new HostNamedItem(this.host, () => {
      if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name))
        throw invalidArgument(`The name ${name} is not valid.`);
      if (this.byKey(name) !== null) {
        throw new HostError("ItemAlreadyExists", `A name ${name} already exists.`);
      }
      this.host.grid.setName(name, referenceOf(reference));
      return name;
    });
  }
}

function referenceOf(reference: unknown): string {
  if (typeof reference === "string") return reference.replace(/^=/, "");
  if (!(reference instanceof HostRange)) throw invalidArgument("names.add: a range or a formula expected");
  const sheet = quoteSheet(reference.worksheet.currentName());
  return `${sheet}!${absolute(formatLocal(reference.area()))}`;
}
