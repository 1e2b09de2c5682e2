/** The globals `Office` and `OfficeRuntime`, as far as the task pane uses them. */
import type { Grid } from "../grid.ts";
import { bridge, whenGrid } from "./bridge.ts";
import { functionsSettled } from "./custom-functions.ts";
import { guarded, notOffered } from "./errors.ts";

const HOST = "Excel";
const PLATFORM = "OfficeOnline";
const LANG_KEY = "kc.lang";
const SETTINGS_NOTE = "settings";
/** The pane itself gives up after eight seconds. */
const FUNCTIONS_PATIENCE_MS = 4000;
const RUNTIME_PREFIX = "kc.runtime:";
/** The surface is a part of these sets; newer ones are not there. */
const EXCEL_API = [1, 9] as const;
const OFFERED_SETS: Readonly<Record<string, readonly [number, number]>> = {
  ExcelApi: EXCEL_API,
  SharedRuntime: [1, 1],
  CustomFunctionsRuntime: [1, 3],
};

type Info = { host: Office.HostType; platform: Office.PlatformType; addin: null };
type AsyncResult = { status: "succeeded" | "failed"; value: unknown; error?: { message: string } };
type Callback = (result: AsyncResult) => void;

function info(): Info {
  return {
    host: HOST as unknown as Office.HostType,
    platform: PLATFORM as unknown as Office.PlatformType,
    addin: null,
  };
}

/** Kept with the workbook. Filled before `onReady` resolves, so `get` can answer at once. */
class Settings implements Pick<Office.Settings, "get" | "set" | "remove"> {
  private values: Record<string, unknown> = {};

  fill(grid: Grid): void {
    this.values = JSON.parse(grid.note(SETTINGS_NOTE) ?? "{}") as Record<string, unknown>;
  }
  get(name: string): unknown {
    return this.values[name] ?? null;
  }
  set(name: string, value: unknown): void {
    this.values = { ...this.values, [name]: value };
  }
  remove(name: string): void {
    const { [name]: _gone, ...others } = this.values;
    this.values = others;
  }
  saveAsync(...args: readonly unknown[]): void {
    const callback = args.find((arg): arg is Callback => typeof arg === "function");
    void whenGrid().then((grid) => {
      grid.setNote(SETTINGS_NOTE, JSON.stringify(this.values));
      callback?.({ status: "succeeded", value: null });
    });
  }
}

function isSetSupported(name: string, minimum = "1.1"): boolean {
  const offered = OFFERED_SETS[name];
  if (offered === undefined) return false;
  const [major = 1, minor = 0] = minimum.split(".").map(Number);
  return major < offered[0] || (major === offered[0] && minor <= offered[1]);
}

const settings = new Settings();
let ready: Promise<Info> | null = null;

/** Whoever reads the workbook first should find results, not #NAME?; but never at the price of not starting. */
async function becomeReady(): Promise<Info> {
  const grid = await whenGrid();
  const patience = new Promise((resolve) => setTimeout(resolve, FUNCTIONS_PATIENCE_MS));
  await Promise.race([functionsSettled, patience]);
  settings.fill(grid);
  return info();
}

function onReady(callback?: (ready: Info) => unknown): Promise<Info> {
  ready ??= becomeReady();
  return ready.then((value) => {
    callback?.(value);
    return value;
  });
}

const language = (): string => (localStorage.getItem(LANG_KEY) === "en" ? "en-US" : "vi-VN");

const context = guarded(
  {
    host: HOST,
    platform: PLATFORM,
    get displayLanguage() {
      return language();
    },
    get contentLanguage() {
      return language();
    },
    diagnostics: { host: HOST, platform: PLATFORM, version: "workbench" },
    requirements: guarded({ isSetSupported }, "Office.context.requirements"),
    document: guarded(
      { settings: guarded(settings, "Office.context.document.settings") },
      "Office.context.document",
    ),
  },
  "Office.context",
);

const actions = guarded(
  {
    /** The workbench has no ribbon: the buttons' functions are registered and never called. */
    associate: (_id: string, _action: (...args: unknown[]) => void): void => undefined,
  },
  "Office.actions",
);

const addin = guarded(
  {
    showAsTaskpane: (): Promise<void> => Promise.resolve(bridge().setPaneShown(true)),
    hide: (): Promise<void> => Promise.resolve(bridge().setPaneShown(false)),
    setStartupBehavior: (_behavior: unknown): Promise<void> => Promise.resolve(),
    getStartupBehavior: (): Promise<string> => Promise.resolve("Load"),
    onVisibilityModeChanged: (_handler: unknown): Promise<() => Promise<void>> =>
      Promise.resolve(() => Promise.resolve()),
  },
  "Office.addin",
);

export const office = guarded(
  {
    onReady,
    context,
    actions,
    addin,
    /** Assigned by pages written for older hosts; called like `onReady`. */
    initialize: (_reason: unknown): void => undefined,
    HostType: { Excel: HOST } satisfies Partial<Record<keyof typeof Office.HostType, string>>,
    PlatformType: { OfficeOnline: PLATFORM, PC: "PC", Mac: "Mac" } satisfies Partial<
      Record<keyof typeof Office.PlatformType, string>
    >,
    AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" },
    StartupBehavior: { none: "None", load: "Load" },
    VisibilityMode: { hidden: "Hidden", taskpane: "Taskpane" },
  },
  "Office",
);

const storage = {
  getItem: (key: string): Promise<string | null> =>
    Promise.resolve(localStorage.getItem(RUNTIME_PREFIX + key)),
  setItem: (key: string, value: string): Promise<void> =>
    Promise.resolve(localStorage.setItem(RUNTIME_PREFIX + key, value)),
  removeItem: (key: string): Promise<void> => Promise.resolve(localStorage.removeItem(RUNTIME_PREFIX + key)),
  getKeys: (): Promise<string[]> =>
    Promise.resolve(
      Object.keys(localStorage)
        .filter((key) => key.startsWith(RUNTIME_PREFIX))
        .map((key) => key.slice(RUNTIME_PREFIX.length)),
    ),
};

export const officeRuntime = guarded(
  {
    storage: guarded(storage, "OfficeRuntime.storage"),
    displayWebDialog: (): never => {
      throw notOffered("OfficeRuntime.displayWebDialog");
    },
  },
  "OfficeRuntime",
);
