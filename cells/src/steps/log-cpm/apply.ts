// log2(CPM + prior), the prior in CPM units and the same in all samples (library sizes: parts/library-sizes.ts). edgeR's
// cpm(log = TRUE) adds prior.count * L_s / mean(L) to the counts before dividing, so its numbers differ for low counts.

import type { Apply } from "../../contract/step.ts";
import { librarySizes } from "../parts/library-sizes.ts";
import { eachValue, mapValues } from "../parts/matrix-values.ts";
import { needReads } from "../parts/need-reads.ts";
import { needNumber, refuse } from "../parts/step-scope.ts";
import { words as shared } from "../words.ts";
import type { logCpm } from "./step.ts";

export const apply: Apply<typeof logCpm> = {
  assay(step, assay, scope) {
    needReads(assay, "scale-cpm", scope);
    const prior = needNumber(scope, step.prior, ["prior"], 0);
    const sizes = librarySizes(assay, scope);
    if (prior === 0) {
      let zero = false;
      eachValue(assay, (_feature, _sample, value) => (zero ||= value === 0));
      if (zero || assay.values.layout === "sparse")
        return refuse(scope, shared, "number-range", { field: "prior", value: 0, min: 0.001 }, ["prior"]);
    }
    const values = mapValues(assay, prior === 1, (value, sample) => Math.log2((value / (sizes[sample] as number)) * 1e6 + prior));
    return { ...assay, scale: "log2-cpm", values };
  },
};
