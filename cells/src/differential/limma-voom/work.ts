// Leaves out features of few counts, weighs the logarithms of the others, and fits them as limma does. Samples of one block: how alike
// they are changes the weights and these how alike they are, so both are found twice, as limma's user's guide has it.

import { err, ok } from "../../base/result.ts";
import { lengthScaledCounts } from "../../stats/gene-lengths.ts";
import type { FittedFeatures, WorkOf } from "../../contract/differential-method.ts";
import type { MeanVarianceTrend } from "../../stats/limma/voom.ts";
import { weighCounts } from "../../stats/limma/voom.ts";
import { askContrast, askTogether, askWithout } from "../parts/limma/ask-contrast.ts";
import { blocksOf, fitLogs, restOf } from "../parts/limma/fit-logs.ts";
import { blockInR, designInR, fitInR } from "../parts/limma/in-r.ts";
import { type EstimatesOfAssay, estimatesOfAssay } from "../parts/counts/estimates-of-assay.ts";
import { countsOfAssay } from "../parts/counts/counts-of-assay.ts";
import { enoughCounts, librariesOf, rowsOf, sizesOf } from "./depths-of-counts.ts";
import type { Options } from "./method.ts";
import { words } from "./words.ts";

export const work: WorkOf<Options> = {
  async fit(task) {
    const { assay, columns, options, say, pause } = task;
    const lacking = restOf(task);
    if (lacking) return err(lacking);
    const given = countsOfAssay(assay, { method: { key: words.key("title"), params: {} }, estimates: true });
    if (!given.ok) return err(given.error);
    const estimates = options.lengths ? estimatesOfAssay(assay) : null;
    const told = estimates?.abundance?.some(Number.isNaN) ? null : estimates?.abundance;
    const all = estimates ? ok(scaledBy(estimates, told ?? null, { counts: given.value, samples: assay.sampleCount })) : given;
    if (estimates) say(words.sentence(told ? "by-lengths" : "by-lengths-alone", { layer: estimates.layer }));
    const depth = librariesOf(all.value, assay, "none");
    if (!depth.ok) return err(depth.error);
    const { minCount } = options;
    const everything = Int32Array.from({ length: assay.featureCount }, (_, at) => at);
    const kept = minCount === null ? everything : enoughCounts(all.value, columns, minCount);
    if (kept.length === 0 && minCount !== null)
      return err(words.failure("all-filtered", { least: minCount }, { at: ["method", "minCount"] }));
    const n = assay.featureCount - kept.length;
    if (n > 0 && minCount !== null) say(words.sentence("filtered", { n, all: assay.featureCount, least: minCount }));
    const counts = rowsOf(all.value, assay.sampleCount, kept);
    const some = kept.filter((_, at) =>
      counts.subarray(at * assay.sampleCount, (at + 1) * assay.sampleCount).some((count) => count > 0),
    );
    if (some.length < 2) return err(words.failure("few-features", { n: some.length }, { at: ["from"] }));
    const libraries = librariesOf(counts, assay, options.factors);
    if (!libraries.ok) return err(libraries.error);
    const data = { features: kept.length, samples: assay.sampleCount, counts, sizes: libraries.value, columns };
    const part = (share: number) => pause(share / 3);
    const plain = await weighCounts({ ...data, blocks: null }, part);
    const alike = plain && task.blocks ? await blocksOf({ features: kept.length, ...plain }, { ...task, pause: part }) : null;
    const weighed = alike ? await weighCounts({ ...data, blocks: alike }, part) : plain;
    // What cannot be correlated so is refused by the fit, with its words.
    const logs = { features: kept.length, ...(weighed ?? plain ?? { values: new Float64Array(0), weights: null }) };
    const fitted = await fitLogs(
      logs,
      { ...task, pause: (share) => pause((1 + 2 * share) / 3) },
      { trend: false, robust: options.robust },
    );
    if (!fitted.ok) return fitted;
    const sizes = sizesOf(counts, assay.sampleCount);
    const factors = libraries.value.map((size, at) => size / (sizes[at] as number));
    return ok(
      ofAll(fitted.value, {
        kept,
        features: assay.featureCount,
        trend: weighed?.trend ?? null,
        factors,
        hasLengths: estimates !== null,
      }),
    );
  },

  contrast: askContrast,
  together: askTogether,
  without: askWithout,

  inR: ({ robust, factors, minCount }, asked) => {
    const block = blockInR(asked);
    const voom = (alike: string) => `logs <- voom(d, design${alike})`;
    const again = block
      ? [
          `alike <- duplicateCorrelation(logs, design, block = ${block})$consensus`,
          voom(`, block = ${block}, correlation = alike`),
        ]
      : [];
    return [
      ...designInR(asked, "counts"),
      asked.hasLengths
        ? 'd <- DGEList(tximport(files, type = type, tx2gene = tx2gene, countsFromAbundance = "lengthScaledTPM")$counts)'
        : "d <- DGEList(counts)",
      ...(minCount === null
        ? []
        : [`d <- d[filterByExpr(d, design${minCount === 10 ? "" : `, min.count = ${minCount}`}), , keep.lib.sizes = FALSE]`]),
      ...(factors === "tmm" ? ["d <- calcNormFactors(d)"] : []),
      voom(""),
      ...again,
      ...fitInR("logs", asked, { trend: false, robust }),
    ];
  },
};

/** Abundances that did not come along are counts a length: a factor of each sample is all that TPM differ by, and it falls away. */
const scaledBy = (
  { lengths }: EstimatesOfAssay,
  abundance: Float64Array | null,
  { counts, samples }: { readonly counts: Float64Array; readonly samples: number },
): Float64Array =>
  lengthScaledCounts({
    samples,
    counts,
    abundance: abundance ?? counts.map((count, at) => count / (lengths[at] as number)),
    lengths,
  });

interface Among {
  readonly kept: Int32Array;
  readonly features: number;
  readonly trend: MeanVarianceTrend | null;
  readonly factors: Float64Array;
  readonly hasLengths: boolean;
}

/** Of all features of the matrix: those left out have no numbers. */
function ofAll({ arrays, facts }: FittedFeatures, { kept, features, trend, factors, hasLengths }: Among): FittedFeatures {
  const spread = (values: Float64Array): Float64Array => {
    const each = values.length / kept.length;
    const all = new Float64Array(features * each).fill(Number.NaN);
    kept.forEach((feature, at) => all.set(values.subarray(at * each, (at + 1) * each), feature * each));
    return all;
  };
  const isFiltered = new Float64Array(features).fill(1);
  for (const feature of kept) isFiltered[feature] = 0;
  const placed = (values: Float64Array): Float64Array => {
    const found = new Float64Array(kept.length).fill(Number.NaN);
    trend?.features.forEach((feature, at) => (found[feature] = values[at] as number));
    return spread(found);
  };
  return {
    arrays: {
      ...Object.fromEntries(Object.entries(arrays).map(([name, values]) => [name, spread(values)])),
      beta: spread(arrays.beta),
      isFiltered,
      // What the weights were told by: log2 counts, and roots of the deviations of their residuals.
      ...(trend ? { trendLevel: placed(trend.x), trendRoot: placed(trend.y), trendFitted: placed(trend.fitted) } : {}),
    },
    facts: { ...facts, factors: [...factors], filtered: features - kept.length, hasLengths },
  };
}
