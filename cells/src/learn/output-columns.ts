// Columns of what models answer: names, classes, probabilities. Nothing is missing in them.

import type { Column, Semantic } from "../artifacts/artifact.ts";
import { numberColumn, textColumn } from "../artifacts/table.ts";

export const textOf = (name: string, values: readonly string[], semantic?: Semantic): Column =>
  textColumn(name, values, semantic ? { semantic } : {});

export const numberOf = (name: string, values: Float64Array, semantic: Semantic = "number"): Column =>
  numberColumn(name, values, { semantic });
