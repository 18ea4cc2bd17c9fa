// Fragments (reads) per kilobase of the gene and million of the library: count / (L / 1e6) / (length / 1000), where L is the sum of
// all counts of the sample, those of features that are dropped for want of a length among them (edgeR's rpkm; Mortazavi et al.,
// Nature Methods 5:621-628, 2008).

import type { Apply } from "../../contract/step.ts";
import { withLengths } from "../parts/gene-lengths.ts";
import { librarySizes } from "../parts/library-sizes.ts";
import { mapByPlace } from "../parts/matrix-values.ts";
import { needReads } from "../parts/need-reads.ts";
import type { fpkm } from "./step.ts";

export const apply: Apply<typeof fpkm> = {
  assay(step, given, scope) {
    needReads(given, "scale-cpm", scope);
    const sizes = librarySizes(given, scope);
    const { assay, lengths } = withLengths(step, given, scope);
    return {
      ...assay,
      scale: "fpkm",
      values: mapByPlace(
        assay,
        (value, feature, sample) => (value / (lengths[feature] as number) / (sizes[sample] as number)) * 1e9,
      ),
    };
  },
};
