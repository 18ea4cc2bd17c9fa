// Whether hazards stay in proportion: the score test of coefficients that change with time (Grambsch & Therneau 1994), time on the scale
// of 1 - S(t) by Kaplan-Meier, as cox.zph of survival ≥ 3 does it: exact, not by Schoenfeld's residuals with one mean variance.

import { chiSquared } from "../distributions/chi-squared.ts";
import { choleskyOf, inverseOfRoot } from "../small-matrix.ts";
import { meanOf } from "../sums.ts";
import type { CoxFit, TestOfAll } from "./cox.ts";
import { kaplanMeier } from "./kaplan-meier.ts";
import { type CoxData, walkRisk } from "./risk-sums.ts";
import { everyRow } from "./survival-data.ts";

export interface ProportionalHazards {
  /** One a term, in the order of `terms`. */
  readonly terms: readonly TestOfAll[];
  readonly all: TestOfAll;
}

/** `terms`: the columns of each term. Null where it cannot be computed. */
export function proportionalHazards(
  data: CoxData,
  fit: CoxFit,
  terms: readonly (readonly number[])[],
): ProportionalHazards | null {
  const width = data.columns.length;
  const scaleAt = scaleOfTime(data);
  const size = 2 * width;
  const score = new Float64Array(size);
  const information = new Float64Array(size * size);
  const most = fit.predictor.reduce((max, value) => Math.max(max, value), Number.NEGATIVE_INFINITY);
  walkRisk(
    data,
    fit.predictor.map((value) => value - most),
    (row) => {
      const g = scaleAt(data.time[row] as number);
      for (let at = 0; at < width; at++)
        score[width + at] = (score[width + at] as number) + g * ((data.columns[at] as Float64Array)[row] as number);
    },
    ({ time, times, means, spread }) => {
      const g = scaleAt(time);
      for (let row = 0; row < width; row++) {
        score[width + row] = (score[width + row] as number) - times * g * (means[row] as number);
        for (let column = 0; column < width; column++) {
          const value = times * (spread[row * width + column] as number);
          const add = (place: number, by: number): void => {
            information[place] = (information[place] as number) + by * value;
          };
          add(row * size + column, 1);
          add(row * size + width + column, g);
          add((width + row) * size + column, g);
          add((width + row) * size + width + column, g * g);
        }
      }
    },
  );
  const all = testOf(
    score,
    information,
    Array.from({ length: width }, (_, at) => at),
    width,
  );
  const each = terms.map((columns) => testOf(score, information, columns, width));
  if (!all || each.includes(null)) return null;
  return { terms: each.flatMap((test) => test ?? []), all };
}

/** 1 - S just before each time, of all rows together; from its mean over the events on, which changes no test. */
function scaleOfTime(data: CoxData): (time: number) => number {
  const curve = kaplanMeier(data, { rows: everyRow(data.time.length), interval: "log", level: 0.95 });
  const before = new Map<number, number>();
  let survival = 1;
  curve.time.forEach((time, at) => {
    before.set(time, 1 - survival);
    survival = curve.survival[at] as number;
  });
  const ofEvents = Array.from(data.time).flatMap((time, row) => (data.event[row] === 1 ? [before.get(time) ?? 0] : []));
  const mean = meanOf(ofEvents);
  return (time) => (before.get(time) ?? 0) - mean;
}

function testOf(score: Float64Array, information: Float64Array, columns: readonly number[], width: number): TestOfAll | null {
  const size = 2 * width;
  const kept = [...Array.from({ length: width }, (_, at) => at), ...columns.map((at) => width + at)];
  const matrix = Float64Array.from({ length: kept.length ** 2 }, (_, at) => {
    const row = kept[Math.floor(at / kept.length)] as number;
    return information[row * size + (kept[at % kept.length] as number)] as number;
  });
  if (!choleskyOf(matrix, kept.length)) return null;
  const inverse = new Float64Array(kept.length ** 2);
  inverseOfRoot(matrix, kept.length, inverse);
  let statistic = 0;
  kept.forEach((row, one) =>
    kept.forEach((column, other) => {
      statistic += (score[row] as number) * (inverse[one * kept.length + other] as number) * (score[column] as number);
    }),
  );
  return { statistic, freedom: columns.length, p: chiSquared.upper(statistic, columns.length) };
}
