// Fragments (reads) per kilobase of the gene and million of the library: count / (L / 1e6) / (length / 1000), where L is the sum of
// all counts of the sample, those of features that are dropped for want of a length among them (edgeR's rpkm; Mortazavi et al.,
// Nature Methods 5:621-628, 2008).

import { fittedOf } from "../parts/fitted.ts";
import { keptLengths, lengthsToKeep, withLengths } from "../parts/gene-lengths.ts";
import { librarySizes } from "../parts/library-sizes.ts";
import { mapByPlace } from "../parts/matrix-values.ts";
import { needReads } from "../parts/need-reads.ts";
import type { fpkm } from "./step.ts";

export const { fitted, apply } = fittedOf<typeof fpkm>()({
  keeps: () => "statistics",
  state: keptLengths,
  on: {
    assay: {
      fit: (step, _assay, scope) => lengthsToKeep(step, scope),
      apply(step, given, kept, scope) {
        needReads(given, "scale-cpm", scope);
        const sizes = librarySizes(given, scope);
        const { assay, lengths } = withLengths(step, given, kept, scope);
        return {
          ...assay,
          scale: "fpkm",
          values: mapByPlace(
            assay,
            (value, feature, sample) => (value / (lengths[feature] as number) / (sizes[sample] as number)) * 1e9,
          ),
        };
      },
    },
  },
});
