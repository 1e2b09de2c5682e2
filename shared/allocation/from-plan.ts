/** The đề án of a plan as projects to choose from: cost, groups, the gate, and points from what the plan itself says. */
import type { Finding } from "../kernel/finding.ts";
import { toQuantity, quantityToNumber } from "../kernel/quantity.ts";
import { foldKey } from "../kernel/text.ts";
import { CONTENTS } from "../plan/contents.ts";
import type { DeAnLine, DemandLine, Plan } from "../plan/shapes.ts";
import { gate, type PlaceOfProject } from "./gate.ts";
import type { Criterion, Project } from "./types.ts";

/** Groups that limits and equal shares may speak of, with the words people read. */
export const GROUPS = ["tinh", "diaBan", "noiDung", "nganhNghe", "nguon"] as const;
export type GroupId = (typeof GROUPS)[number];

export interface NamedCriterion extends Criterion {
  readonly name: string;
}

/** What is chosen among: the đề án of the plan, or the demand registered before it. */
export type ProjectSource = "deAn" | "demand";
type CandidateLine = DeAnLine | DemandLine;

/** Decisions on a demand that stand already: it is not for this year's money. */
const PUT_ASIDE: ReadonlySet<string> = new Set(["Không chọn", "Chuyển năm sau"]);

/** A column of the drafter's own whose header begins so holds points. */
const SCORE_HEADER = /^diem/;
const WARNING_COSTS = 20;
const FULL = 100;

/** Published at the start, to be changed by whoever chooses: none of these weights stands in a law. */
export const PLAN_CRITERIA: readonly NamedCriterion[] = [
  { id: "doiUng", name: "Vốn đối ứng trên tổng kinh phí", weight: 50 },
  { id: "uuTien", name: "Địa bàn, ngành nghề ưu tiên", weight: 30 },
  { id: "hoSo", name: "Hồ sơ không còn cảnh báo", weight: 20 },
];

/** 0…100: the share of the cost that the budget does not pay. Amounts are whole, rounded down to a whole point. */
function counterpartPoints({ totalDong, supportDong }: CandidateLine): number {
  if (totalDong === null || totalDong <= 0 || supportDong === null) return 0;
  const own = BigInt(Math.max(0, totalDong - supportDong));
  return Number((own * BigInt(FULL)) / BigInt(totalDong));
}

function warningsOf(findings: readonly Finding[], rows: ReadonlySet<string>): number {
  return findings.filter(({ severity, where }) => {
    const row = where.row ?? Number(/\d+$/.exec(where.cell ?? "")?.[0] ?? 0);
    return severity === "warning" && rows.has(`${where.sheet}!${row}`);
  }).length;
}

function ownScores(line: CandidateLine): Record<string, number> {
  const scores: Record<string, number> = {};
  for (const [header, cell] of Object.entries(line.extra)) {
    if (!SCORE_HEADER.test(foldKey(header))) continue;
    const exact = toQuantity(
      typeof cell.value === "string" ? cell.value.replace(",", ".") : Number(cell.value),
    );
    if (exact.ok && exact.value >= 0n) scores[header.slice(0, 100)] = quantityToNumber(exact.value);
  }
  return scores;
}

function groupsOf(line: CandidateLine, plan: Plan): Record<string, string> {
  const content = CONTENTS.find(({ code }) => code === line.content);
  const groups: [GroupId, string | null][] = [
    ["tinh", plan.info.province],
    ["diaBan", line.place],
    ["noiDung", content === undefined ? null : `${content.code}. ${content.vi}`],
    ["nganhNghe", line.trade],
    ["nguon", line.fund],
  ];
  return Object.fromEntries(groups.flatMap(([id, member]) => (member === null ? [] : [[id, member]])));
}

/** Which rows of the workbook speak of which đề án: its own line and its cost lines. */
function placesOf(
  plan: Plan,
  lines: readonly CandidateLine[],
  idOf: (code: string) => string,
): PlaceOfProject[] {
  const own = lines.flatMap(({ sheet, row, code }) =>
    code === null ? [] : [{ sheet, row, id: idOf(code) }],
  );
  if (lines !== plan.deAn) return own;
  const costs = plan.costLines.flatMap(({ sheet, row, deAnCode }) =>
    deAnCode === null ? [] : [{ sheet, row, id: idOf(deAnCode) }],
  );
  return [...own, ...costs];
}

function putAside(line: CandidateLine): NonNullable<Project["obstacles"]> {
  if (!("decision" in line) || line.decision === null || !PUT_ASIDE.has(line.decision)) return [];
  const why = line.reason === null ? "" : `: ${line.reason.slice(0, 500)}`;
  return [{ reason: `KC_DangKy đã ghi “${line.decision}”${why}` }];
}

export interface PlanProjects {
  readonly projects: readonly Project[];
  readonly criteria: readonly NamedCriterion[];
  /** Lines without a code or an amount, or with a code already used: they cannot be chosen. */
  readonly leftOut: number;
}

/**
 * @param prefix put before each code where several plans meet, e.g. "22-2018-"
 * Scores are on a scale of 0…100. Own columns whose header begins with “Điểm” become criteria of equal weight and
 * replace the ones computed from the plan.
 */
export function projectsOfPlan(
  plan: Plan,
  findings: readonly Finding[],
  prefix = "",
  source: ProjectSource = "deAn",
): PlanProjects {
  const lines: readonly CandidateLine[] = source === "deAn" ? plan.deAn : plan.demands;
  const idOf = (code: string) => `${prefix}${code}`.slice(0, 100);
  const places = placesOf(plan, lines, idOf);
  const stopped = gate(findings, places);
  const own = [...new Set(lines.flatMap((line) => Object.keys(ownScores(line))))];
  const projects: Project[] = [];
  const seen = new Set<string>();
  let leftOut = 0;
  for (const line of lines) {
    const id = line.code === null ? null : idOf(line.code);
    if (id === null || seen.has(id) || line.supportDong === null || line.supportDong < 0) {
      leftOut += 1;
      continue;
    }
    seen.add(id);
    const rows = new Set(places.filter((p) => p.id === id).map(({ sheet, row }) => `${sheet}!${row}`));
    const warnings = warningsOf(findings, rows);
    const computed = {
      doiUng: counterpartPoints(line),
      uuTien: line.priority ? FULL : 0,
      hoSo: Math.max(0, FULL - WARNING_COSTS * warnings),
    };
    const obstacles = [...(stopped.get(id) ?? []), ...putAside(line)];
    projects.push({
      id,
      name: (line.name ?? id).slice(0, 500),
      costDong: line.supportDong,
      groups: groupsOf(line, plan),
      scores: { ...computed, ...Object.fromEntries(own.map((header) => [header, 0])), ...ownScores(line) },
      ...(obstacles.length === 0 ? {} : { obstacles }),
    });
  }
  const criteria =
    own.length === 0 ? PLAN_CRITERIA : own.map((name) => ({ id: name.slice(0, 100), name, weight: 50 }));
  return { projects, criteria, leftOut };
}
