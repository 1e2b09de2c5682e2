/** The picture of support over years: the ceiling as a stepped line, submissions filled, press figures hollow. */
import { svg, type SVGTemplateResult, type TemplateResult, html } from "lit";
import { formatDong } from "../../../shared/kernel/money.ts";
import { yearPlace, type CeilingStep, type HistoryPoint } from "./history-model.ts";

const WIDTH = 960;
const HEIGHT = 340;
const LEFT = 64;
const RIGHT = 16;
const TOP = 28;
const BOTTOM = 32;
const MILLION = 1_000_000;
const MARK = 5;

interface Frame {
  readonly x: (year: number) => number;
  readonly y: (dong: number) => number;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly lines: readonly number[];
}

/** 100, 200, 500, 1000 … million: at most about six lines. */
function stepOf(most: number): number {
  for (let size = MILLION; ; size *= 10)
    for (const factor of [1, 2, 5]) if (most / (size * factor) <= 6) return size * factor;
}

function frameOf(steps: readonly CeilingStep[], points: readonly HistoryPoint[]): Frame {
  const years = points.map(({ year }) => year);
  const firstYear = Math.min(...years, ...steps.map(({ from }) => Number(from.slice(0, 4))));
  const lastYear = Math.max(...years, ...steps.map(({ from }) => Number(from.slice(0, 4)))) + 1;
  const most = Math.max(...points.map(({ dong }) => dong), ...steps.map(({ dong }) => dong ?? 0), MILLION);
  const step = stepOf(most * 1.1);
  const count = Math.ceil((most * 1.1) / step);
  const top = count * step;
  return {
    x: (year) => LEFT + ((year - firstYear) / (lastYear - firstYear)) * (WIDTH - LEFT - RIGHT),
    y: (dong) => HEIGHT - BOTTOM - (dong / top) * (HEIGHT - TOP - BOTTOM),
    firstYear,
    lastYear,
    lines: Array.from({ length: count + 1 }, (_, index) => index * step),
  };
}

function ceilingPath(steps: readonly CeilingStep[], frame: Frame): string {
  let path = "";
  let open = false;
  steps.forEach(({ from, dong }, index) => {
    const start = frame.x(yearPlace(from));
    const next = steps[index + 1];
    const end = next === undefined ? frame.x(frame.lastYear) : frame.x(yearPlace(next.from));
    if (dong !== null) path += `${open ? "L" : "M"}${start} ${frame.y(dong)}L${end} ${frame.y(dong)}`;
    open = dong !== null;
  });
  return path;
}

/** Points of one year stand beside one another in its second half of the column, so that none hides another. */
function markOf(point: HistoryPoint, turn: number, of: number, frame: Frame): SVGTemplateResult {
  const x = frame.x(point.year + (turn + 1) / (of + 1));
  const y = frame.y(point.dong);
  return point.origin === "press"
    ? svg`<path class="press" d=${`M${x} ${y - MARK}L${x + MARK} ${y}L${x} ${y + MARK}L${x - MARK} ${y}Z`}></path>`
    : svg`<circle class="submitted" cx=${x} cy=${y} r=${MARK - 1}></circle>`;
}

export function historyPicture(
  steps: readonly CeilingStep[],
  points: readonly HistoryPoint[],
  label: string,
  unit: string,
): TemplateResult {
  const frame = frameOf(steps, points);
  const years = Array.from({ length: frame.lastYear - frame.firstYear }, (_, n) => frame.firstYear + n);
  const every = Math.ceil(years.length / 12);
  return html`<svg class="history-picture" viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label=${label}>
    <text x="8" y="16">${unit}</text>
    ${frame.lines.map(
      (
        dong,
      ) => svg`<line class="grid" x1=${LEFT} x2=${WIDTH - RIGHT} y1=${frame.y(dong)} y2=${frame.y(dong)}></line>
        <text x=${LEFT - 8} y=${frame.y(dong) + 4} text-anchor="end">${formatDong(dong / MILLION)}</text>`,
    )}
    ${years
      .filter((_, index) => index % every === 0)
      .map(
        (year) => svg`<text x=${frame.x(year + 0.5)} y=${HEIGHT - 10} text-anchor="middle">${year}</text>`,
      )}
    <path class="ceiling" d=${ceilingPath(steps, frame)}></path>
    ${points.map((point) => {
      const same = points.filter(({ year }) => year === point.year);
      return markOf(point, same.indexOf(point), same.length, frame);
    })}
  </svg>`;
}
