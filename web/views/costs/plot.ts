/** What a chart needs of a plotting library: the marks that d3 would draw, in a few hundred bytes (docs/decisions/0009). */

export interface Scale {
  /** A round number at or above the largest value. */
  readonly end: number;
  readonly ticks: readonly number[];
}

/** From zero to a round end, with about so many round ticks. */
export function niceScale(largest: number, count: number): Scale {
  let step = 0;
  let end = largest;
  for (let next = niceStep(end / count); next !== step; next = niceStep(end / count)) {
    step = next;
    end = tidy(Math.ceil(tidy(end / step)) * step);
  }
  return {
    end,
    ticks: [...Array(Math.round(end / step) + 1).keys()].map((index) => tidy(index * step)),
  };
}

/** 1, 2 or 5 times a power of ten, whichever is nearest on a logarithmic scale. */
function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const rest = rough / power;
  return power * (rest >= Math.sqrt(50) ? 10 : rest >= Math.sqrt(10) ? 5 : rest >= Math.SQRT2 ? 2 : 1);
}

/** 3 × 0.1 is not 0.3. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

export function path(points: readonly (readonly [number, number])[]): string {
  return `M${points.map(([x, y]) => `${thousandths(x)},${thousandths(y)}`).join("L")}`;
}

function thousandths(value: number): number {
  return Math.round(value * 1000) / 1000;
}
