// Transcripts per million: q = count / length, TPM = q / sum of q of the sample * 1e6 (Wagner, Kin & Lynch, Theory in
// Biosciences 131:281-285, 2012).

import { sampleIds } from "../../artifacts/assay.ts";
import type { Apply } from "../../contract/step.ts";
import { withLengths } from "../parts/gene-lengths.ts";
import { librarySizes } from "../parts/library-sizes.ts";
import { mapByPlace, eachValue } from "../parts/matrix-values.ts";
import { needReads } from "../parts/need-reads.ts";
import { refuse } from "../parts/step-scope.ts";
import { words as shared } from "../words.ts";
import type { tpm } from "./step.ts";

export const apply: Apply<typeof tpm> = {
  assay(step, given, scope) {
    needReads(given, "scale-cpm", scope);
    librarySizes(given, scope);
    const { assay, lengths } = withLengths(step, given, scope);
    const sums = new Float64Array(assay.sampleCount);
    eachValue(assay, (feature, sample, value) => {
      if (value === value) sums[sample] = (sums[sample] as number) + value / (lengths[feature] as number);
    });
    const empty = sums.indexOf(0);
    if (empty >= 0) return refuse(scope, shared, "all-zero-sample", { sample: sampleIds(assay)[empty] ?? "" });
    return {
      ...assay,
      scale: "tpm",
      values: mapByPlace(
        assay,
        (value, feature, sample) => (value / (lengths[feature] as number) / (sums[sample] as number)) * 1e6,
      ),
    };
  },
};
