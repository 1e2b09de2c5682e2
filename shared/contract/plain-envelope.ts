/**
 * A quick look at the envelope of a submission: true only when its schema would take it as it stands, changing nothing.
 * False says nothing: the schema decides, and has the sentences. Half of a large request's checking is spared by it.
 */
import { parseAddress } from "../kernel/address.ts";
import type { SubmissionEnvelope } from "./submission.ts";
import { WORKBOOK_LIMITS } from "./workbook.ts";

type Members = Readonly<Record<string, unknown>>;

const LAST_COLUMN = 16_384;
const LAST_ROW = 1_048_576;
const UPPER = /^[A-Z]/;
const [FORMAT_LENGTH, FONT_LENGTH, FILE_NAME_LENGTH] = [255, 64, 255];
/** Narrower than what the schema takes; other letters than ASCII may count three times in another form. */
const SIMPLE_SHEET_NAME = /^(?:[A-Za-z0-9_][A-Za-z0-9_ -]{0,30}|[\p{L}\p{N}_][\p{L}\p{N}_ -]{0,9})$/u;

function isObject(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isShortText(value: unknown, most: number): boolean {
  return typeof value === "string" && value.length <= most;
}

function isPlainValue(value: unknown): boolean {
  switch (typeof value) {
    case "string":
      // In another form of the same characters it may be three times as long, and must fit then too.
      return value.length * 3 <= WORKBOOK_LIMITS.textLength;
    case "number":
      return Number.isFinite(value);
    default:
      return typeof value === "boolean" || value === null;
  }
}

function isPlainCell(cell: unknown): boolean {
  if (!isObject(cell) || !isPlainValue(cell["value"])) return false;
  for (const key in cell) {
    if (key === "value") continue;
    const member = cell[key];
    if (key === "formula") {
      if (!isShortText(member, WORKBOOK_LIMITS.formulaLength) || !(member as string).startsWith("="))
        return false;
    } else if (key === "format") {
      if (!isShortText(member, FORMAT_LENGTH)) return false;
    } else if (key !== "font" || !isShortText(member, FONT_LENGTH)) return false;
  }
  return true;
}

/** Up to WZZ999999, which is nearly all of what Excel has. */
const INNER_ADDRESS = /^(?:[A-Z]{1,2}|[A-W][A-Z]{2})[1-9]\d{0,5}$/;

/** "B12", and neither "$B$12" nor "b12" nor beyond what Excel has. */
function isPlainAddress(address: string): boolean {
  if (INNER_ADDRESS.test(address)) return true;
  const place = parseAddress(address);
  if (place === null || place.column > LAST_COLUMN || place.row > LAST_ROW || address.includes("$"))
    return false;
  // Letters come first; where the first is upper case and the whole is, none is lower.
  return UPPER.test(address) && address === address.toUpperCase();
}

function isPlainSheet(sheet: unknown): number | null {
  if (!isObject(sheet) || !isObject(sheet["cells"])) return null;
  const { name, cells } = sheet;
  if (typeof name !== "string" || !SIMPLE_SHEET_NAME.test(name) || name.toLowerCase() === "history")
    return null;
  for (const key of Object.keys(sheet))
    if (key === "hidden" ? typeof sheet[key] !== "boolean" : key !== "name" && key !== "cells") return null;
  const addresses = Object.keys(cells);
  for (const address of addresses) if (!isPlainAddress(address) || !isPlainCell(cells[address])) return null;
  return addresses.length;
}

export function isPlainEnvelope(value: unknown): value is SubmissionEnvelope {
  if (!isObject(value) || !isObject(value["workbook"])) return false;
  for (const key of Object.keys(value)) if (key !== "workbook" && key !== "fileName") return false;
  const { fileName, workbook } = value;
  if ("fileName" in value) {
    if (typeof fileName !== "string" || fileName === "" || fileName !== fileName.trim()) return false;
    if (fileName.length > FILE_NAME_LENGTH) return false;
  }
  const { sheets } = workbook;
  if (Object.keys(workbook).length !== 1 || !Array.isArray(sheets)) return false;
  if (sheets.length === 0 || sheets.length > WORKBOOK_LIMITS.sheets) return false;
  let cells = 0;
  const names = new Set<string>();
  for (const sheet of sheets as readonly unknown[]) {
    const count = isPlainSheet(sheet);
    if (count === null) return false;
    cells += count;
    names.add((sheet as { name: string }).name.toLowerCase());
  }
  return names.size === sheets.length && cells <= WORKBOOK_LIMITS.cells;
}
