// Cells far from the others of their batch, in median absolute deviations: reads and genes on the scale of logarithms and below, the
// share of mitochondria as it is and above (McCarthy et al., Bioinformatics 33:1179-1186, 2017; scuttle's isOutlier). Where more
// than half of the cells have one and the same value there is no deviation, and nothing is said.

import type { JudgeOf, Measure, QualityData, Verdict } from "../../contract/quality-rule.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { robustZ } from "../../stats/robust-z.ts";
import { markersIn } from "../parts/marker-genes.ts";
import { seenPerSample, sumsPerSample } from "../parts/per-sample.ts";
import { groupingOf } from "../parts/quality-data.ts";
import type { cellOutliers } from "./rule.ts";
import { words } from "./words.ts";

type Says = "few-counts" | "few-genes" | "much-mitochondrial";

export const judge: JudgeOf<typeof cellOutliers> = {
  judge(data, settings) {
    const { assay, librarySizes } = data;
    if (!librarySizes) return { lacks: words.sentence("no-counts") };
    const genes = seenPerSample(assay);
    const measures: Measure[] = [
      { name: "cell_counts", values: librarySizes, unit: "reads" },
      { name: "cell_genes", values: genes },
    ];
    const verdicts = [
      ...beyond(data, librarySizes, { says: "few-counts", mads: settings.counts, isLow: true }),
      ...beyond(data, genes, { says: "few-genes", mads: settings.genes, isLow: true }),
    ];
    const mitochondrial = markersIn(assay, "mitochondrial");
    if (mitochondrial.length > 0) {
      const sums = sumsPerSample(assay, new Set(mitochondrial));
      const share = sums.map((sum, cell) => sum / (librarySizes[cell] as number));
      measures.push({ name: "cell_mitochondrial_share", values: share });
      verdicts.push(...beyond(data, share, { says: "much-mitochondrial", mads: settings.mitochondrial, isLow: false }));
    }
    return { measures, verdicts };
  },
};

interface Rule {
  readonly says: Says;
  readonly mads: number;
  /** Low ones are told, on the scale of logarithms; else high ones, as they are. */
  readonly isLow: boolean;
}

/** A verdict a batch. */
function beyond(data: QualityData, values: Float64Array, { says, mads, isLow }: Rule): readonly Verdict[] {
  const { batch } = data.columns;
  const batches = batch && groupingOf(batch, values.length);
  const scaled = isLow ? values.map(Math.log) : values;
  const found: Verdict[] = [];
  const cells = Array.from({ length: batches ? batches.names.length + 1 : 1 }, (): number[] => []);
  // Cells of which no batch is told are one.
  for (let cell = 0; cell < values.length; cell++) cells[batches ? (batches.of[cell] as number) + 1 : 0]?.push(cell);
  for (const [at, own] of cells.entries()) {
    const { median, spread } = robustZ(Float64Array.from(own, (cell) => scaled[cell] as number));
    if (!(spread > 0)) continue;
    const bound = isLow ? median - mads * spread : median + mads * spread;
    const samples = own.filter((cell) => (isLow ? (scaled[cell] as number) < bound : (scaled[cell] as number) > bound));
    if (samples.length === 0) continue;
    const threshold = isLow ? Math.exp(bound) : bound;
    const params = { n: samples.length, all: own.length, threshold, mads, median: isLow ? Math.exp(median) : median };
    const name = at === 0 ? null : (batches?.names[at - 1] ?? null);
    const sentence: Sentence =
      name === null ? words.sentence(says, params) : words.sentence(`${says}-in`, { ...params, batch: name });
    found.push({ level: "fail", samples, value: null, threshold, says: sentence });
  }
  return found;
}
