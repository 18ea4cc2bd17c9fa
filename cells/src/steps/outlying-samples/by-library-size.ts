// How far the logarithm of a library lies from the median of all, or of its group (as scater's isOutlier(log = TRUE) has it: McCarthy
// et al., Bioinformatics 33:1179-1186, 2017).

import { z } from "zod";
import type { Assay } from "../../artifacts/artifact.ts";
import type { StepScope } from "../../contract/step.ts";
import { qualityData } from "../../quality/parts/quality-data.ts";
import { robustZ } from "../../stats/robust-z.ts";
import type { Verdicts } from "../parts/outlier-flags.ts";
import { groupsBy, rowsByGroup } from "../parts/row-groups.ts";
import { refuse } from "../parts/step-scope.ts";
import type { SampleRule } from "./step.ts";
import { words } from "./words.ts";

export const bounds = z.array(z.strictObject({ group: z.string(), median: z.number(), spread: z.number().positive() }));
type Bounds = z.output<typeof bounds>;

const fewest = 3;

/** NaN: a library without counts. */
function logSizes(assay: Assay, scope: StepScope): Float64Array {
  const { librarySizes } = qualityData(assay, { sex: null, group: null, batch: null });
  if (!librarySizes) return refuse(scope, words, "no-counts", {}, ["rule"]);
  return librarySizes.map((size) => (size > 0 ? Math.log2(size) : Number.NaN));
}

export function boundsOfSizes(group: string, assay: Assay, scope: StepScope): Bounds {
  const sizes = logSizes(assay, scope);
  const groups = groupsBy(group, assay.samples, scope);
  const found: Bounds = [];
  let without = 0;
  for (const [at, samples] of rowsByGroup(groups, sizes).entries()) {
    const { median, spread } = robustZ(samples.map((sample) => sizes[sample] as number));
    if (samples.length >= fewest && spread > 1e-9) found.push({ group: groups.texts[at] ?? "", median, spread });
    else if (group === "")
      return samples.length < fewest
        ? refuse(scope, words, "few", { n: samples.length, needs: fewest }, ["rule"])
        : refuse(scope, words, "flat", {}, ["rule"]);
    else without++;
  }
  if (without > 0)
    scope.say(words.sentence("few-groups", { step: scope.index + 1, n: without, of: groups.texts.length, needs: fewest }));
  return found;
}

export function byLibrarySize(
  { beyond }: Extract<SampleRule, { readonly by: "library-size" }>,
  group: string,
  assay: Assay,
  kept: Bounds,
  scope: StepScope,
): Verdicts {
  const sizes = logSizes(assay, scope);
  const { texts, placeOf } = groupsBy(group, assay.samples, scope);
  const byGroup = new Map(kept.map((each) => [each.group, each]));
  const far = new Float64Array(assay.sampleCount).fill(Number.NaN);
  const verdict = new Uint8Array(assay.sampleCount).fill(2);
  let [empty, placeless] = [0, 0];
  for (const [sample, size] of sizes.entries()) {
    const own = byGroup.get(texts[placeOf[sample] as number] ?? "");
    if (!own) placeless++;
    else if (Number.isNaN(size)) {
      empty++;
      verdict[sample] = 1;
    } else {
      far[sample] = (size - own.median) / own.spread;
      verdict[sample] = Math.abs(far[sample] as number) > beyond ? 1 : 0;
    }
  }
  if (empty > 0) scope.say(words.sentence("no-reads", { step: scope.index + 1, n: empty }));
  if (placeless > 0) scope.say(words.sentence("placeless", { step: scope.index + 1, n: placeless, group }));
  return { measures: [{ far, beyond: () => beyond }], verdict };
}
