// The features that a picture of several draws: those that its spec names, by itself, by a parameter or by the rows of a table.

import { featureIndex } from "../../artifacts/feature-index.ts";
import type { Assay } from "../../artifacts/artifact.ts";
import { featureIds } from "../../artifacts/assay.ts";
import type { Json } from "../../base/json.ts";
import { nearestNames } from "../../base/nearest-name.ts";
import type { Prepared } from "../../contract/chart-drawing.ts";
import type { ChartOptions } from "../../contract/chart-fields.ts";
import type { CellRef } from "../../base/refs.ts";
import { words } from "./words.ts";

/** Null: none are named. */
type Naming = ChartOptions & { readonly features: readonly string[] | CellRef | null };

/** As many as the most variable ones may be. */
export const mostChosen = 2000;

/** The features that the spec names, by itself or by a parameter; null = the most variable ones. */
export function featuresNamed({ spec, valueOf }: Prepared<Naming>): readonly string[] | null {
  if (spec.chart.features === null) return null;
  const value = valueOf(spec.chart.features as Json | CellRef);
  if (typeof value === "string") return [value];
  if (Array.isArray(value) && value.every((item: Json) => typeof item === "string")) return value as readonly string[];
  return words.fail("parameter-not-name", { field: "features", value: JSON.stringify(value) }, { at: ["chart"] });
}

export function chosenFeatures(assay: Assay, names: readonly string[]): number[] {
  if (names.length === 0) words.fail("no-features", { noun: assay.featureNoun }, { at: ["chart"] });
  return names.slice(0, mostChosen).map((name) => {
    const feature = featureIndex(assay, name);
    if (feature >= 0) return feature;
    const near = nearestNames(name, featureIds(assay));
    return words.fail(
      near.length > 0 ? "feature-missing-near" : "row-missing",
      { feature: name, noun: assay.featureNoun, near },
      { at: ["chart"] },
    );
  });
}
