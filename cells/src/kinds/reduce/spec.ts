// Fewer dimensions: principal components of the samples of a matrix, or of the rows of a table.

import { z } from "zod";
import type { CellRef } from "../../base/refs.ts";
import type { Kind } from "../../contract/kind.ts";
import { componentsReport } from "../../reports/components/report.ts";
import { cellRef } from "../../contract/spec-fields.ts";
import { card } from "./card.ts";
import { discloses } from "./discloses.ts";
import { words as learnWords } from "../../learn/words.ts";

export interface ReduceSpec {
  readonly from: CellRef | null;
  readonly method: "pca";
  /** How many components are kept, at most as many as there are rows or features. */
  readonly components: number;
  /** Divide each feature by its standard deviation. */
  readonly scale: boolean;
  /** Of a matrix, only this many features of largest variance; 0 keeps all. */
  readonly topFeatures: number;
}

const schema = z.strictObject({
  from: cellRef()
    .nullable()
    .default(null)
    .meta({ title: "Data", description: "A matrix (its samples become points) or a table (its rows)" }),
  method: z.literal("pca").default("pca").meta({ title: "Method", description: "Principal components" }),
  components: z
    .number()
    .int()
    .min(1)
    .max(50)
    .default(10)
    .meta({ title: "Components", description: "How many are kept, at most as many as rows or features" }),
  scale: z
    .boolean()
    .default(false)
    .meta({ title: "Scale features", description: "Divide each feature by its standard deviation" }),
  topFeatures: z
    .number()
    .int()
    .min(0)
    .default(500)
    .meta({ title: "Most variable features", description: "Of a matrix, use this many; 0 uses all" }),
}) as unknown as z.ZodType<ReduceSpec>;

export const reduce: Kind<ReduceSpec> = {
  ...card,
  title: "PCA of samples",
  version: 2,
  specVersion: 1,
  engines: [],
  reproduces: { atol: 1e-6, rtol: 1e-6 },
  variants: () => [componentsReport],
  schema,
  empty: { from: null, method: "pca", components: 10, scale: false, topFeatures: 500 },
  missing: (spec) => (spec.from === null ? "from" : null),
  discloses,
  words: (spec, context) =>
    learnWords.say(
      spec.topFeatures > 0 ? "words-pca-top" : "words-pca",
      { components: spec.components, top: spec.topFeatures, from: spec.from ? context.nameOf(spec.from) : "" },
      context.locale,
    ),
  suggestName: (spec, context) => (spec.from ? `${context.nameOf(spec.from)}_pca` : "pca"),
};
