// How good a model is on rows that it has not seen: pooled, by fold and by lab.

import { z } from "zod";
import { defineReport } from "../../contract/report.ts";
import { doubts, doubtsOfGroups, rowsTold } from "../doubts.ts";
import { words } from "./words.ts";

const count = z.number();
const group = z.looseObject({ nPerClass: z.array(count) });

const schema = z.looseObject({
  target: z.string(),
  classes: z.array(z.string()),
  /** Rows that were learned from. */
  rows: count,
  nPerClass: z.array(count),
  pooled: group,
  folds: z.array(z.looseObject({ name: z.string(), trained: count.exactOptional() })),
  validation: z.looseObject({ type: z.string(), column: z.string().exactOptional() }).exactOptional(),
  labs: z.array(group),
  /** Means over the folds, and how far these lie apart: by metric. */
  overFolds: z
    .record(z.string(), z.looseObject({ mean: z.number(), sd: z.number(), least: z.number(), most: z.number(), folds: count }))
    .exactOptional(),
  doubts: doubts.exactOptional(),
});

/** Individuals per class: rows of the confusion matrix, in all and by lab. A fold is no group: chance made it. */
export const crossValidationReport = defineReport({
  name: "cross-validation",
  version: 3,
  words,
  schema,
  discloses: (body) => ({
    identifying: foldsOfOne(body),
    behind: {
      of: "groups",
      // Rows that were left out are told of as well.
      sizes: [
        ...[body, body.pooled, ...body.labs].flatMap((part) => part.nPerClass),
        Number(body["dropped"] ?? 0),
        ...rowsTold(body.doubts),
      ].filter((size) => size > 0),
      // The curve goes through every score.
      statistics: body["roc"] === undefined ? ["validated", "count"] : ["validated", "count", "step"],
    },
  }),
  ofGroups: ({
    task,
    algorithm,
    target,
    classes,
    positive,
    rows,
    nPerClass,
    dropped,
    doubts: said,
    pooled,
    labs,
    validation,
    seed,
  }) => ({
    ...withoutAbsent({ task, algorithm, positive, dropped, validation, seed }),
    doubts: doubtsOfGroups(said),
    target,
    classes,
    rows,
    nPerClass,
    pooled,
    labs,
    folds: [],
  }),
});

/** The column that names folds, where one of them is a single row: the folds are called by it. */
function foldsOfOne({ rows, folds, validation }: z.output<typeof schema>): readonly string[] {
  const column = validation?.column;
  return column !== undefined && folds.some(({ trained }) => trained === rows - 1) ? [column] : [];
}

const withoutAbsent = (fields: { readonly [name: string]: unknown }): { readonly [name: string]: unknown } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
