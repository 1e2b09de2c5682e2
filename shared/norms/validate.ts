/** Checks of a norm book as data: what TT 47/2018/TT-BCT Đ.7 asks of a norm, and arithmetic that must close. */
import type { Severity } from "../kernel/finding.ts";
import { quantity, quantityToString, toQuantity, type Quantity } from "../kernel/quantity.ts";
import { NORM_STATUSES, type Norm, type NormBookData, type NormLine, type NormStep } from "./model.ts";

export interface NormIssue {
  /** Stable, e.g. "norm-steps-sum". */
  readonly code: string;
  readonly severity: Severity;
  /** Null when the book itself is meant. */
  readonly normCode: string | null;
  /** 0-based line of the norm, when one is meant. */
  readonly line: number | null;
  readonly vi: string;
  readonly en: string;
}

type Report = (code: string, vi: string, en: string, line?: number, severity?: Severity) => void;

const ONE = quantity("1");
const HUNDRED = quantity("100");
/** More labour than this for one unit of service is almost always a slipped decimal point. */
const LABOUR_SANITY_DAYS = quantity("1000");
const LABOUR_UNITS = ["công", "giờ"];
const MACHINE_UNITS = ["ca", "giờ"];

/** A norm being drafted may have no code yet: then the sentence begins by itself. */
function named(normCode: string | null, sentence: string): string {
  if (normCode === null) return sentence;
  return normCode === "" ? sentence.charAt(0).toUpperCase() + sentence.slice(1) : `${normCode}: ${sentence}`;
}

function reporter(issues: NormIssue[], normCode: string | null): Report {
  return (code, vi, en, line, severity = "error") =>
    void issues.push({
      code,
      severity,
      normCode,
      line: line ?? null,
      vi: named(normCode, vi),
      en,
    });
}

/** A decimal of the data, not negative; reports and gives null otherwise. */
function decimal(text: string, what: string, line: number, report: Report): Quantity | null {
  const result = toQuantity(text);
  if (!result.ok) {
    report(
      "norm-number",
      `dòng ${line + 1}, ${what}: ${result.error.vi}`,
      `${what}: ${result.error.en}`,
      line,
    );
    return null;
  }
  if (result.value >= 0n) return result.value;
  report("norm-negative", `dòng ${line + 1}, ${what} âm (${text}).`, `${what} is negative (${text}).`, line);
  return null;
}

function percent(text: string | undefined, what: string, line: number, report: Report): void {
  if (text === undefined) return;
  const value = decimal(text, what, line, report);
  if (value !== null && value > HUNDRED) {
    report(
      "norm-percent",
      `dòng ${line + 1}, ${what} ${text} % vượt 100 %.`,
      `${what} of ${text} per cent is above 100.`,
      line,
    );
  }
}

function unitAmong(line: NormLine, at: number, allowed: readonly string[], report: Report): void {
  if (allowed.includes(line.unit)) return;
  report(
    "norm-unit",
    `dòng ${at + 1}: “${line.resource}” phải tính bằng ${allowed.join(" hoặc ")}, không phải “${line.unit}”.`,
    `“${line.resource}” has unit “${line.unit}”.`,
    at,
  );
}

function checkLine(line: NormLine, at: number, report: Report): void {
  if (line.resource.trim() === "")
    report("norm-resource", `dòng ${at + 1}: thiếu tên hao phí.`, "A line has no resource.", at);
  switch (line.kind) {
    case "labour": {
      unitAmong(line, at, LABOUR_UNITS, report);
      const value = line.quantity === null ? null : decimal(line.quantity, "định mức công", at, report);
      if (line.grade !== undefined) decimal(line.grade.coefficient, "hệ số lương", at, report);
      if (value !== null && value > LABOUR_SANITY_DAYS) {
        report(
          "norm-labour-large",
          `dòng ${at + 1}: ${line.quantity} công cho một đơn vị dịch vụ, có thể sai dấu thập phân.`,
          "More than 1,000 days for one unit.",
          at,
          "warning",
        );
      }
      return;
    }
    case "material":
      if (line.quantity !== null) decimal(line.quantity, "định mức vật tư", at, report);
      percent(line.lossPercent, "tỷ lệ hao hụt", at, report);
      percent(line.recoveryPercent, "tỷ lệ thu hồi", at, report);
      return;
    case "machine":
      unitAmong(line, at, MACHINE_UNITS, report);
      for (const time of [line.loaded, line.unloaded ?? null])
        if (time !== null) decimal(time, "thời gian máy", at, report);
      return;
    case "tool": {
      if (line.quantity !== null) decimal(line.quantity, "định mức dụng cụ", at, report);
      const life = decimal(line.lifeMonths, "thời hạn sử dụng", at, report);
      if (life === 0n)
        report(
          "norm-life",
          `dòng ${at + 1}: thời hạn sử dụng phải lớn hơn 0 tháng.`,
          "A tool's life must be above 0.",
          at,
        );
      return;
    }
    case "percent":
      unitAmong(line, at, ["%"], report);
      percent(line.quantity, `tỷ lệ “${line.resource}”`, at, report);
  }
}

function checkSum(steps: readonly NormStep[], parent: NormStep | null, report: Report): void {
  const given = steps.filter((step) => step.coefficient !== undefined);
  const where = parent === null ? "các bước" : `các bước con của “${parent.name}”`;
  if (given.length === 0) return;
  if (given.length < steps.length) {
    report(
      "norm-steps-partial",
      `trong ${where}, có bước chưa ghi hệ số.`,
      "Some steps have no coefficient.",
    );
    return;
  }
  const results = given.map((step) => toQuantity(step.coefficient ?? ""));
  const sum = results.reduce((total, result) => total + (result.ok ? result.value : 0n), 0n);
  const whole = parent?.coefficient === undefined ? ONE : quantity(parent.coefficient);
  if (results.every((result) => result.ok && result.value >= 0n) && sum === whole) return;
  const [found, expected] = [quantityToString(sum as Quantity), quantityToString(whole)].map((text) =>
    text.replace(".", ","),
  );
  report(
    "norm-steps-sum",
    `hệ số của ${where} cộng lại bằng ${found}, phải bằng ${expected}.`,
    `Step coefficients add up to ${found}, not ${expected}.`,
  );
}

function checkSteps(norm: Norm, report: Report): void {
  const ids = norm.steps.map((step) => step.id);
  if (new Set(ids).size < ids.length)
    report("norm-step-twice", "hai bước cùng mã.", "Two steps share an id.");
  checkSum(
    norm.steps.filter((step) => step.parent === undefined),
    null,
    report,
  );
  for (const step of norm.steps) {
    const children = norm.steps.filter((child) => child.parent === step.id);
    if (children.length > 0) checkSum(children, step, report);
    if (step.parent !== undefined && !ids.includes(step.parent)) {
      report(
        "norm-step-unknown",
        `bước “${step.name}” thuộc bước “${step.parent}” không có.`,
        "A step names an unknown parent.",
      );
    }
  }
  norm.lines.forEach((line, at) => {
    if (line.step === undefined || ids.includes(line.step)) return;
    report(
      "norm-step-unknown",
      `dòng ${at + 1} thuộc bước “${line.step}” không có.`,
      "A line names an unknown step.",
      at,
    );
  });
}

function checkNorm(norm: Norm, issues: NormIssue[]): void {
  const report = reporter(issues, norm.code);
  if (norm.name.trim() === "" || norm.unit.trim() === "")
    report("norm-name", "thiếu tên hoặc đơn vị tính.", "Name or unit is missing.");
  if (norm.lines.length === 0) report("norm-empty", "không có dòng hao phí nào.", "The norm has no lines.");
  if (norm.content !== null && !(Number.isInteger(norm.content) && norm.content >= 1 && norm.content <= 9)) {
    report(
      "norm-content",
      `nội dung ${norm.content} không thuộc khoản 1–9 Điều 4 NĐ 45/2012/NĐ-CP.`,
      "Content must be 1 to 9.",
    );
  }
  norm.lines.forEach((line, at) => checkLine(line, at, report));
  checkSteps(norm, report);
  for (const { name, factor } of norm.difficulty) {
    const value = toQuantity(factor);
    if (value.ok && value.value > 0n) continue;
    report(
      "norm-difficulty",
      `hệ số “${name}” (${factor}) phải lớn hơn 0.`,
      "A difficulty factor must be above 0.",
    );
  }
}

/** Every doubt about a book; no issue of severity "error" means it may be priced. */
export function validateNormBook(book: NormBookData): NormIssue[] {
  const issues: NormIssue[] = [];
  const report = reporter(issues, null);
  if (!NORM_STATUSES.includes(book.status))
    report("book-status", `Tình trạng “${book.status}” không có trong danh mục.`, "Unknown status.");
  if (book.status === "ban-hanh" && book.cite === null)
    report(
      "book-cite",
      "Bộ định mức đã ban hành phải ghi văn bản ban hành.",
      "An issued book must cite its document.",
    );
  if (book.status !== "ban-hanh" && !book.label.includes("chưa ban hành")) {
    report(
      "book-label",
      "Bộ định mức chưa ban hành phải ghi rõ “chưa ban hành” ở nhãn.",
      "The label must say that the book is not issued.",
    );
  }
  if (book.origin.trim() === "")
    report("book-origin", "Thiếu nguồn gốc số liệu.", "The origin of the figures is missing.");
  if (book.to !== undefined && book.to < book.from)
    report("book-dates", "Ngày hết hiệu lực trước ngày hiệu lực.", "The book ends before it starts.");
  const seen = new Set<string>();
  for (const norm of book.norms) {
    if (seen.has(norm.code))
      reporter(issues, norm.code)("norm-twice", "mã định mức có hai lần.", "The code stands twice.");
    seen.add(norm.code);
    checkNorm(norm, issues);
  }
  return issues;
}
