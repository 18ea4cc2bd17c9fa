// How far two matrices are apart: their two tables, then their numbers.

import type { Assay } from "../../artifact.ts";
import type { Comparer } from "../../comparer.ts";
import { compareTables } from "../table/compare.ts";

export function compareAssays(again: Assay, recorded: Assay, comparer: Comparer): void {
  if (again.scale !== recorded.scale || again.values.layout !== recorded.values.layout) return comparer.other("scale");
  compareTables(again.features, recorded.features, "features.", comparer);
  compareTables(again.samples, recorded.samples, "samples.", comparer);
  if (again.values.layout === "sparse" && recorded.values.layout === "sparse") {
    const same = (a: Int32Array, b: Int32Array): boolean => a.length === b.length && a.every((value, at) => value === b[at]);
    if (!same(again.values.offsets, recorded.values.offsets) || !same(again.values.featureIndex, recorded.values.featureIndex)) {
      return comparer.other("values");
    }
  }
  comparer.numbers(again.values.data, recorded.values.data, "values");
}
