/** The global `CustomFunctions`: takes the functions of /functions.js and computes them in the grid as KC.NAME. */
import type { CallFunction, CallPlace, CallResult, CellRead, FunctionDeclaration } from "../grid.ts";
import { whenGrid } from "./bridge.ts";
import { guarded } from "./errors.ts";
import { Streams } from "./streams.ts";

const NAMESPACE = "KC";
const DECLARATIONS: Readonly<Record<string, string>> = { vi: "/functions.json", en: "/functions.en.json" };

interface Parameter {
  readonly name: string;
  readonly description?: string;
  readonly optional?: boolean;
  readonly repeating?: boolean;
  readonly dimensionality?: "scalar" | "matrix";
  readonly type?: string;
}

/** One entry of functions.json. */
export interface Declared {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly parameters: readonly Parameter[];
  readonly options?: {
    readonly stream?: boolean;
    readonly cancelable?: boolean;
    readonly requiresAddress?: boolean;
  };
}

type Implementation = (...args: unknown[]) => unknown;

const ErrorCode = {
  invalidValue: "#VALUE!",
  notAvailable: "#N/A",
  divisionByZero: "#DIV/0!",
  invalidNumber: "#NUM!",
  nullReference: "#NULL!",
  invalidName: "#NAME?",
  invalidReference: "#REF!",
} as const satisfies Record<keyof typeof CustomFunctions.ErrorCode, string>;

type Code = (typeof ErrorCode)[keyof typeof ErrorCode];

class FunctionError extends Error {
  readonly code: Code;
  constructor(code: Code, message = "") {
    super(message);
    this.name = "CustomFunctions.Error";
    this.code = code;
  }
}

const implementations = new Map<string, Implementation>();

function isCode(text: unknown): text is Code {
  return Object.values(ErrorCode).some((code) => code === text);
}

/** Arrays give rows of values; a scalar parameter gets the single value, or the rows when there are several. */
function argumentOf(rows: (CellRead | null)[][], parameter: Parameter | undefined): unknown {
  const isSingle = rows.length === 1 && rows[0]?.length === 1;
  const first = rows[0]?.[0];
  if (parameter?.dimensionality === "matrix") return rows;
  if (!isSingle) return rows;
  return first === "" ? null : (first ?? null);
}

/** What Excel hands to a function: repeating arguments as one array, missing ones as null. */
export function argumentsFor(declared: Declared, args: (CellRead | null)[][][]): unknown[] {
  const { parameters } = declared;
  const repeatAt = parameters.findIndex((parameter) => parameter.repeating === true);
  const count = repeatAt < 0 ? parameters.length : repeatAt;
  const plain = parameters.slice(0, count).map((parameter, index) => {
    const rows = args[index];
    return rows === undefined ? null : argumentOf(rows, parameter);
  });
  if (repeatAt < 0) return plain;
  return [...plain, args.slice(repeatAt).map((rows) => argumentOf(rows, parameters[repeatAt]))];
}

/** A number with properties is its number; a formatted number too. */
function cellOf(value: unknown): CellRead {
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : ErrorCode.invalidNumber;
  if (value === null || value === undefined) return "";
  const { basicValue } = value as { basicValue?: unknown };
  return typeof basicValue === "object" || basicValue === undefined
    ? ErrorCode.invalidValue
    : cellOf(basicValue);
}

export function resultOf(value: unknown): CallResult {
  const { type, errorType, basicValue } = (value ?? {}) as Record<string, unknown>;
  if (type === "Error")
    return { error: String(basicValue ?? ErrorCode.invalidValue), message: String(errorType ?? "") };
  if (!Array.isArray(value)) return { rows: [[cellOf(value)]] };
  const rows = value.map((row: unknown) => (Array.isArray(row) ? row.map(cellOf) : [cellOf(row)]));
  const isEmpty = rows.length === 0 || rows[0]?.length === 0;
  return isEmpty ? { error: ErrorCode.notAvailable, message: "" } : { rows };
}

function failureOf(error: unknown): CallResult {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return { error: isCode(code) ? code : ErrorCode.invalidValue, message: String(message ?? error) };
}

function invoke(
  declared: Declared,
  args: (CellRead | null)[][][],
  place: CallPlace,
  streams: Streams,
): unknown {
  const implementation = implementations.get(declared.id);
  if (implementation === undefined) throw new FunctionError(ErrorCode.invalidName, declared.name);
  const prepared = argumentsFor(declared, args);
  if (declared.options?.stream === true) {
    const cell = `${declared.name}@${place.sheetId}!${place.row},${place.column}`;
    return streams.latest(cell, args, (invocation) => implementation(...prepared, invocation));
  }
  const address = `${place.sheetId}!R${place.row + 1}C${place.column + 1}`;
  const needsInvocation = declared.options?.requiresAddress === true || declared.options?.cancelable === true;
  return implementation(...prepared, ...(needsInvocation ? [{ address, onCanceled: () => undefined }] : []));
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === "object" && value !== null && "then" in value;
}

/** Errors in arguments pass through, as in Excel. */
function errorIn(args: (CellRead | null)[][][]): Code | null {
  for (const rows of args) {
    const single = rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : null;
    if (isCode(single)) return single;
  }
  return null;
}

/** `recalculate` is called when a streaming function has sent something newer. */
export function callerOf(declared: readonly Declared[], recalculate: () => void): CallFunction {
  const streams = new Streams(recalculate);
  const byName = new Map(declared.map((one) => [`${NAMESPACE}.${one.name}`, one]));
  return (name, args, place) => {
    const one = byName.get(name);
    if (one === undefined) return { error: ErrorCode.invalidName, message: name };
    const passed = errorIn(args);
    if (passed !== null) return { error: passed, message: `Ô được dùng đang báo lỗi ${passed}.` };
    try {
      const value = invoke(one, args, place, streams);
      return isPromise(value) ? value.then(resultOf, failureOf) : resultOf(value);
    } catch (error) {
      return failureOf(error);
    }
  };
}

function declarationOf(one: Declared): FunctionDeclaration {
  return {
    name: `${NAMESPACE}.${one.name}`,
    description: one.description ?? "",
    parameters: one.parameters.map((parameter) => ({
      name: parameter.name,
      description: parameter.description ?? "",
      optional: parameter.optional === true,
      repeating: parameter.repeating === true,
    })),
  };
}

/** The page loads /functions.js itself, as in Excel; a page that does not gets it here. */
function ensureScript(): Promise<void> {
  if (implementations.size > 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = "/functions.js";
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => reject(new Error("/functions.js")));
    document.head.append(script);
  });
}

let settle: () => void = () => undefined;
/** Settles when the functions are in the grid, or could not be put there. */
export const functionsSettled = new Promise<void>((resolve) => {
  settle = resolve;
});

/** Puts the functions into the grid once page and grid are there. */
export function registerFunctions(): Promise<void> {
  return register().finally(() => settle());
}

async function register(): Promise<void> {
  await ensureScript();
  const language = localStorage.getItem("kc.lang") === "en" ? "en" : "vi";
  const response = await fetch(DECLARATIONS[language] ?? "/functions.json");
  if (!response.ok) throw new Error(`functions.json: ${response.status}`);
  const { functions } = (await response.json()) as { functions: Declared[] };
  const ready = functions.filter((one) => implementations.has(one.id));
  const grid = await whenGrid();
  grid.setFunctions(
    ready.map(declarationOf),
    callerOf(ready, () => grid.calculate()),
  );
}

export const customFunctions = guarded(
  {
    associate(first: string | Record<string, Implementation>, implementation?: Implementation): void {
      const entries = typeof first === "string" ? [[first, implementation] as const] : Object.entries(first);
      for (const [id, one] of entries) if (one !== undefined) implementations.set(id.toUpperCase(), one);
    },
    Error: FunctionError,
    ErrorCode,
  },
  "CustomFunctions",
);
