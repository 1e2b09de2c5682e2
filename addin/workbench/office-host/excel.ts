/** The global `Excel`: `run` and the values of its enumerations that code may name. */
import { whenGrid } from "./bridge.ts";
import type { HostContext } from "./context.ts";
import { HostError, guarded } from "./errors.ts";
import { createContext } from "./workbook.ts";

type Batch<T> = (context: Excel.RequestContext) => Promise<T>;

/** `run(batch)`, `run(object | context | options, batch)`: a batch on an object continues in the object's context. */
async function contextFor(first: unknown): Promise<HostContext> {
  if (typeof first === "object" && first !== null && "sync" in first) return first as HostContext;
  if (typeof first === "object" && first !== null && "context" in first) return first.context as HostContext;
  return createContext(await whenGrid());
}

async function run<T>(...args: readonly unknown[]): Promise<T> {
  const batch = args.at(-1);
  if (typeof batch !== "function") throw new HostError("InvalidArgument", "Excel.run: a function expected");
  const context = await contextFor(args.length > 1 ? args[0] : null);
  const result = await (batch as Batch<T>)(context as unknown as Excel.RequestContext);
  await context.sync();
  return result;
}

/** Only enumerations that the surface takes; strings work everywhere too. */
const enumerations = {
  SheetVisibility: { visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" },
  ClearApplyTo: { all: "All", contents: "Contents", formats: "Formats" },
  HorizontalAlignment: { general: "General", left: "Left", center: "Center", right: "Right" },
  VerticalAlignment: { top: "Top", center: "Center", bottom: "Bottom" },
  BorderIndex: {
    edgeTop: "EdgeTop",
    edgeBottom: "EdgeBottom",
    edgeLeft: "EdgeLeft",
    edgeRight: "EdgeRight",
    insideHorizontal: "InsideHorizontal",
    insideVertical: "InsideVertical",
  },
  BorderLineStyle: { none: "None", continuous: "Continuous", dash: "Dash", dot: "Dot", double: "Double" },
  PageOrientation: { portrait: "Portrait", landscape: "Landscape" },
  CalculationType: { recalculate: "Recalculate", full: "Full", fullRebuild: "FullRebuild" },
  ErrorCodes: {
    itemNotFound: "ItemNotFound",
    invalidArgument: "InvalidArgument",
    itemAlreadyExists: "ItemAlreadyExists",
    accessDenied: "AccessDenied",
  },
} as const;

type Named = keyof typeof enumerations;

/** Each value must be one that Excel's own enumeration has. */
export const excel = guarded(
  { run, ...(enumerations satisfies { [K in Named]: Partial<Record<keyof (typeof Excel)[K], string>> }) },
  "Excel",
);
