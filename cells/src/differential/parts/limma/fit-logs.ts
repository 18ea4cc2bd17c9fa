// Fits logarithms, with their weights where they have some, and keeps what contrasts are asked of: the same for all of limma's methods.

import type { Failure } from "../../../base/failure.ts";
import { err, ok, type Result } from "../../../base/result.ts";
import type { FitTask, FittedFeatures } from "../../../contract/differential-method.ts";
import { blockCorrelation } from "../../../stats/limma/block-correlation.ts";
import type { Blocks } from "../../../stats/limma/correlated.ts";
import { type FittedRows, fitRows, type RowsToFit } from "../../../stats/limma/fit-rows.ts";
import { type Moderated, type Moderation, moderate } from "../../../stats/limma/moderate.ts";
import { medianOf } from "../../../stats/quantiles.ts";
import { words } from "./words.ts";

export type Logs = Pick<RowsToFit, "features" | "values" | "weights">;
type Asked = Pick<FitTask, "assay" | "columns" | "blocks" | "pause" | "say">;

/** Residuals are left over. */
export function restOf({ assay, columns }: Pick<Asked, "assay" | "columns">): Failure | null {
  const params = { samples: assay.sampleCount, coefficients: columns.length };
  return assay.sampleCount > columns.length ? null : words.failure("no-rest", params, { at: ["design"] });
}

/** How alike samples of one block are; null: they are taken as independent, or there are no blocks. */
export async function blocksOf(logs: Logs, { assay, columns, blocks, pause }: Asked): Promise<Blocks | null> {
  if (!blocks) return null;
  const data = { ...logs, samples: assay.sampleCount, columns, blocks };
  const found = await blockCorrelation(data, (share) => pause(share / 2));
  return found && { blocks, correlation: found.consensus };
}

export async function fitLogs(logs: Logs, task: Asked, by: Moderation): Promise<Result<FittedFeatures, Failure>> {
  const { assay, columns, say, pause } = task;
  const lacking = restOf(task);
  if (lacking) return err(lacking);
  const blocks = await blocksOf(logs, task);
  const correlation = blocks ? Math.round(blocks.correlation * 1e4) / 1e4 : 0;
  if (task.blocks) {
    const key = blocks === null ? "blocks-nothing" : blocks.correlation < 0 ? "blocks-apart" : "blocks-alike";
    say(words.sentence(key, { correlation }));
  }
  const fit = await fitRows({ ...logs, samples: assay.sampleCount, columns, blocks }, (share) => pause(0.5 + share / 2));
  if (!fit) return err(words.failure("blocks-impossible", { correlation }, { at: ["design", "block"] }));
  if (fit.df.every((df) => !(df > 0))) return err(words.failure("no-values-at-all", {}, { at: ["from"] }));
  // Of one feature it is told beside its row.
  if (
    logs.features > 1 &&
    fit.sigma.every((sigma, at) => !((fit.df[at] as number) > 0) || isRounding(sigma, fit.mean[at] as number))
  )
    return err(words.failure("all-flat", {}, { at: ["from"] }));
  const moderated = moderate(fit, by);
  if (!moderated) return err(words.failure("no-values-at-all", {}, { at: ["from"] }));
  const usual = medianOf(moderated.dfPrior);
  if (usual === Number.POSITIVE_INFINITY) say(words.sentence("no-variance"));
  const lost = featuresWithout(fit);
  if (lost > 0) say(words.sentence("no-values", { n: lost }));
  return ok(keptOf(fit, moderated, { logs, blocks, usual }));
}

/** A spread that sums of equal values leave by rounding. */
const isRounding = (sigma: number, mean: number): boolean => sigma <= 1e-12 * Math.max(1, Math.abs(mean));

function featuresWithout({ beta, width }: FittedRows): number {
  let n = 0;
  for (let from = 0; from < beta.length; from += width) if (beta.subarray(from, from + width).some(Number.isNaN)) n++;
  return n;
}

interface Beside {
  readonly logs: Logs;
  readonly blocks: Blocks | null;
  readonly usual: number;
}

function keptOf(
  fit: FittedRows,
  { dfPrior, scale, variance, dfTotal }: Moderated,
  { logs, blocks, usual }: Beside,
): FittedFeatures {
  const { beta, stdev, sigma, df, mean, covariance } = fit;
  return {
    arrays: { beta, stdev, sigma, df, mean, dfPrior, scale, variance, dfTotal },
    facts: {
      covariance: [...covariance],
      correlation: blocks?.correlation ?? null,
      // Null: infinitely many.
      dfPrior: Number.isFinite(usual) ? usual : null,
      s2Prior: medianOf(scale.filter((value) => !Number.isNaN(value))),
      isUneven: logs.weights !== null || logs.values.some(Number.isNaN),
    },
  };
}
