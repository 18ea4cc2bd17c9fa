// ComBat: what batches add to features and by what they stretch them, taken away. Johnson, Li & Rabinovic, Biostatistics 8:118-127,
// 2007, and the behaviour of sva 3.46: features that are all the same in a batch of several samples are left as they are; batches
// of one sample adjust means alone; a reference batch stays as it is.

import { type BatchMoments, drawByOthers, drawByPrior, drawMeans, type Drawn } from "./shrink.ts";
import { type ComBatData, explained, standardise, type Standardised } from "./standardise.ts";

export interface ComBatOptions {
  readonly prior: "parametric" | "non-parametric";
  readonly meanOnly: boolean;
  /** Between pieces of long work. */
  pause(): Promise<void> | void;
}

export type ComBatAnswer =
  | {
      readonly ok: true;
      readonly values: Float32Array;
      /** Features that stay as they are. */
      readonly left: number;
      readonly meanOnly: boolean;
      readonly settled: boolean;
    }
  /** bare: features of which a batch, or what is to stay, has too few values; few: fewer than two features are left to learn from. */
  | { readonly ok: false; readonly problem: "bare" | "few"; readonly n: number };

export async function combat(data: ComBatData, { prior, meanOnly: asked, pause }: ComBatOptions): Promise<ComBatAnswer> {
  const sizes = new Float64Array(data.batches);
  for (const batch of data.batchOf) sizes[batch] = (sizes[batch] as number) + 1;
  const meanOnly = asked || sizes.includes(1);
  const standard = standardise(data, varying(data, sizes));
  if (!standard.ok) return { ok: false, problem: "bare", n: standard.bare };
  const { made } = standard;
  if (made.rows.length < 2) return { ok: false, problem: "few", n: made.rows.length };
  const batches = momentsOfBatches(data, made, meanOnly);
  const bare = new Set(batches.flatMap(({ n }) => [...n.keys()].filter((at) => (n[at] as number) < (meanOnly ? 1 : 2))));
  if (bare.size > 0) return { ok: false, problem: "bare", n: bare.size };
  const drawn: Drawn[] = [];
  for (const [batch, moments] of batches.entries()) {
    if (batch === data.reference)
      drawn.push({ shift: moments.shift.map(() => 0), stretch: moments.stretch.map(() => 1), settled: true });
    else if (prior === "non-parametric") drawn.push(await drawByOthers(moments, pause));
    else drawn.push(meanOnly ? drawMeans(moments) : drawByPrior(moments));
  }
  return {
    ok: true,
    values: adjusted(data, made, drawn),
    left: data.features - made.rows.length,
    meanOnly,
    settled: drawn.every(({ settled }) => settled),
  };
}

/** Features that vary within each batch of several samples; one with a missing value there counts as such. */
function varying({ values, features, samples, batchOf, batches }: ComBatData, sizes: Float64Array): Int32Array {
  const first = new Float64Array(batches);
  const varies = new Uint8Array(batches);
  return Int32Array.from({ length: features }, (_, at) => at).filter((feature) => {
    first.fill(Number.NaN);
    varies.fill(0);
    for (let sample = 0, at = feature * samples; sample < samples; sample++, at++) {
      const batch = batchOf[sample] as number;
      const value = values[at] as number;
      if (value !== value) varies[batch] = 1;
      else if (first[batch] !== first[batch]) first[batch] = value;
      else if (first[batch] !== value) varies[batch] = 1;
    }
    for (let batch = 0; batch < batches; batch++) if ((sizes[batch] as number) > 1 && varies[batch] === 0) return false;
    return true;
  });
}

function momentsOfBatches(data: ComBatData, made: Standardised, meanOnly: boolean): readonly BatchMoments[] {
  const { batchOf, batches, samples, reference } = data;
  const count = made.rows.length;
  const zeros = (): Float64Array[] => Array.from({ length: batches }, () => new Float64Array(count));
  const [ns, means, squares] = [zeros(), zeros(), zeros()];
  for (let at = 0; at < count; at++) {
    for (let sample = 0; sample < samples; sample++) {
      const value = made.values[at * samples + sample] as number;
      if (value !== value) continue;
      const batch = batchOf[sample] as number;
      const [n, mean] = [ns[batch] as Float64Array, means[batch] as Float64Array];
      n[at] = (n[at] as number) + 1;
      mean[at] = (mean[at] as number) + value;
    }
    for (let batch = 0; batch < batches; batch++) {
      const mean = means[batch] as Float64Array;
      mean[at] = (mean[at] as number) / ((ns[batch] as Float64Array)[at] as number);
    }
    for (let sample = 0; sample < samples; sample++) {
      const value = made.values[at * samples + sample] as number;
      if (value !== value) continue;
      const batch = batchOf[sample] as number;
      const sum = squares[batch] as Float64Array;
      sum[at] = (sum[at] as number) + (value - ((means[batch] as Float64Array)[at] as number)) ** 2;
    }
  }
  const ofReference = reference === null ? null : (means[reference] as Float64Array);
  return ns.map((n, batch) => {
    const mean = means[batch] as Float64Array;
    const sum = squares[batch] as Float64Array;
    return {
      n,
      mean,
      squares: sum,
      shift: ofReference && batch !== reference ? mean.map((each, at) => each - (ofReference[at] as number)) : mean,
      stretch: meanOnly ? new Float64Array(count).fill(1) : sum.map((each, at) => each / ((n[at] as number) - 1)),
    };
  });
}

function adjusted(data: ComBatData, made: Standardised, drawn: readonly Drawn[]): Float32Array {
  const { samples, batchOf, covariates, reference } = data;
  const out = Float32Array.from(data.values);
  made.rows.forEach((row, at) => {
    const spread = made.spread[at] as number;
    const level = made.level[at] as number;
    for (let sample = 0; sample < samples; sample++) {
      const batch = batchOf[sample] as number;
      if (batch === reference) continue;
      const { shift, stretch } = drawn[batch] as Drawn;
      const value = ((made.values[at * samples + sample] as number) - (shift[at] as number)) / Math.sqrt(stretch[at] as number);
      out[row * samples + sample] = value * spread + level + explained(made.slopes, at, covariates, sample);
    }
  });
  return out;
}
