/**
 * The custom functions as Excel reads them, made from the TypeScript that computes them: functions.json (Vietnamese,
 * from the JSDoc), functions.en.json (the same, described by each file's `texts.en`) and which file holds which.
 */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import type { FunctionEntry, FunctionsMetadata } from "./functions-generated.ts";

/** What every file of a custom function exports as `texts`, beside the function itself. */
export interface FunctionTexts {
  readonly en: { readonly description: string; readonly params: Readonly<Record<string, string>> };
}

interface Parameter {
  readonly name: string;
  readonly description?: string;
}

interface FunctionItem {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly helpUrl?: string;
  readonly parameters: readonly Parameter[];
}

/** The file names of the functions in a folder, in order; subfolders, tests and index files are not functions. */
export async function functionFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && !entry.name.endsWith(".d.ts"))
    .filter((entry) => !entry.name.endsWith(".test.ts") && entry.name !== "index.ts")
    .map((entry) => join(folder, entry.name))
    .sort();
}

function complaints(item: FunctionItem, texts: FunctionTexts | undefined): string[] {
  const out: string[] = [];
  if (!item.description) out.push("no Vietnamese description");
  if (!item.helpUrl) out.push("no @helpurl");
  for (const { name, description } of item.parameters) {
    if (!description) out.push(`@param ${name} has no description`);
    if (!texts?.en.params[name]) out.push(`texts.en.params has no ${name}`);
  }
  const names = new Set(item.parameters.map((parameter) => parameter.name));
  for (const name of Object.keys(texts?.en.params ?? {})) {
    if (!names.has(name)) out.push(`texts.en.params has ${name}, which is not a parameter`);
  }
  if (!texts?.en.description) out.push("texts.en has no description");
  return out;
}

function inEnglish(item: FunctionItem, texts: FunctionTexts): FunctionItem {
  const parameters = item.parameters.map((parameter) => ({
    ...parameter,
    description: texts.en.params[parameter.name] ?? "",
  }));
  return { ...item, description: texts.en.description, parameters };
}

interface OneFile {
  readonly entry: FunctionEntry;
  readonly vi: FunctionItem;
  readonly en: FunctionItem;
}

async function readFunction(file: string): Promise<OneFile> {
  const generated = await generateCustomFunctionsMetadata([file]);
  if (generated.errors.length > 0) throw new Error(`${file}: ${generated.errors.join("; ")}`);
  const associated = generated.associate;
  const [first] = associated;
  if (first === undefined || associated.length !== 1) {
    throw new Error(
      `${file}: ${associated.length} functions with @customfunction; there must be exactly one`,
    );
  }
  const { functions } = JSON.parse(generated.metadataJson) as { functions: FunctionItem[] };
  const vi = functions[0] as FunctionItem;
  const { texts } = (await import(pathToFileURL(file).href)) as { texts?: FunctionTexts };
  const wrong = complaints(vi, texts);
  if (wrong.length > 0 || texts === undefined) throw new Error(`${file}: ${wrong.join("; ")}`);
  return { entry: { file, functionName: first.functionName, id: first.id }, vi, en: inEnglish(vi, texts) };
}

function toText(functions: readonly FunctionItem[]): string {
  return `${JSON.stringify({ allowCustomDataForDataTypeAny: true, functions }, null, 2)}\n`;
}

/** Throws an Error naming the file and everything that is missing in it. */
export async function buildFunctionsMetadata(files: readonly string[]): Promise<FunctionsMetadata> {
  const all: OneFile[] = [];
  for (const file of files) all.push(await readFunction(file));
  const ids = all.map(({ entry }) => entry.id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  if (twice.length > 0) throw new Error(`two files declare the same function: ${twice.join(", ")}`);
  return {
    vi: toText(all.map((one) => one.vi)),
    en: toText(all.map((one) => one.en)),
    entries: all.map((one) => one.entry),
  };
}
