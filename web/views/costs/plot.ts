/** What a chart needs of d3. The classic script, where every byte is sent to every reader, takes plot-small.ts instead. */
import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";

export interface Scale {
  /** A round number at or above the largest value. */
  readonly end: number;
  readonly ticks: readonly number[];
}

/** From zero to a round end, with about so many round ticks. */
export function niceScale(largest: number, count: number): Scale {
  const scale = scaleLinear().domain([0, largest]).nice(count);
  return { end: scale.domain()[1] ?? largest, ticks: scale.ticks(count) };
}

export function path(points: readonly (readonly [number, number])[]): string {
  return line<readonly [number, number]>()(points) ?? "";
}
