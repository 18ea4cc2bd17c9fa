// What a trial of two arms says of an event: the log of the odds ratio or of the risk ratio, or the difference of the risks, with its
// standard error. Where one of the four cells is empty one half is added to all four of that trial (Haldane 1955; Anscombe 1956), and to no
// other: as escalc(add = 1/2, to = "only0") of metafor.

/** Whole numbers; totals above 0, events no more than they. */
export interface Arms {
  readonly events: number;
  readonly total: number;
  readonly controlEvents: number;
  readonly controlTotal: number;
}

export type MeasureOfArms = "odds-ratio" | "risk-ratio" | "risk-difference";

/** In both arms nobody had the event, or everybody: nothing tells the arms apart. */
export const isSilent = ({ events, total, controlEvents, controlTotal }: Arms): boolean =>
  (events === 0 && controlEvents === 0) || (events === total && controlEvents === controlTotal);

/** Whether a cell of the table is empty. */
export const hasEmptyCell = ({ events, total, controlEvents, controlTotal }: Arms): boolean =>
  events === 0 || controlEvents === 0 || events === total || controlEvents === controlTotal;

/** Events among the first arm beside the second: ratios as natural logarithms. */
export function effectOfArms(arms: Arms, measure: MeasureOfArms): { readonly value: number; readonly error: number } {
  const add = hasEmptyCell(arms) ? 0.5 : 0;
  const [a, b] = [arms.events + add, arms.total - arms.events + add];
  const [c, d] = [arms.controlEvents + add, arms.controlTotal - arms.controlEvents + add];
  const [n, m] = [a + b, c + d];
  switch (measure) {
    case "odds-ratio":
      return { value: Math.log((a * d) / (b * c)), error: Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d) };
    case "risk-ratio":
      return { value: Math.log((a * m) / (n * c)), error: Math.sqrt(1 / a - 1 / n + 1 / c - 1 / m) };
    case "risk-difference":
      return { value: a / n - c / m, error: Math.sqrt((a * b) / n ** 3 + (c * d) / m ** 3) };
  }
}
