// Counts over the library size of their sample (parts/library-sizes.ts).

import type { Apply } from "../../contract/step.ts";
import { librarySizes } from "../parts/library-sizes.ts";
import { mapValues } from "../parts/matrix-values.ts";
import { needReads } from "../parts/need-reads.ts";
import type { cpm } from "./step.ts";

export const apply: Apply<typeof cpm> = {
  assay(_step, assay, scope) {
    needReads(assay, "scale-cpm", scope);
    const sizes = librarySizes(assay, scope);
    return {
      ...assay,
      scale: "cpm",
      values: mapValues(assay, true, (value, sample) => (value / (sizes[sample] as number)) * 1e6),
    };
  },
};
