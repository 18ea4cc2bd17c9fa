// How far two matrices are apart: their two tables, then their numbers.

import type { Assay, MatrixValues } from "../../artifact.ts";
import type { Comparer } from "../../comparer.ts";
import { compareTables } from "../table/compare.ts";

export function compareAssays(again: Assay, recorded: Assay, comparer: Comparer): void {
  if (again.scale !== recorded.scale || again.values.layout !== recorded.values.layout) return comparer.other("scale");
  compareTables(again.features, recorded.features, "features.", comparer);
  compareTables(again.samples, recorded.samples, "samples.", comparer);
  compareValues(again.values, recorded.values, "values", comparer);
  const layers = recorded.layers ?? [];
  if (layers.length !== (again.layers?.length ?? 0)) return comparer.other("layers");
  layers.forEach(({ name, values }, at) => {
    const other = again.layers?.[at];
    if (other?.name !== name) comparer.other(`layers.${name}`);
    else compareValues(other.values, values, `layers.${name}`, comparer);
  });
}

function compareValues(again: MatrixValues, recorded: MatrixValues, where: string, comparer: Comparer): void {
  if (again.layout !== recorded.layout) return comparer.other(where);
  if (again.layout === "sparse" && recorded.layout === "sparse") {
    const same = (a: Int32Array, b: Int32Array): boolean => a.length === b.length && a.every((value, at) => value === b[at]);
    if (!same(again.offsets, recorded.offsets) || !same(again.featureIndex, recorded.featureIndex)) return comparer.other(where);
  }
  comparer.numbers(again.data, recorded.data, where);
}
