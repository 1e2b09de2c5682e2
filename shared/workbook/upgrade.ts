/**
 * Workbooks of older templates: what today's template has that they lack is added, nothing of theirs is touched, and
 * every change is told. What no template knows is kept as it is, and told too.
 */
import { cellAddress, parseAddress } from "../kernel/address.ts";
import type { FlatCell, FlatSheet, FlatWorkbook } from "../kernel/flat.ts";
import { foldKey } from "../kernel/text.ts";
import type { LawBook } from "../law/types.ts";
import { blankWorkbook } from "./blank.ts";
import { findHeaders, findSheet, readPlan } from "./read.ts";
import {
  ALL_SHEETS,
  DE_AN_SHEET,
  INFO_SHEET,
  INPUT_SHEETS,
  OPTIONAL_SHEETS,
  TEMPLATE_VERSION,
  noteRow,
} from "./template.ts";
import { LISTS_SHEET } from "./xlsx/lists-sheet.ts";

interface Step {
  readonly version: string;
  /** Sheets that came with this version. */
  readonly sheets?: readonly string[];
  /** Columns that came with it, by sheet. */
  readonly columns?: Readonly<Record<string, readonly string[]>>;
}

/** Every version after the first, oldest first. */
const STEPS: readonly Step[] = [
  { version: "1.1.0", sheets: OPTIONAL_SHEETS.map((def) => def.name) },
  { version: "1.2.0", columns: { [DE_AN_SHEET.name]: ["linkedTo", "replicaOf"] } },
];

/** Negative: a is older. Versions are numbers with dots; anything else counts as older than all. */
function compareVersions(a: string, b: string): number {
  const parts = (text: string) => text.split(".").map((part) => (/^\d+$/.test(part) ? Number(part) : -1));
  const [left, right] = [parts(a), parts(b)];
  for (let i = 0; i < Math.max(left.length, right.length); i += 1) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

export interface Upgrade {
  readonly workbook: FlatWorkbook;
  /** As the workbook says; null when it says nothing. */
  readonly from: string | null;
  readonly to: string;
  /** Vietnamese sentences, in the order of the changes; empty = already up to date. */
  readonly changes: readonly string[];
}

/** Does the workbook name another template than today's, older or newer? */
export function templateAge(workbook: FlatWorkbook): "current" | "older" | "newer" {
  const { templateVersion } = readPlan(workbook).info;
  const order = compareVersions(templateVersion ?? "0", TEMPLATE_VERSION);
  return order === 0 ? "current" : order < 0 ? "older" : "newer";
}

/** New sheets stand where the template puts them among those that are there. */
function withSheet(sheets: readonly FlatSheet[], added: FlatSheet): FlatSheet[] {
  const order = ALL_SHEETS.map((def) => def.name);
  const place = order.indexOf(added.name as (typeof order)[number]);
  const before = order.slice(0, place).map((name) => findSheet({ sheets }, name));
  const last = before.filter((sheet) => sheet !== null).at(-1);
  const at = last === undefined ? 0 : sheets.indexOf(last) + 1;
  return [...sheets.slice(0, at), added, ...sheets.slice(at)];
}

/** The columns the sheet lacks, right of everything it has; null where its headers cannot be found. */
function withColumns(
  sheet: FlatSheet,
  ids: readonly string[],
): { readonly sheet: FlatSheet; readonly changes: readonly string[] } | null {
  const def = INPUT_SHEETS.find(({ name }) => foldKey(name) === foldKey(sheet.name));
  const headers = def === undefined ? null : findHeaders(sheet, def);
  if (def === undefined || headers === null) return null;
  const used = Object.keys(sheet.cells).map((address) => parseAddress(address)?.column ?? 0);
  const missing = def.columns.filter(({ id }) => ids.includes(id) && !headers.columns.has(id));
  const cells: Record<string, FlatCell> = { ...sheet.cells };
  const changes = missing.map(({ header }, index) => {
    const at = cellAddress(Math.max(0, ...used) + 1 + index, headers.row);
    cells[at] = { value: header };
    return `Thêm cột “${header}” vào trang ${sheet.name} (ô ${at}), còn trống.`;
  });
  return { sheet: { ...sheet, cells }, changes };
}

function withVersion(sheets: readonly FlatSheet[], workbook: FlatWorkbook): FlatSheet[] {
  const info = findSheet(workbook, INFO_SHEET.name);
  const address = readPlan(workbook).info.addressOf["templateVersion"];
  if (info === null || address === undefined) return [...sheets];
  const field = INFO_SHEET.fields.find(({ id }) => id === "templateVersion");
  const label: Record<string, FlatCell> = { [`A${address.slice(1)}`]: { value: field?.label ?? "" } };
  INFO_SHEET.notes?.forEach((note, index) => {
    const at = `A${noteRow(INFO_SHEET, index)}`;
    if (info.cells[at] === undefined) label[at] = { value: note };
  });
  return sheets.map((sheet) =>
    sheet === info
      ? { ...sheet, cells: { ...sheet.cells, ...label, [address]: { value: TEMPLATE_VERSION } } }
      : sheet,
  );
}

/** The workbook as today's template would have it; one of a newer template is left alone. */
export function upgradeWorkbook(workbook: FlatWorkbook, law: LawBook): Upgrade {
  const from = readPlan(workbook).info.templateVersion;
  const unchanged = { workbook, from, to: TEMPLATE_VERSION, changes: [] };
  const age = templateAge(workbook);
  if (age === "current") return unchanged;
  if (age === "newer")
    return {
      ...unchanged,
      changes: [
        `Sổ được lập bằng mẫu ${from ?? ""}, mới hơn mẫu ${TEMPLATE_VERSION} của phần mềm này: không sửa gì; hãy cập nhật phần mềm.`,
      ],
    };
  const fresh = blankWorkbook(law);
  let sheets: FlatSheet[] = [...workbook.sheets];
  const changes: string[] = [];
  for (const step of STEPS) {
    if (compareVersions(from ?? "0", step.version) >= 0) continue;
    for (const name of step.sheets ?? []) {
      const added = findSheet(fresh, name);
      const def = ALL_SHEETS.find((one) => one.name === name);
      if (added === null || def === undefined || findSheet({ sheets }, name) !== null) continue;
      sheets = withSheet(sheets, added);
      changes.push(`Thêm trang ${name} (${def.title.toLowerCase()}), còn trống.`);
    }
    for (const [name, ids] of Object.entries(step.columns ?? {})) {
      const sheet = findSheet({ sheets }, name);
      const grown = sheet === null ? null : withColumns(sheet, ids);
      if (sheet === null || grown === null) continue;
      sheets = sheets.map((one) => (one === sheet ? grown.sheet : one));
      changes.push(...grown.changes);
    }
  }
  sheets = withVersion(sheets, workbook);
  changes.push(`Đổi phiên bản mẫu từ ${from ?? "không ghi"} thành ${TEMPLATE_VERSION}.`);
  return { workbook: { ...workbook, sheets }, from, to: TEMPLATE_VERSION, changes };
}

/** What the template does not know of the workbook: kept, echoed, never checked. */
export function unknownParts(workbook: FlatWorkbook): readonly string[] {
  const known = ALL_SHEETS.map((def) => findSheet(workbook, def.name));
  const sheets = workbook.sheets
    .filter(
      (sheet) => !known.includes(sheet) && sheet.name !== LISTS_SHEET && Object.keys(sheet.cells).length > 0,
    )
    .map((sheet) => `Trang “${sheet.name}” không thuộc mẫu: giữ nguyên, không kiểm tra.`);
  const columns = INPUT_SHEETS.flatMap((def) => {
    const sheet = findSheet(workbook, def.name);
    const headers = sheet === null ? null : findHeaders(sheet, def);
    return [...(headers?.extra.keys() ?? [])].map(
      (header) => `Cột “${header}” của trang ${def.name} không thuộc mẫu: giữ nguyên, không kiểm tra.`,
    );
  });
  return [...sheets, ...columns];
}
