/** The figures of a comparison as they are drawn: stacked so that none hides another, and province by province. */
import type { ComparedFigureView } from "../../../shared/contract/comparison.ts";

export interface Stacked {
  /** 0…100. */
  readonly x: number;
  /** Place in its stack, 0 at the line. */
  readonly level: number;
  readonly figure: ComparedFigureView;
}

/** Figures nearer to each other than this stand above one another. */
const NEAR = 1.6;

export function stackFigures(
  figures: readonly ComparedFigureView[],
  at: (value: number) => number,
): Stacked[] {
  const placed = figures
    .map((figure) => ({ figure, x: at(Number(figure.value)) }))
    .sort((a, b) => a.x - b.x || (a.figure.provinceName < b.figure.provinceName ? -1 : 1));
  let start = Number.NEGATIVE_INFINITY;
  let level = 0;
  return placed.map(({ figure, x }) => {
    level = x - start < NEAR ? level + 1 : 0;
    if (level === 0) start = x;
    return { figure, x: level === 0 ? x : start, level };
  });
}

export interface ProvinceSpread {
  readonly code: string;
  readonly name: string;
  /** From the least to the greatest. */
  readonly figures: readonly ComparedFigureView[];
}

/** The province with the greatest figure first. */
export function byProvince(figures: readonly ComparedFigureView[]): ProvinceSpread[] {
  const found = new Map<string, ComparedFigureView[]>();
  for (const figure of figures)
    found.set(figure.provinceCode, [...(found.get(figure.provinceCode) ?? []), figure]);
  const greatest = (spread: ProvinceSpread) => Number(spread.figures.at(-1)?.value ?? 0);
  return [...found]
    .map(([code, all]) => ({
      code,
      name: all[0]?.provinceName ?? code,
      figures: [...all].sort((a, b) => Number(a.value) - Number(b.value)),
    }))
    .sort((a, b) => greatest(b) - greatest(a) || (a.name < b.name ? -1 : 1));
}
