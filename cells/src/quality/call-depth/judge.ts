// Mean depth as bcftools stats -s - has it, and the share of genotypes that few reads stand behind.

import type { JudgeOf } from "../../contract/quality-rule.ts";
import { callLayer, layerOfSamples } from "../parts/call-layer.ts";
import { highSamples, lowSamples } from "../parts/low-samples.ts";
import { words as shared } from "../words.ts";
import type { callDepth } from "./rule.ts";
import { words } from "./words.ts";

export const judge: JudgeOf<typeof callDepth> = {
  judge({ assay, genotypes }, { warn, fail, least, share }) {
    if (!genotypes) return { lacks: shared.sentence("of-genotypes") };
    const depth = callLayer(assay, "DP");
    if (!depth) return { lacks: words.sentence("no-layer") };
    const { mean, low, genotypes: n, lowGenotypes } = layerOfSamples(assay, genotypes, depth, least);
    if (mean.every(Number.isNaN)) return { lacks: words.sentence("nothing") };
    const shallow = lowSamples(assay, mean, { warn, fail }, ({ sample, value, threshold }) =>
      words.sentence("low", { sample, value, threshold }),
    );
    // One verdict a sample: of a low mean shallow genotypes follow.
    const told = new Set(shallow.flatMap(({ samples }) => samples));
    const uneven = highSamples(
      assay,
      low.map((value, sample) => (told.has(sample) ? Number.NaN : value)),
      { warn: share, fail: Number.POSITIVE_INFINITY },
      ({ sample, value, threshold }) => words.sentence("uneven", { sample, value, threshold, least }),
    );
    return {
      measures: [
        { name: "mean_depth", values: mean },
        { name: "shallow_share", values: low },
      ],
      verdicts: [...shallow, ...uneven],
      notes: [words.sentence("all", { n: lowGenotypes, all: n, least })],
    };
  },
};
