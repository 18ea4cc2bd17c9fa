// Counts over the library size of their sample (parts/library-sizes.ts). Those that size factors made of counts are counts per
// million of corrected libraries already (edgeR's cpm of a DGEList with norm.factors), and stay.

import type { Apply } from "../../contract/step.ts";
import { correctedLibraries, sayFactorsUndone } from "../parts/factor-columns.ts";
import { librarySizes } from "../parts/library-sizes.ts";
import { mapValues } from "../parts/matrix-values.ts";
import { needReads } from "../parts/need-reads.ts";
import type { cpm } from "./step.ts";
import { words } from "./words.ts";

export const apply: Apply<typeof cpm> = {
  assay(_step, assay, scope) {
    needReads(assay, "scale-cpm", scope);
    const sizes = librarySizes(assay, scope);
    if (correctedLibraries(assay)) {
      scope.say(words.sentence("already", { step: scope.index + 1 }));
      return assay;
    }
    sayFactorsUndone(assay, scope);
    return {
      ...assay,
      scale: "cpm",
      values: mapValues(assay, true, (value, sample) => (value / (sizes[sample] as number)) * 1e6),
    };
  },
};
