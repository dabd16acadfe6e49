/** The cost picture; engine/src/contract/estimate_json.cpp writes it, and estimates_writer.cpp what a pack says of it. */

/** A figure that the reader can change. Where it starts is in an `Estimate`. */
export interface EstimateInput {
  id: string;
  text: string;
  /** Such as "USD a month". */
  unit: string;
  min: number;
  max: number;
  /** By how much an arrow key changes it; other numbers are fine too. */
  step: number;
  /** Counts whole things. */
  whole: boolean;
  /** The day of the assumption, YYYY-MM-DD. */
  as_of: string;
  /** At least one. */
  sources: string[];
}

export interface EstimatesDescription {
  /** ISO 4217, for example "USD". All amounts are in this unit. */
  currency: string;
  text?: string;
  /** The horizon. */
  months: number;
  inputs: EstimateInput[];
  series: { id: string; name: string }[];
}

/** Input id → number. A text is refused like every other value that is no number; it says what the reader wrote. */
export interface Inputs {
  readonly [input: string]: number | string;
}

export interface CostItem {
  text: string;
  due: "up_front" | "monthly" | "repeated";
  /** Months between payments: 0 up front, 1 monthly; a repeated cost falls due at the end of each so many months. */
  every: number;
  /** Each time, to the cent. */
  amount: number;
}

export interface SeriesEstimate {
  id: string;
  costs: CostItem[];
  /**
   * Cost so far at the end of month 0, 1, … to the horizon, to the cent, with what falls due then. Monthly costs grow
   * evenly between two months; repeated ones come at once.
   */
  cumulative: number[];
}

/** From this moment on, until the next stretch of the same two, `cheaper` has cost less; null: both the same. */
export interface Stretch {
  series: [string, string];
  /** In months, exact to a millionth. */
  from: number;
  cheaper: string | null;
  /** What the cheaper one has cost at that moment: where the lines cross. */
  cost: number;
}

/** The cost picture. Amounts are rounded to millionths once, and all else follows from them exactly. */
export interface Estimate {
  /** Where each input starts: its value unless the reader gives another. */
  inputs: { id: string; start: number; from_answer: boolean }[];
  series: SeriesEstimate[];
  /** Every two series have theirs. The first stretch of a pair starts at 0; each further one starts at a crossing. */
  stretches: Stretch[];
}
