// Which row is tested in which fold. Stratified k-fold keeps the share of each class; leave one lab out tests each lab
// on a model that never saw it.

import { seededRandom, shuffle } from "../stats/seeded-random.ts";

export interface Folds {
  /** Fold of each row, 0-based. */
  readonly of: Int32Array;
  /** What each fold is called: "1", "2" ... or the lab that is left out. */
  readonly names: readonly string[];
}

/** Rows of each class are shuffled and dealt round robin, each class going on where the last one stopped. */
export function stratifiedFolds(classes: Int32Array, classCount: number, folds: number, seed: number): Folds {
  const of = new Int32Array(classes.length);
  const random = seededRandom(seed);
  let next = 0;
  for (let each = 0; each < classCount; each += 1) {
    const rows: number[] = [];
    for (let row = 0; row < classes.length; row += 1) if (classes[row] === each) rows.push(row);
    for (const row of shuffle(rows, random)) {
      of[row] = next;
      next = (next + 1) % folds;
    }
  }
  return { of, names: Array.from({ length: folds }, (_, fold) => String(fold + 1)) };
}

/** One fold per distinct value, in order of their names. */
export function foldsByColumn(values: readonly string[]): Folds {
  const names = [...new Set(values)].sort();
  const index = new Map(names.map((name, at) => [name, at]));
  return { of: Int32Array.from(values, (value) => index.get(value) as number), names };
}
