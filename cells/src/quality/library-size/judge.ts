// Sums of the counts of each sample. A library is shallow beside the median of all: depth alone may differ threefold between lanes,
// and what is shallower has lost the genes that few reads tell of.

import type { JudgeOf } from "../../contract/quality-rule.ts";
import { medianOf } from "../../stats/quantiles.ts";
import { lowSamples } from "../parts/low-samples.ts";
import type { librarySize } from "./rule.ts";
import { words as shared } from "../words.ts";
import { words } from "./words.ts";

export const judge: JudgeOf<typeof librarySize> = {
  judge({ assay, librarySizes }, settings) {
    if (!librarySizes) return { lacks: words.sentence("no-counts") };
    if (librarySizes.every((size) => size === 0)) return { lacks: shared.sentence("no-reads") };
    const median = medianOf(Float64Array.from(librarySizes));
    const share = librarySizes.map((size) => (median > 0 ? size / median : Number.NaN));
    return {
      measures: [{ name: "library_size", values: librarySizes, unit: "reads" }],
      verdicts: lowSamples(assay, share, settings, (params) => words.sentence("shallow", { ...params, median }), librarySizes),
    };
  },
};
