// The named features, in the order in which they are named; or all but them, in their old order.

import { featureIds } from "../../artifacts/assay.ts";
import type { Json } from "../../base/json.ts";
import { nearestNames } from "../../base/nearest-name.ts";
import { isCellRef } from "../../base/refs.ts";
import type { Apply } from "../../contract/step.ts";
import { refuse } from "../parts/step-scope.ts";
import { takeFeatures } from "../parts/take-features.ts";
import { words as shared } from "../words.ts";
import type { selectFeatures } from "./step.ts";
import { words } from "./words.ts";

export const apply: Apply<typeof selectFeatures> = {
  assay(step, assay, scope) {
    const given: Json = isCellRef(step.features) ? scope.valueOf(step.features) : (step.features as readonly string[]);
    const wanted = (Array.isArray(given) ? (given as readonly Json[]) : given === null ? [] : [given]).map(String);
    if (wanted.length === 0) return refuse(scope, shared, "nothing-chosen", { field: "features" }, ["features"]);
    const ids = featureIds(assay);
    const placeOf = new Map(ids.map((id, at) => [id, at]));
    const chosen = wanted.map((feature, at) => {
      const place = placeOf.get(feature);
      if (place !== undefined) return place;
      const near = nearestNames(feature, ids);
      const path = isCellRef(step.features) ? ["features"] : ["features", at];
      if (near.length === 0) return refuse(scope, words, "missing", { noun: assay.featureNoun, feature }, path);
      const fix = isCellRef(step.features) ? {} : { fix: { path: ["steps", scope.index, ...path], value: near[0] as string } };
      return refuse(scope, words, "near", { noun: assay.featureNoun, feature, near }, path, fix);
    });
    if (step.action === "keep") return takeFeatures(assay, Int32Array.from(new Set(chosen)));
    const dropped = new Set(chosen);
    return takeFeatures(
      assay,
      Int32Array.from({ length: ids.length }, (_, at) => at).filter((at) => !dropped.has(at)),
    );
  },
};
