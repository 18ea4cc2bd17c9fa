// What a model learns of where a column says which rows are those of the training: of these alone. The others are kept aside, and
// that is said.

import type { Assay, Table } from "../artifacts/artifact.ts";
import { trainingPart } from "../artifacts/parts-of-rows.ts";
import type { Failure } from "../base/failure.ts";
import { err, ok, type Result } from "../base/result.ts";
import { type Doubt, doubtOf } from "../contract/doubt.ts";
import { words } from "./words.ts";

export interface Learned {
  readonly source: Table | Assay;
  readonly doubts: readonly Doubt[];
}

export function learnedFrom(source: Table | Assay): Result<Learned, Failure> {
  const { data, rows, of, split } = trainingPart(source);
  if (split === null) return ok({ source, doubts: [] });
  if (rows === 0) return err(words.failure("no-training-rows", { column: split }, { at: ["from"] }));
  const n = of - rows;
  return ok({
    source: data,
    doubts: n === 0 ? [] : [doubtOf(words.sentence("doubt-kept-aside", { n, rows: of, columns: [split] }), [n])],
  });
}

/** Of a projection, which is of all rows: that those kept aside are among them. */
export function doubtsOfAll(source: Table | Assay): readonly Doubt[] {
  const { rows, of, split } = trainingPart(source);
  return split === null || rows === of
    ? []
    : [doubtOf(words.sentence("doubt-all-parts", { n: of - rows, rows: of, columns: [split] }), [of - rows])];
}
