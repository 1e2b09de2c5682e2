/**
 * How scattered the money of a plan is: 1 − Σ(share²), the chance that two đồng picked blindly belong to different works.
 * The measure is this project's own, not the law's. Đề án carried out together count as one work. Exact: thousandths are
 * rounded once, half up, from whole numbers.
 */
import { grouped } from "../kernel/grouped.ts";
import { divideRounded, dong, type Dong } from "../kernel/money.ts";
import { linkedCodes, linesByCode } from "./linked.ts";
import type { DeAnLine, Plan } from "./shapes.ts";
import { sumCostLines } from "./totals.ts";

/** Đề án that are one work because they name each other, directly or through others. */
export interface Work {
  readonly lines: readonly DeAnLine[];
  readonly supportDong: Dong;
}

export interface Scatter {
  /** Largest first; only those that ask for money. */
  readonly works: readonly Work[];
  readonly totalDong: Dong;
  /** 0 = one work takes all; towards 1000 = many equal small ones. */
  readonly thousandths: number;
  /** As many equal works would be scattered alike, in hundredths: 1 / Σ(share²). */
  readonly equalWorksHundredths: number;
  readonly medianDong: Dong;
}

function rootOf(parent: Map<DeAnLine, DeAnLine>, line: DeAnLine): DeAnLine {
  let root = line;
  for (let next = parent.get(root); next !== undefined && next !== root; next = parent.get(root)) root = next;
  return root;
}

/** Every đề án in exactly one group; the order of the sheet, by the first of each group. */
export function groupsOf(lines: readonly DeAnLine[]): DeAnLine[][] {
  const known = linesByCode(lines);
  const parent = new Map(lines.map((line) => [line, line]));
  for (const line of lines)
    for (const code of linkedCodes(line.linkedTo)) {
      const other = known.get(code);
      if (other !== undefined) parent.set(rootOf(parent, other), rootOf(parent, line));
    }
  return [...grouped(lines, (line) => rootOf(parent, line)).values()];
}

/** Support asked for, from the cost lines: the sums of KC_DeAn may not have been computed yet. */
export function supportOf(plan: Plan): (line: DeAnLine) => number {
  const sums = sumCostLines(plan);
  return (line) => (line.code === null ? 0 : (sums.get(line.code)?.supportDong ?? 0));
}

function halfUp(value: bigint, divisor: bigint): number {
  return Number(divideRounded(value, divisor, "halfUp"));
}

/** Null when nothing asks for money. */
export function scatterOf(plan: Plan): Scatter | null {
  const support = supportOf(plan);
  const works = groupsOf(plan.deAn)
    .map((lines): Work => ({ lines, supportDong: dong(lines.reduce((sum, line) => sum + support(line), 0)) }))
    .filter(({ supportDong }) => supportDong > 0)
    .sort((a, b) => b.supportDong - a.supportDong);
  const total = works.reduce((sum, work) => sum + BigInt(work.supportDong), 0n);
  if (total === 0n) return null;
  const squares = works.reduce((sum, work) => sum + BigInt(work.supportDong) ** 2n, 0n);
  return {
    works,
    totalDong: dong(Number(total)),
    thousandths: halfUp((total * total - squares) * 1000n, total * total),
    equalWorksHundredths: halfUp(total * total * 100n, squares),
    medianDong: works[works.length >> 1]?.supportDong ?? dong(0),
  };
}
