// What the partial likelihood (Cox 1972) adds at each time of an event: those at risk with their weights exp(x b), the events, and for
// tied events Efron's shares or Breslow's. One walk from the longest follow-up to the shortest serves the fit and the test of
// proportional hazards.

import { byTime, type FollowUp, rowsOf } from "./survival-data.ts";

export type Ties = "efron" | "breslow";

export interface CoxData extends FollowUp {
  /** Each a covariate, a value a row. */
  readonly columns: readonly Float64Array[];
  readonly strata: ArrayLike<number>;
  readonly strataCount: number;
  readonly ties: Ties;
}

/** One share of one time of events. */
export interface RiskShare {
  readonly time: number;
  /** Log of the weights of those at risk, and how often it counts. */
  readonly logTotal: number;
  readonly times: number;
  /** Means of the covariates of those at risk; their products, row after row: valid until the walk goes on. */
  readonly means: Float64Array;
  readonly spread: Float64Array;
}

/** `ofEvent` of each row with an event; `ofShare` of each share: what the gradient and the information lose. */
export function walkRisk(
  { time, event, columns, strata, strataCount, ties }: CoxData,
  predictor: Float64Array,
  ofEvent: (row: number) => void,
  ofShare: (share: RiskShare) => void,
): void {
  const width = columns.length;
  const square = width * width;
  const means = new Float64Array(width);
  const spread = new Float64Array(square);
  for (let stratum = 0; stratum < strataCount; stratum++) {
    const order = byTime(time, rowsOf(strata, stratum)).reverse();
    let total = 0;
    const sums = new Float64Array(width);
    const products = new Float64Array(square);
    for (let from = 0; from < order.length; ) {
      const at = time[order[from] as number] as number;
      let to = from;
      let events = 0;
      let own = 0;
      const ownSums = new Float64Array(width);
      const ownProducts = new Float64Array(square);
      for (; to < order.length && time[order[to] as number] === at; to++) {
        const row = order[to] as number;
        const weight = Math.exp(predictor[row] as number);
        total += weight;
        addRow(columns, row, weight, sums, products);
        if (event[row] !== 1) continue;
        events++;
        own += weight;
        addRow(columns, row, weight, ownSums, ownProducts);
        ofEvent(row);
      }
      from = to;
      if (events === 0) continue;
      const shares = ties === "efron" ? events : 1;
      for (let share = 0; share < shares; share++) {
        const part = share / events;
        const rest = total - part * own;
        for (let row = 0; row < width; row++) means[row] = ((sums[row] as number) - part * (ownSums[row] as number)) / rest;
        for (let row = 0; row < width; row++)
          for (let column = 0; column < width; column++) {
            const place = row * width + column;
            spread[place] =
              ((products[place] as number) - part * (ownProducts[place] as number)) / rest -
              (means[row] as number) * (means[column] as number);
          }
        ofShare({ time: at, logTotal: Math.log(rest), times: ties === "efron" ? 1 : events, means, spread });
      }
    }
  }
}

function addRow(columns: readonly Float64Array[], row: number, weight: number, sums: Float64Array, products: Float64Array): void {
  const width = columns.length;
  for (let one = 0; one < width; one++) {
    const value = weight * ((columns[one] as Float64Array)[row] as number);
    sums[one] = (sums[one] as number) + value;
    for (let other = 0; other < width; other++)
      products[one * width + other] =
        (products[one * width + other] as number) + value * ((columns[other] as Float64Array)[row] as number);
  }
}
