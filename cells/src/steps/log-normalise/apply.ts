// The logarithm is the natural one, as Seurat's and scanpy's is, and stands so on the scale; 0 stays 0.

import type { Apply } from "../../contract/step.ts";
import { sayFactorsUndone } from "../parts/factor-columns.ts";
import { librarySizes } from "../parts/library-sizes.ts";
import { mapValues } from "../parts/matrix-values.ts";
import { needReads } from "../parts/need-reads.ts";
import { needNumber, refuse } from "../parts/step-scope.ts";
import { words as shared } from "../words.ts";
import type { logNormalise } from "./step.ts";

export const apply: Apply<typeof logNormalise> = {
  assay(step, assay, scope) {
    needReads(assay, "scale-filter", scope);
    const factor = needNumber(scope, step.factor, ["factor"], 0);
    if (factor === 0 || !Number.isFinite(factor))
      return refuse(scope, shared, "number-range", { field: "factor", value: factor, min: 1 }, ["factor"]);
    const sizes = librarySizes(assay, scope);
    sayFactorsUndone(assay, scope);
    const values = mapValues(assay, true, (value, sample) => Math.log1p((value / (sizes[sample] as number)) * factor));
    return { ...assay, scale: "ln", values };
  },
};
