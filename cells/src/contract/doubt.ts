// What is doubtful in an answer: a sentence of its report, with the numbers of rows that it tells of. Where rows are persons
// these are groups, and may be small.

import type { Sentence } from "../messages/sentence.ts";

export interface Doubt extends Sentence {
  readonly rows?: readonly number[];
}

export const doubtOf = (sentence: Sentence, rows: readonly number[]): Doubt => ({ ...sentence, rows });
