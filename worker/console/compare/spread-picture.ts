/** The distribution of a comparison: every figure a dot, the interval a band, the estimate and the median as lines. */
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import type { ComparedFigureView, Comparison } from "../../../shared/contract/comparison.ts";
import { texts } from "../texts/index.ts";
import { clippedScale, scaleOf, type Scale } from "./scale.ts";
import { show, showWorkedOut } from "./show.ts";
import { stackFigures } from "./spread-model.ts";

/** On a phone the picture is drawn small instead of being shrunk, so that its words stay readable. */
const WIDE = 720;
const NARROW = 320;
const widthNow = () => (window.innerWidth < 600 ? NARROW : WIDE);
const LEFT = 24;
const RIGHT = 24;
const DOT = 5;
const AXIS = 26;
const TOP = 22;

const inside = (figures: readonly ComparedFigureView[]) => figures.filter(({ outlier }) => outlier === null);

/** Are figures far off drawn at the edge? */
export const isClipped = ({ figures }: Comparison) =>
  inside(figures).length > 0 && inside(figures).length < figures.length;

/** One scale for the picture and the rows below it. */
export function scaleOfComparison(comparison: Comparison): Scale {
  const { figures, summary } = comparison;
  const marks = summary.enough ? [summary.estimate, summary.low, summary.high].map(Number) : [];
  const numbers = (of: readonly ComparedFigureView[]) => [...of.map(({ value }) => Number(value)), ...marks];
  return isClipped(comparison) ? clippedScale(numbers(inside(figures))) : scaleOf(numbers(figures));
}

const acrossOf = (width: number) => (percent: number) => LEFT + (percent / 100) * (width - LEFT - RIGHT);

function ends(figures: readonly ComparedFigureView[]): [string, string] {
  const sorted = [...figures].sort((a, b) => Number(a.value) - Number(b.value));
  return [sorted[0]?.value ?? "0", sorted.at(-1)?.value ?? "0"];
}

function lines(
  { summary, unit }: Comparison,
  scale: Scale,
  base: number,
  width: number,
): SVGTemplateResult | typeof nothing {
  if (!summary.enough) return nothing;
  const t = texts().compare;
  const across = acrossOf(width);
  const [low, high, estimate, median] = [summary.low, summary.high, summary.estimate, summary.median].map(
    (value) => across(scale.at(Number(value))),
  ) as [number, number, number, number];
  const left = estimate < width / 2;
  return svg`<rect class="interval" x=${low} y=${TOP} width=${Math.max(2, high - low)} height=${base - TOP}></rect>
    <line class="centre" x1=${estimate} x2=${estimate} y1=${TOP - 6} y2=${base}></line>
    <line class="median" x1=${median} x2=${median} y1=${TOP} y2=${base}></line>
    <text x=${estimate} y=${TOP - 9} text-anchor=${left ? "start" : "end"}>${t.centreMark(showWorkedOut(summary.estimate, unit))}</text>`;
}

export function spreadPicture(comparison: Comparison, scale: Scale): TemplateResult {
  const t = texts().compare;
  const width = widthNow();
  const across = acrossOf(width);
  const stacked = stackFigures(comparison.figures, scale.at);
  const most = Math.max(...stacked.map(({ level }) => level), 2);
  // A tall stack is pressed together rather than cut off.
  const step = Math.min(2 * DOT + 1, 160 / (most + 1));
  const base = TOP + (most + 1) * step + DOT;
  const [least, greatest] = ends(comparison.figures);
  const [from, to] = isClipped(comparison) ? ends(inside(comparison.figures)) : [least, greatest];
  const place = (value: string) => across(scale.at(Number(value)));
  return html`<svg
    class="spread"
    viewBox=${`0 0 ${width} ${base + AXIS}`}
    role="img"
    aria-label=${t.pictureLabel(comparison.figures.length, show(least), show(greatest), comparison.unit)}
    data-testid="spread"
  >
    ${lines(comparison, scale, base, width)}
    <line class="axis" x1=${LEFT} x2=${width - RIGHT} y1=${base} y2=${base}></line>
    ${stacked.map(
      ({ x, level, figure }) =>
        svg`<circle class=${figure.outlier === null ? "dot" : "dot far"} cx=${across(x)} cy=${base - DOT - level * step} r=${DOT}><title>${figure.provinceName} ${figure.year}: ${show(figure.value)}</title></circle>`,
    )}
    ${from === to
      ? svg`<text x=${place(from)} y=${base + 18} text-anchor="middle">${show(from)}</text>`
      : svg`<text x=${place(from)} y=${base + 18}>${show(from)}</text>
          <text x=${place(to)} y=${base + 18} text-anchor="end">${show(to)}</text>`}
  </svg>`;
}

/** One province's figures on the scale of all. */
export function strip(
  figures: readonly ComparedFigureView[],
  scale: Scale,
  centre: number | null,
): TemplateResult {
  const places = figures.map(({ value }) => scale.at(Number(value)));
  return html`<svg class="strip" viewBox="-4 0 108 12" preserveAspectRatio="none" aria-hidden="true">
    <line x1="0" y1="6" x2="100" y2="6" class="axis"></line>
    ${places.length > 1
      ? svg`<line x1=${Math.min(...places)} y1="6" x2=${Math.max(...places)} y2="6" class="range"></line>`
      : nothing}
    ${centre === null
      ? nothing
      : svg`<line x1=${scale.at(centre)} y1="0" x2=${scale.at(centre)} y2="12" class="centre"></line>`}
    ${figures.map(
      ({ outlier }, at) =>
        svg`<rect x=${(places[at] ?? 0) - 0.8} y="2" width="1.6" height="8" class=${outlier === null ? "dot" : "dot far"}></rect>`,
    )}
  </svg>`;
}
