// The frequency of the rarer allele at each autosomal site, of genotypes of two copies, as PLINK's --freq counts it; and how many
// sites have what frequency.

import { type JudgeOf, noCall } from "../../contract/quality-rule.ts";
import { words as shared } from "../words.ts";
import type { alleleFrequencies } from "./rule.ts";
import { words } from "./words.ts";

/** Ends of the classes of frequencies, each within. */
const ends = [0.001, 0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5] as const;

export const judge: JudgeOf<typeof alleleFrequencies> = {
  judge({ assay, genotypes }, { same: most }) {
    if (!genotypes) return { lacks: shared.sentence("of-genotypes") };
    const { sampleCount } = assay;
    const calls = genotypes.calls();
    const classes = ends.map(() => 0);
    let [same, told, silent] = [0, 0, 0];
    for (let site = 0; site < assay.featureCount; site++) {
      if (genotypes.autosomal[site] === 0) continue;
      let [copies, alleles, known] = [0, 0, 0];
      for (let sample = 0, at = site * sampleCount; sample < sampleCount; sample++, at++) {
        const call = calls[at] as number;
        if (call !== noCall) known++;
        if (call < 0) continue;
        copies += call;
        alleles += 2;
      }
      if (alleles === 0) {
        if (known === 0) silent++;
        continue;
      }
      told++;
      const rare = Math.min(copies, alleles - copies);
      if (rare === 0) same++;
      else {
        const at = ends.findIndex((end) => rare / alleles <= end);
        classes[at] = (classes[at] as number) + 1;
      }
    }
    if (told === 0) return { lacks: words.sentence("none") };
    const notes = [
      words.sentence("spectrum", {
        all: told,
        same,
        classes: classes.map((n, at) => `${at === 0 ? 0 : ends[at - 1]}–${ends[at]}: ${n}`),
      }),
      ...(silent > 0 ? [words.sentence("silent", { n: silent })] : []),
    ];
    const value = same / told;
    if (!(value > most)) return { measures: [], verdicts: [], notes };
    // Less than one copy among all: what varies at all is kept.
    const step = { verb: "filter-sites", frequency: 1 / (4 * sampleCount), missing: 1 };
    const says = words.sentence("same", { n: same, all: told, value, threshold: most });
    return { measures: [], verdicts: [{ level: "warn", samples: [], value, threshold: most, says, step }], notes };
  },
};
