/** Where a figure stands on a line drawn from the least to the greatest; logarithmic when they lie far apart. */

/** Beyond this ratio a straight scale would press all ordinary figures into one dot. */
const FAR_APART = 50;

export interface Scale {
  readonly logarithmic: boolean;
  /** 0…100. */
  readonly at: (value: number) => number;
}

export function scaleOf(values: readonly number[]): Scale {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (!(high > low)) return { logarithmic: false, at: () => 50 };
  const logarithmic = low > 0 && high / low > FAR_APART;
  const shape = logarithmic ? Math.log : (value: number) => value;
  const [from, to] = [shape(low), shape(high)];
  return { logarithmic, at: (value) => Math.round((10_000 * (shape(value) - from)) / (to - from)) / 100 };
}

/** Free space beyond the least and the greatest, as a share of what lies between. */
const MARGIN = 0.12;

/** Drawn for what lies inside; what lies beyond stands at the edge instead of pressing the rest into one dot. */
export function clippedScale(inside: readonly number[]): Scale {
  const low = Math.min(...inside);
  const high = Math.max(...inside);
  if (!(high > low))
    return { logarithmic: false, at: (value) => (value < low ? 0 : value > high ? 100 : 50) };
  const span = high - low;
  const [from, width] = [low - MARGIN * span, span * (1 + 2 * MARGIN)];
  const at = (value: number) =>
    Math.min(100, Math.max(0, Math.round((10_000 * (value - from)) / width) / 100));
  return { logarithmic: false, at };
}
