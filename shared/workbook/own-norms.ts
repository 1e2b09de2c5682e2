/** KC_DinhMuc → a norm book of this workbook, a proposal. A norm with a wrong line is left out as a whole. */
import { day } from "../kernel/date.ts";
import type { Finding } from "../kernel/finding.ts";
import { quantityToString, type Quantity } from "../kernel/quantity.ts";
import { foldKey } from "../kernel/text.ts";
import type { NormSheetLine } from "../plan/shapes.ts";
import { parseDifficulty } from "../norms/difficulty-text.ts";
import { sealNormBook } from "../norms/book.ts";
import type { CostType } from "../norms/import.ts";
import {
  STATUS_LABEL,
  type Difficulty,
  type Norm,
  type NormBook,
  type NormBookData,
  type NormLine,
  type NormStep,
} from "../norms/model.ts";
import { validateNormBook } from "../norms/validate.ts";
import { cellFinding, textIn } from "./own-finding.ts";

export const OWN_NORMS_ID = "SO-LAM-VIEC-DINH-MUC";
/** A proposal holds for every day of its own workbook. */
const ALWAYS = day("1900-01-01");

/** Columns that only some types of consumption have. */
const ONLY_FOR: readonly {
  readonly id: string;
  readonly type: NormSheetLine["type"];
  readonly what: string;
}[] = [
  { id: "unloaded", type: "M", what: "Thời gian máy không tải chỉ ghi cho máy (M)." },
  { id: "loss", type: "VL", what: "Hao hụt chỉ ghi cho vật liệu (VL)." },
  { id: "recovery", type: "VL", what: "Thu hồi chỉ ghi cho vật liệu (VL)." },
  { id: "scale", type: "NC", what: "Ngạch lương chỉ ghi cho nhân công (NC)." },
  { id: "coefficient", type: "NC", what: "Hệ số lương chỉ ghi cho nhân công (NC)." },
  { id: "lifeMonths", type: "DC", what: "Thời hạn sử dụng chỉ ghi cho dụng cụ (DC)." },
];

const NUMBERS = ["unloaded", "loss", "recovery", "coefficient", "lifeMonths", "stepCoefficient"] as const;

function numberOf(line: NormSheetLine, id: (typeof NUMBERS)[number]): Quantity | null {
  switch (id) {
    case "loss":
      return line.lossPercent;
    case "recovery":
      return line.recoveryPercent;
    default:
      return line[id];
  }
}

function problemsOf(line: NormSheetLine): Finding[] {
  const problems: Finding[] = [];
  const report = (id: string, rule: string, message: string, remedy: string) =>
    void problems.push(cellFinding(line, id, rule, message, remedy));
  for (const [id, what] of [
    ["code", "Mã định mức"],
    ["resource", "Hao phí"],
    ["unit", "Đơn vị tính"],
  ] as const)
    if (textIn(line, id) === "")
      report(id, "KC-NK-004", `Ô “${what}” để trống.`, `Nhập ${what.toLowerCase()}.`);
  if (line.type === null)
    report("type", "KC-NK-005", "Loại hao phí không có trong danh mục.", "Chọn NC, VL, M hoặc DC.");
  if (line.quantity === null && !line.notApplicable)
    report(
      "quantity",
      textIn(line, "quantity") === "" ? "KC-NK-004" : "KC-NK-006",
      "Định mức phải là một số không quá 6 chữ số thập phân, hoặc “-” nếu không áp dụng.",
      "Nhập số vào ô, không nhập chữ.",
    );
  if (line.quantity !== null && line.quantity < 0n)
    report("quantity", "KC-NK-014", "Định mức là số âm.", "Nhập số không âm.");
  for (const id of NUMBERS)
    if (textIn(line, id) !== "" && numberOf(line, id) === null)
      report(id, "KC-NK-006", "Ô này phải là một số không quá 6 chữ số thập phân.", "Nhập số hoặc xóa ô.");
  for (const { id, type, what } of ONLY_FOR)
    if (line.type !== null && line.type !== type && textIn(line, id) !== "")
      report(id, "KC-NK-015", what, "Xóa ô này hoặc sửa loại hao phí.");
  if (line.type === "DC" && line.unit !== "%" && line.lifeMonths === null && !line.notApplicable)
    report("lifeMonths", "KC-NK-004", "Dụng cụ phải có thời hạn sử dụng.", "Nhập số tháng sử dụng.");
  const difficulty = parseDifficulty(line.difficulty ?? "");
  if (!difficulty.ok) report("difficulty", "KC-NK-006", difficulty.error.vi, "Viết lại như ví dụ.");
  if ((line.scale === null) !== (line.coefficient === null))
    report(
      line.scale === null ? "scale" : "coefficient",
      "KC-NK-004",
      "Ngạch lương và hệ số lương phải đi cùng nhau.",
      "Nhập cả hai, hoặc xóa cả hai.",
    );
  return problems;
}

function optional<K extends string>(key: K, value: Quantity | null): { readonly [P in K]?: string } {
  return (value === null ? {} : { [key]: quantityToString(value) }) as { readonly [P in K]?: string };
}

/** Only for lines without problems. */
function lineOf(line: NormSheetLine): NormLine {
  const base = {
    resource: line.resource ?? "",
    unit: line.unit ?? "",
    ...(line.step === null ? {} : { step: foldKey(line.step) }),
    ...(line.note === null ? {} : { note: line.note }),
  };
  const quantity = line.quantity === null ? null : quantityToString(line.quantity);
  if (line.unit === "%") {
    const of = (line.type ?? "VL") as CostType | "DC";
    return { kind: "percent", of, ...base, quantity: quantity ?? "0" };
  }
  switch (line.type) {
    case "NC":
      return {
        kind: "labour",
        ...base,
        quantity,
        ...(line.scale === null || line.coefficient === null
          ? {}
          : { grade: { scale: line.scale, coefficient: quantityToString(line.coefficient) } }),
      };
    case "M":
      return {
        kind: "machine",
        ...base,
        loaded: quantity,
        ...optional("unloaded", line.unloaded),
        ...(line.requirement === null ? {} : { parameters: line.requirement }),
      };
    case "DC":
      return {
        kind: "tool",
        ...base,
        quantity,
        lifeMonths: line.lifeMonths === null ? "1" : quantityToString(line.lifeMonths),
      };
    default:
      return {
        kind: "material",
        ...base,
        quantity,
        ...optional("lossPercent", line.lossPercent),
        ...optional("recoveryPercent", line.recoveryPercent),
        ...(line.requirement === null ? {} : { requirement: line.requirement }),
      };
  }
}

function stepsOf(lines: readonly NormSheetLine[]): NormStep[] {
  const steps = new Map<string, NormStep>();
  for (const { step, stepCoefficient } of lines) {
    if (step === null) continue;
    const id = foldKey(step);
    const known = steps.get(id);
    if (known?.coefficient !== undefined) continue;
    steps.set(id, { id, name: known?.name ?? step, ...optional("coefficient", stepCoefficient) });
  }
  return [...steps.values()];
}

function listOf(text: string | null): string[] {
  return (text ?? "").split(";").flatMap((part) => (part.trim() === "" ? [] : [part.trim()]));
}

function firstOf<K extends "name" | "serviceUnit" | "content" | "conditions" | "process" | "quality">(
  lines: readonly NormSheetLine[],
  id: K,
): NormSheetLine[K] | null {
  return lines.find((line) => line[id] !== null)?.[id] ?? null;
}

/** Only for lines without problems. */
function difficultyOf(lines: readonly NormSheetLine[]): Difficulty[] {
  const text = lines.find((line) => line.difficulty !== null)?.difficulty ?? "";
  const read = parseDifficulty(text);
  return read.ok ? read.value : [];
}

function normOf(code: string, lines: readonly NormSheetLine[]): Norm {
  const [first] = lines;
  const last = lines.at(-1);
  return {
    code,
    name: firstOf(lines, "name") ?? code,
    unit: firstOf(lines, "serviceUnit") ?? "",
    content: firstOf(lines, "content"),
    conditions: firstOf(lines, "conditions") ?? "",
    steps: stepsOf(lines),
    lines: lines.map(lineOf),
    difficulty: difficultyOf(lines),
    process: listOf(firstOf(lines, "process")),
    quality: listOf(firstOf(lines, "quality")),
    note: `Dòng ${first?.row ?? 0}–${last?.row ?? 0} trang ${first?.sheet ?? ""}`,
  };
}

function bookData(sheet: string, norms: readonly Norm[]): NormBookData {
  return {
    id: OWN_NORMS_ID,
    title: `Định mức của sổ làm việc này, trang ${sheet}`,
    edition: "do đơn vị ghi",
    status: "de-xuat",
    label: STATUS_LABEL["de-xuat"].vi,
    authority: "Đơn vị lập sổ",
    origin: `Trang ${sheet} của sổ làm việc`,
    cite: null,
    verified: "secondary",
    from: ALWAYS,
    norms,
  };
}

/** Doubts about whole norms, on the cell of the line they are about. */
function bookFindings(book: NormBookData, groups: ReadonlyMap<string, readonly NormSheetLine[]>): Finding[] {
  return validateNormBook(book).flatMap((issue) => {
    const lines = groups.get(issue.normCode ?? "") ?? [];
    const line = lines[issue.line ?? 0] ?? lines[0];
    return line === undefined
      ? []
      : [
          cellFinding(
            line,
            issue.line === null ? "code" : "quantity",
            "KC-NK-016",
            issue.vi,
            "Sửa dòng định mức.",
            issue.severity,
          ),
        ];
  });
}

export interface OwnNorms {
  /** Null when the sheet has no usable norm. */
  readonly book: NormBook | null;
  readonly findings: readonly Finding[];
}

export function ownNormsOf(lines: readonly NormSheetLine[]): OwnNorms {
  if (lines.length === 0) return { book: null, findings: [] };
  const findings: Finding[] = [];
  const groups = new Map<string, NormSheetLine[]>();
  const broken = new Set<string>();
  for (const line of lines) {
    const problems = problemsOf(line);
    findings.push(...problems);
    if (line.code === null) continue;
    if (problems.length > 0) broken.add(line.code);
    groups.set(line.code, [...(groups.get(line.code) ?? []), line]);
  }
  for (const code of broken) groups.delete(code);
  const sheet = lines[0]?.sheet ?? "";
  const all = bookData(
    sheet,
    [...groups].map(([code, group]) => normOf(code, group)),
  );
  const doubts = bookFindings(all, groups);
  findings.push(...doubts);
  const wrong = new Set(
    validateNormBook(all).flatMap(({ severity, normCode }) => (severity === "error" ? [normCode] : [])),
  );
  const norms = all.norms.filter((norm) => !wrong.has(norm.code));
  return { book: norms.length === 0 ? null : sealNormBook(bookData(sheet, norms)), findings };
}
