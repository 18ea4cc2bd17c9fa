// Transcripts per million: q = count / length, TPM = q / sum of q of the sample * 1e6 (Wagner, Kin & Lynch, Theory in
// Biosciences 131:281-285, 2012).

import { sampleIds } from "../../artifacts/assay.ts";
import { fittedOf } from "../parts/fitted.ts";
import { keptLengths, lengthsToKeep, withLengths } from "../parts/gene-lengths.ts";
import { librarySizes } from "../parts/library-sizes.ts";
import { mapByPlace, eachValue } from "../parts/matrix-values.ts";
import { needReads } from "../parts/need-reads.ts";
import { refuse } from "../parts/step-scope.ts";
import type { tpm } from "./step.ts";
import { words } from "./words.ts";

export const { fitted, apply } = fittedOf<typeof tpm>()({
  keeps: () => "statistics",
  state: keptLengths,
  on: {
    assay: {
      fit: (step, _assay, scope) => lengthsToKeep(step, scope),
      apply(step, given, kept, scope) {
        needReads(given, "scale-cpm", scope);
        librarySizes(given, scope);
        const { assay, lengths } = withLengths(step, given, kept, scope);
        const sums = new Float64Array(assay.sampleCount);
        eachValue(assay, (feature, sample, value) => {
          if (value === value) sums[sample] = (sums[sample] as number) + value / (lengths[feature] as number);
        });
        const empty = sums.indexOf(0);
        if (empty >= 0) return refuse(scope, words, "no-rates", { sample: sampleIds(assay)[empty] ?? "" });
        return {
          ...assay,
          scale: "tpm",
          values: mapByPlace(
            assay,
            (value, feature, sample) => (value / (lengths[feature] as number) / (sums[sample] as number)) * 1e6,
          ),
        };
      },
    },
  },
});
