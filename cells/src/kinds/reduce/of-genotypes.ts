// Principal components of people by their dosages, each site scaled by its allele frequency.

import type { Assay, Table } from "../../artifacts/artifact.ts";
import { featureIds } from "../../artifacts/assay.ts";
import { copiesOfCalls } from "../../artifacts/ploidy.ts";
import { inTurns } from "../../base/turns.ts";
import { sharing } from "../../contract/sharing.ts";
import type { Failure } from "../../base/failure.ts";
import { err, type Result } from "../../base/result.ts";
import type { ExecuteContext, Outputs } from "../../contract/execute.ts";
import { doubtsOfLinkage } from "../../learn/linked-sites.ts";
import { genotypeComponents } from "../../learn/genotype-components.ts";
import { standardGenotypes } from "../../learn/standard-genotypes.ts";
import { usualTop } from "../../learn/usual-top.ts";
import { words as learnWords } from "../../learn/words.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import type { Sentence } from "../../messages/sentence.ts";
import type { ReduceSpec } from "./spec.ts";
import { finish } from "./finish.ts";
import { words } from "./words.ts";

const asNumbers = { path: ["genotypes"], value: "as-numbers" };

export async function ofGenotypes(
  spec: ReduceSpec,
  source: Assay | Table,
  context: ExecuteContext,
): Promise<Result<Outputs, Failure>> {
  if (source.type !== "assay") return err(learnWords.failure("genotypes-table", {}, { at: ["genotypes"], fix: asNumbers }));
  const { featureCount, sampleCount: rows } = source;
  if (rows < 2) return err(learnWords.failure("too-few-rows", { rows, needed: 2 }, { at: ["from"] }));
  const genotypes = standardGenotypes(source.values, featureCount, rows, copiesOfCalls(source));
  if (!genotypes) return err(learnWords.failure("genotypes-none", {}, { at: ["genotypes"], fix: asNumbers }));
  const width = genotypes.sites.length;
  const { missing, mixed } = genotypes;
  if (width === 0 && mixed > 0)
    return err(learnWords.failure("genotypes-all-mixed", { n: mixed }, { at: ["genotypes"], fix: asNumbers }));
  if (width === 0) return err(learnWords.failure("no-variance", { features: featureCount }, { at: ["from"] }));
  const doubts: Sentence[] = [];
  if (missing > 0)
    doubts.push(
      learnWords.sentence("genotypes-missing", { n: missing, share: ((missing / featureCount / rows) * 100).toFixed(2) }),
    );
  if (mixed > 0) doubts.push(learnWords.sentence("genotypes-mixed", { n: mixed }));
  const constant = featureCount - width - mixed;
  if (constant > 0) doubts.push(learnWords.sentence("genotypes-constant", { n: constant, left: width }));
  doubts.push(...doubtsOfLinkage(source));
  if (spec.scale) doubts.push(learnWords.sentence("genotypes-scale"));
  if (spec.solver !== "auto") doubts.push(words.sentence("genotypes-solver"));
  if (spec.topFeatures !== usualTop && spec.topFeatures !== 0)
    doubts.push(learnWords.sentence("genotypes-top", { n: spec.topFeatures }));
  context.log(learnWords.say("genotypes-scaled", { sites: width }, "en"));
  const progress = learnWords.sentence("progress-components");
  context.progress(0.2, progress);
  if (spec.map.type !== "none" && spec.map.of === "features")
    return err(
      words.failure("features-for-genotypes", {}, { at: ["map", "of"], fix: { path: ["map", "of"], value: "components" } }),
    );
  const give = sharing(context, progress);
  const found = await inTurns(genotypeComponents(genotypes, spec.components), { pause: () => give(0.2) });
  for (const doubt of doubts) context.log(sentenceIn(doubt, "en"));
  const ids = featureIds(source);
  const features = Array.from(genotypes.sites, (site) => ids[site] as string);
  return finish({
    spec,
    source,
    // A score is the sum of (dosage - mean) x weight x loading / sqrt(sites).
    found: { ...found, centre: genotypes.mean, unit: genotypes.weight.map((weight) => Math.sqrt(width) / weight) },
    features,
    kept: Int32Array.from({ length: rows }, (_, row) => row),
    rows,
    values: () => found.scores,
    doubts,
    more: { scaled: false, genotypes: "by-frequency", dropped: 0 },
    context,
  });
}
