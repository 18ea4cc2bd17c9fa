// The share of genotypes whose quality (GQ) is low; missing genotypes are none.

import type { JudgeOf } from "../../contract/quality-rule.ts";
import { callLayer, layerOfSamples } from "../parts/call-layer.ts";
import { highSamples } from "../parts/low-samples.ts";
import { words as shared } from "../words.ts";
import type { callQuality } from "./rule.ts";
import { words } from "./words.ts";

export const judge: JudgeOf<typeof callQuality> = {
  judge({ assay, genotypes }, { least, warn, fail }) {
    if (!genotypes) return { lacks: shared.sentence("of-genotypes") };
    const quality = callLayer(assay, "GQ");
    if (!quality) return { lacks: words.sentence("no-layer") };
    const { mean, low, genotypes: n, lowGenotypes } = layerOfSamples(assay, genotypes, quality, least);
    if (low.every(Number.isNaN)) return { lacks: words.sentence("nothing") };
    return {
      measures: [
        { name: "mean_genotype_quality", values: mean },
        { name: "low_quality_share", values: low },
      ],
      verdicts: highSamples(assay, low, { warn, fail }, ({ sample, value, threshold }) =>
        words.sentence("low", { sample, value, threshold, least }),
      ),
      notes: [words.sentence("all", { n: lowGenotypes, all: n, least })],
    };
  },
};
