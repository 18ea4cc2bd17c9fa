// Shares of missing genotypes, as PLINK's --missing counts them (but for sites on Y, which it asks of men alone).

import { type JudgeOf, noCall } from "../../contract/quality-rule.ts";
import { highSamples } from "../parts/low-samples.ts";
import { words as shared } from "../words.ts";
import type { sampleMissingness } from "./rule.ts";
import { words } from "./words.ts";

export const judge: JudgeOf<typeof sampleMissingness> = {
  judge({ assay, genotypes }, { warn, fail, site: most }) {
    if (!genotypes) return { lacks: shared.sentence("of-genotypes") };
    const { sampleCount, featureCount } = assay;
    const calls = genotypes.calls();
    const ofSample = new Float64Array(sampleCount);
    let sites = 0;
    let worst = 0;
    for (let site = 0; site < featureCount; site++) {
      let missing = 0;
      for (let sample = 0, at = site * sampleCount; sample < sampleCount; sample++, at++)
        if (calls[at] === noCall) {
          missing++;
          ofSample[sample] = (ofSample[sample] as number) + 1;
        }
      const share = missing / sampleCount;
      if (share > most) sites++;
      if (share > worst) worst = share;
    }
    const shares = ofSample.map((missing) => missing / featureCount);
    const verdicts = highSamples(assay, shares, { warn, fail }, ({ sample, value, threshold }) =>
      words.sentence("lacks", { sample, value, threshold }),
    );
    if (sites === 0) return { measures: [{ name: "missing_share", values: shares }], verdicts };
    const says = words.sentence("sites", { n: sites, all: featureCount, threshold: most, value: worst });
    const step = { verb: "filter-sites", frequency: 0, missing: most };
    return {
      measures: [{ name: "missing_share", values: shares }],
      verdicts: [...verdicts, { level: "warn", samples: [], value: worst, threshold: most, says, step }],
    };
  },
};
