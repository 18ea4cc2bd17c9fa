// The layer takes the place of the values, which become a layer. What its numbers are is told by themselves: counts where all are
// whole and none is below zero; the scale of the values was that of the values alone.

import type { Layer } from "../../artifacts/artifact.ts";
import { withLayer } from "../../artifacts/assay.ts";
import { scaleOfValues } from "../../artifacts/scale-of-values.ts";
import type { Apply } from "../../contract/step.ts";
import { refuse } from "../parts/step-scope.ts";
import type { useLayer } from "./step.ts";
import { words } from "./words.ts";

export const apply: Apply<typeof useLayer> = {
  assay(step, assay, scope) {
    const available = (assay.layers ?? []).map(({ name }) => name);
    if (step.layer === "") return refuse(scope, words, "choose", {}, ["layer"]);
    const found = withLayer(assay, step.layer);
    if (!found) {
      const reason = available.length === 0 ? "no-layers" : "no-layer";
      return refuse(scope, words, reason, { layer: step.layer, available }, ["layer"]);
    }
    const others = (assay.layers ?? []).filter(({ name }) => name !== step.layer);
    const former: Layer = { name: freeName(others), values: assay.values };
    return { ...found, layers: [...others, former], scale: scaleOfValues(found.values) };
  },
};

function freeName(others: readonly Layer[]): string {
  const taken = new Set(others.map(({ name }) => name));
  let name = "values";
  for (let n = 2; taken.has(name); n++) name = `values_${n}`;
  return name;
}
