// Rows dealt into folds by chance: each fold has as many as the others, or one more.

import { seededRandom, shuffle } from "./seeded-random.ts";

/** Fold of each row, from 0. */
export function dealtFolds(rows: number, folds: number, seed: number): Int32Array {
  const of = new Int32Array(rows);
  shuffle([...Array(rows).keys()], seededRandom(seed)).forEach((row, place) => (of[row] = place % folds));
  return of;
}
