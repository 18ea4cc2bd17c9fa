// A scan of all variants that are tested, with turns given back.

import type { AssociationAnswer, AssociationTask } from "../../contract/association-model.ts";
import type { VariantFit } from "../../stats/association/genotype-rows.ts";

type Arrays = Omit<AssociationAnswer, "facts" | "firth">;

export const answersFor = (count: number): Arrays => ({
  n: new Int32Array(count),
  beta: new Float64Array(count).fill(Number.NaN),
  error: new Float64Array(count).fill(Number.NaN),
  statistic: new Float64Array(count).fill(Number.NaN),
  logP: new Float64Array(count).fill(Number.NaN),
});

/** `places`: of `tested`. `done`: the share of the whole work at its start and at its end. */
export async function scanAll<Fit extends VariantFit>(
  task: Pick<AssociationTask, "samples" | "tested" | "read" | "pause">,
  scan: { fit(values: Float64Array, missing: number, into: Fit): void },
  fit: Fit,
  {
    places,
    into,
    done,
    each,
  }: {
    readonly places: ArrayLike<number>;
    readonly into: Arrays;
    readonly done: readonly [number, number];
    each?(place: number): void;
  },
): Promise<void> {
  const values = new Float64Array(task.samples);
  for (let nth = 0; nth < places.length; nth++) {
    const place = places[nth] as number;
    scan.fit(values, task.read(task.tested[place] as number, values), fit);
    into.n[place] = fit.n;
    into.beta[place] = fit.beta;
    into.error[place] = fit.error;
    into.statistic[place] = fit.statistic;
    into.logP[place] = fit.logP;
    each?.(place);
    if (nth % 16 === 15) {
      const turn = task.pause(done[0] + ((done[1] - done[0]) * nth) / places.length);
      if (turn) await turn;
    }
  }
}

export const everyPlace = (count: number): Int32Array => Int32Array.from({ length: count }, (_, at) => at);
