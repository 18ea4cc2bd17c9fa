// Distances of samples in principal components of their most variable features, as logarithms less their means (counts as
// log2(CPM + 1)). Features, means and components, of each group its own, are those of the training.

import { z } from "zod";
import type { Assay } from "../../artifacts/artifact.ts";
import { featureIds } from "../../artifacts/assay.ts";
import type { StepScope } from "../../contract/step.ts";
import { qualityData } from "../../quality/parts/quality-data.ts";
import type { Rows } from "../../stats/local-outlier-factor.ts";
import { placesOfFeatures } from "../parts/features-of-state.ts";
import { componentsOf, distancesIn, inComponents, isOfWidth } from "../parts/in-components.ts";
import type { Verdicts } from "../parts/outlier-flags.ts";
import { groupsBy, rowsByGroup } from "../parts/row-groups.ts";
import { refuse } from "../parts/step-scope.ts";
import type { SampleRule } from "./step.ts";
import { words as shared } from "../words.ts";
import { words } from "./words.ts";

type Rule = Extract<SampleRule, { readonly by: "components" }>;
export const placesOfSamples = z.array(
  z.strictObject({ group: z.string(), place: z.strictObject({ by: z.literal("components"), ...inComponents }) }),
);
type Places = z.output<typeof placesOfSamples>;

interface Kept {
  readonly features: string[];
  readonly places: Places;
}

const fewest = 5;

export function componentsOfSamples(rule: Rule, group: string, assay: Assay, scope: StepScope): Kept {
  if (assay.sampleCount < fewest) return refuse(scope, words, "few", { n: assay.sampleCount, needs: fewest }, ["rule"]);
  const data = qualityData(assay, { sex: null, group: null, batch: null });
  const logged = data.logged();
  const width = assay.sampleCount;
  const isWhole = (feature: number): boolean => logged.subarray(feature * width, (feature + 1) * width).every(Number.isFinite);
  const chosen = data.variable(rule.features).filter(isWhole);
  if (chosen.length < 3) return refuse(scope, words, "incomplete", { n: chosen.length }, ["rule"]);
  const groups = groupsBy(group, assay.samples, scope);
  const places: Places = [];
  let without = 0;
  for (const [at, samples] of rowsByGroup(groups, new Float64Array(width)).entries()) {
    const found =
      samples.length < fewest
        ? null
        : componentsOf({ components: rule.components, scale: false }, rowsOf(logged, width, chosen, samples), scope);
    if (found && "centre" in found) places.push({ group: groups.texts[at] ?? "", place: found });
    else if (group === "") return refuse(scope, words, "flat", {}, ["rule"]);
    else without++;
  }
  if (without > 0)
    scope.say(words.sentence("few-groups", { step: scope.index + 1, n: without, of: groups.texts.length, needs: fewest }));
  const ids = featureIds(assay);
  return { features: Array.from(chosen, (feature) => ids[feature] ?? ""), places };
}

export function byComponents(rule: Rule, group: string, assay: Assay, { features, places }: Kept, scope: StepScope): Verdicts {
  const chosen = placesOfFeatures(assay, features, scope);
  const width = assay.sampleCount;
  const logged = qualityData(assay, { sex: null, group: null, batch: null }).logged();
  const groups = groupsBy(group, assay.samples, scope);
  const [score, off, scoreLimit, offLimit] = [0, 1, 2, 3].map(() => new Float64Array(width).fill(Number.NaN)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const verdict = new Uint8Array(width).fill(2);
  const gaps = Float64Array.from({ length: width }, (_, sample) =>
    chosen.every((feature) => Number.isFinite(logged[feature * width + sample])) ? 0 : Number.NaN,
  );
  const unjudged = gaps.filter(Number.isNaN).length;
  if (unjudged > 0) scope.say(words.sentence("unjudged", { step: scope.index + 1, n: unjudged }));
  let placeless = 0;
  for (const [at, samples] of rowsByGroup(groups, gaps).entries()) {
    if (samples.length === 0) continue;
    const own = places.find((each) => each.group === (groups.texts[at] ?? ""));
    if (!own) {
      placeless += samples.length;
      continue;
    }
    if (!isOfWidth(own.place, chosen.length))
      return refuse(scope, shared, "frozen-state", { title: { key: words.key("title"), params: {} } });
    const [out, away] = distancesIn(own.place, rule.quantile, rowsOf(logged, width, chosen, samples));
    for (const [nth, sample] of samples.entries()) {
      score[sample] = out.far[nth] as number;
      off[sample] = away.far[nth] as number;
      [scoreLimit[sample], offLimit[sample]] = [out.limit, away.limit];
      verdict[sample] = (score[sample] as number) > out.limit || (off[sample] as number) > away.limit ? 1 : 0;
    }
  }
  if (placeless > 0) scope.say(words.sentence("placeless", { step: scope.index + 1, n: placeless, group }));
  return {
    measures: [
      { far: score, beyond: (sample) => scoreLimit[sample] as number },
      { far: off, beyond: (sample) => offLimit[sample] as number },
    ],
    verdict,
  };
}

function rowsOf(logged: Float64Array, samples: number, features: ArrayLike<number>, of: readonly number[]): Rows {
  const width = features.length;
  const values = new Float64Array(of.length * width);
  for (const [at, sample] of of.entries())
    for (let f = 0; f < width; f++) values[at * width + f] = logged[(features[f] as number) * samples + sample] as number;
  return { values, rows: of.length, width };
}
